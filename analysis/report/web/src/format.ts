/** Numbers and dates as the page shows them. */
const minus = "−";

/** `digits` after the point, or `short` of them where the others are 0, with a true minus sign: "−0.35". */
export function number(value: number, digits = 2, short = false): string {
  if (!Number.isFinite(value)) return "–";
  const fixed = Math.abs(value).toFixed(digits);
  const text = short ? String(Number(fixed)) : fixed;
  return value < 0 && Number(text) !== 0 ? minus + text : text;
}

/** The same with its sign always shown: "+0.12". */
export function signed(value: number, digits = 2): string {
  const text = number(value, digits);
  return Number.isFinite(value) && !text.startsWith(minus) && Number(text) !== 0 ? "+" + text : text;
}

/** "71 %" of a share; "<1 %" and ">99 %" rather than a false 0 or 100. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return "–";
  const whole = roundHalfEven(share * 100); // as the program's own texts round
  if (whole === 0 && share > 0) return "<1 %";
  if (whole === 100 && share < 1) return ">99 %";
  return `${whole} %`;
}

/** "1,234,567" */
export function grouped(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** "1 Mar 2023" */
export function day(iso: string): string {
  const [year, month, date] = iso.split("-").map(Number);
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return `${date} ${names[month! - 1]} ${year}`;
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
