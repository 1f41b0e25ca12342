import type { Block, Membrane } from "./membrane.ts";

// One voltage step of a block, V += dt ((-V + drive) + received / dt) + noise, and in the same pass whether
// any voltage reached threshold. The grouping is that of the reference rules (Podlaski & Machens 2024,
// published simulator), so that spikes are identical on the knife edge. There is a copy for each mix of
// terms, because a choice inside the loop costs more than the arithmetic.

/** Moves a block by one step. @returns true when some voltage is at threshold. */
export type Kernel = (membrane: Membrane, block: Block) => boolean;

/** No spikes, no noise. */
export function relax(membrane: Membrane, block: Block): boolean {
  const { voltages, drive, leak } = membrane;
  const { end } = block;
  let hit = false;
  for (let index = block.start; index < end; index += 1) {
    const before = voltages[index]!;
    const voltage = before + leak * (drive[index]! - before);
    voltages[index] = voltage;
    if (voltage >= 1) hit = true;
  }
  return hit;
}

/** No spikes, no noise, one input that moves: the drive is made on the way. */
export function relaxTracking(membrane: Membrane, block: Block): boolean {
  const { voltages, slopes, bias, tracked, leak } = membrane;
  const { end } = block;
  let hit = false;
  for (let index = block.start; index < end; index += 1) {
    const before = voltages[index]!;
    const voltage = before + leak * (slopes[index]! * tracked + bias[index]! - before);
    voltages[index] = voltage;
    if (voltage >= 1) hit = true;
  }
  return hit;
}

/** Spikes arrive. */
export function relaxCoupled(membrane: Membrane, block: Block): boolean {
  const { voltages, drive, received, leak } = membrane;
  const { end } = block;
  let hit = false;
  for (let index = block.start; index < end; index += 1) {
    const before = voltages[index]!;
    const voltage = before + leak * (drive[index]! - before + received[index]! / leak);
    voltages[index] = voltage;
    if (voltage >= 1) hit = true;
  }
  return hit;
}

/** Noise. */
export function relaxNoisy(membrane: Membrane, block: Block): boolean {
  const { voltages, drive, noise, leak } = membrane;
  const { end, noiseScale } = block;
  let hit = false;
  for (let index = block.start; index < end; index += 1) {
    const before = voltages[index]!;
    const voltage = before + leak * (drive[index]! - before) + noiseScale * noise[index]!;
    voltages[index] = voltage;
    if (voltage >= 1) hit = true;
  }
  return hit;
}

/** Noise and one input that moves. */
export function relaxTrackingNoisy(membrane: Membrane, block: Block): boolean {
  const { voltages, slopes, bias, noise, tracked, leak } = membrane;
  const { end, noiseScale } = block;
  let hit = false;
  for (let index = block.start; index < end; index += 1) {
    const before = voltages[index]!;
    const relaxed = before + leak * (slopes[index]! * tracked + bias[index]! - before);
    const voltage = relaxed + noiseScale * noise[index]!;
    voltages[index] = voltage;
    if (voltage >= 1) hit = true;
  }
  return hit;
}

/** Spikes arrive, and noise. */
export function relaxCoupledNoisy(membrane: Membrane, block: Block): boolean {
  const { voltages, drive, received, noise, leak } = membrane;
  const { end, noiseScale } = block;
  let hit = false;
  for (let index = block.start; index < end; index += 1) {
    const before = voltages[index]!;
    const relaxed = before + leak * (drive[index]! - before + received[index]! / leak);
    const voltage = relaxed + noiseScale * noise[index]!;
    voltages[index] = voltage;
    if (voltage >= 1) hit = true;
  }
  return hit;
}
