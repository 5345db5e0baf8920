/** The countries of the world as world.mjs writes them when the page is built. */
declare module "entente:world" {
  const world: {
    grid: number; // points per degree
    arcs: string; // one after the other, parted by spaces; points as steps from the last, see atlas.ts
    countries: [iso: string, name: string, seat: [number, number], polygons: number[][][]][]; // rings of arcs; ~k: k backward
  };
  export default world;
}
