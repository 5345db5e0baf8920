/**
 * Brings a part of the page to the top of the screen, and keeps it there while the parts above it
 * are still being built: each is built only as it comes near.
 */
export function goTo(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  const settle = () => target.scrollIntoView({ behavior: "instant" });
  const observer = new ResizeObserver(settle);
  const stop = () => {
    observer.disconnect();
    for (const name of taking) removeEventListener(name, stop);
  };
  const taking = ["wheel", "touchstart", "keydown", "pointerdown"]; // the reader moves on
  for (const name of taking) addEventListener(name, stop, { passive: true });
  observer.observe(target.parentElement!);
  settle();
  setTimeout(stop, 1500);
}
