/** Layers of the ziggurat. */
const LAYERS = 256;
/** Where the tail begins: the right edge of the lowest layer. */
export const TAIL_START = 3.6541528853610088;
/** Area of every layer under exp(-x^2 / 2). */
const LAYER_AREA = 0.00492867323399;
/** Signed 24-bit numbers choose the place inside a layer. */
const PLACES = 2 ** 23;

const density = (x: number): number => Math.exp(-0.5 * x * x);

/** Width of each layer a place: x = place * widths[layer]. */
export const widths: Float64Array = new Float64Array(LAYERS);
/** A place smaller than this in magnitude lies wholly under the curve. */
export const insidePlaces: Int32Array = new Int32Array(LAYERS);
/** Density at the outer edge of each layer. */
export const heights: Float64Array = new Float64Array(LAYERS);

// Marsaglia & Tsang 2000: layer 0 holds the tail, the others shrink towards the peak.
function fillTables(): void {
  const base = LAYER_AREA / density(TAIL_START);
  let outer = TAIL_START;
  let previous = TAIL_START;
  setLayer(0, base, TAIL_START / base);
  heights[0] = 1;
  setLayer(LAYERS - 1, TAIL_START, 0);
  heights[LAYERS - 1] = density(TAIL_START);
  for (let layer = LAYERS - 2; layer >= 1; layer -= 1) {
    outer = Math.sqrt(-2 * Math.log(LAYER_AREA / previous + density(previous)));
    insidePlaces[layer + 1] = Math.floor((outer / previous) * PLACES);
    setLayer(layer, outer, 0);
    heights[layer] = density(outer);
    previous = outer;
  }
}

function setLayer(layer: number, edge: number, inside: number): void {
  widths[layer] = edge / PLACES;
  insidePlaces[layer] = Math.floor(inside * PLACES);
}

fillTables();
