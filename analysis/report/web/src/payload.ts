/**
 * The data of a report as they lie in the page: base64 of zlib-compressed bytes. First the length
 * of a JSON text (uint32, little-endian), then that text, then, from the next multiple of 8 on,
 * arrays. In the JSON an array is {"$": type, "at": offset from there, "shape": […], "scale": s}:
 * type f8, f4, i4, i2 or i1; of the whole numbers the value is raw × scale, the least means NaN.
 */
export interface NumberArray {
  shape: number[];
  values: Float64Array | Float32Array;
}

interface Stored { $: "f8" | "f4" | "i4" | "i2" | "i1"; at: number; shape: number[]; scale?: number }

export async function decode(base64: string): Promise<unknown> {
  const packed = Uint8Array.from(atob(base64.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  const bytes = await new Response(stream).arrayBuffer();
  const length = new DataView(bytes).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(bytes, 4, length));
  const base = Math.ceil((4 + length) / 8) * 8;
  return JSON.parse(text, (_, value) => (isStored(value) ? unpack(bytes, base, value) : value));
}

function isStored(value: unknown): value is Stored {
  return typeof value === "object" && value !== null && "$" in value;
}

function unpack(bytes: ArrayBuffer, base: number, stored: Stored): NumberArray {
  const count = stored.shape.reduce((product, n) => product * n, 1);
  const { shape, scale = 1 } = stored;
  const at = base + stored.at;
  if (stored.$ === "f8") return { shape, values: new Float64Array(bytes, at, count) };
  if (stored.$ === "f4") return { shape, values: new Float32Array(bytes, at, count) };
  const Whole = { i4: Int32Array, i2: Int16Array, i1: Int8Array }[stored.$];
  const none = { i4: -(2 ** 31), i2: -(2 ** 15), i1: -(2 ** 7) }[stored.$];
  const whole = new Whole(bytes, at, count);
  return { shape, values: Float64Array.from(whole, (raw) => (raw === none ? NaN : raw * scale)) };
}

/** The value at these positions, one for each dimension. */
export function at(array: NumberArray, ...position: number[]): number {
  return array.values[offset(array, position)]!;
}

/** Everything at these first positions, as one row: of [S, T, 5], `row(a, s, t)` is five numbers. */
export function row(array: NumberArray, ...position: number[]): Float64Array | Float32Array {
  const width = array.shape.slice(position.length).reduce((product, n) => product * n, 1);
  const start = offset(array, position);
  return array.values.subarray(start, start + width);
}

function offset(array: NumberArray, position: number[]): number {
  let found = 0;
  for (let d = 0; d < array.shape.length; ++d) found = found * array.shape[d]! + (position[d] ?? 0);
  return found;
}
