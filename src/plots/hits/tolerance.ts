/** How far from a thing a pointer still takes hold of it; CSS pixels. */
export const HIT_TOLERANCE: { readonly mouse: number; readonly touch: number } = {
  mouse: 8,
  touch: 22,
};
