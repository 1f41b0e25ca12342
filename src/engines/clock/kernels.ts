import type { Block, Membrane } from "./membrane.ts";

// One voltage step, V += dt ((-V + drive) + recurrent / dt) + noise, and the search for neurons at threshold
// in the same pass. The grouping is that of the reference rules (Podlaski & Machens 2024, published
// simulator) so that spikes are identical on the knife edge. Four copies, because a test inside the loop
// costs more than the arithmetic.

/** Step a block that receives neither spikes nor noise. */
export function relax(membrane: Membrane, block: Block, step: number): void {
  const { voltages, drive, readyStep, candidates, leak } = membrane;
  let count = membrane.candidateCount;
  for (let index = block.start; index < block.end; index += 1) {
    const before = voltages[index]!;
    const voltage = before + leak * (drive[index]! - before);
    voltages[index] = voltage;
    if (voltage >= 1 && readyStep[index]! <= step) {
      candidates[count] = index;
      count += 1;
    }
  }
  membrane.candidateCount = count;
}

/** Step a block that receives spikes. */
export function relaxCoupled(membrane: Membrane, block: Block, step: number): void {
  const { voltages, drive, recurrent, readyStep, candidates, leak } = membrane;
  let count = membrane.candidateCount;
  for (let index = block.start; index < block.end; index += 1) {
    const before = voltages[index]!;
    const voltage = before + leak * (drive[index]! - before + recurrent[index]! / leak);
    voltages[index] = voltage;
    if (voltage >= 1 && readyStep[index]! <= step) {
      candidates[count] = index;
      count += 1;
    }
  }
  membrane.candidateCount = count;
}

/** Step a block that receives noise. */
export function relaxNoisy(membrane: Membrane, block: Block, step: number): void {
  const { voltages, drive, normals, readyStep, candidates, leak } = membrane;
  const { noiseScale } = block;
  let count = membrane.candidateCount;
  for (let index = block.start; index < block.end; index += 1) {
    const before = voltages[index]!;
    const voltage = before + leak * (drive[index]! - before) + noiseScale * normals[index]!;
    voltages[index] = voltage;
    if (voltage >= 1 && readyStep[index]! <= step) {
      candidates[count] = index;
      count += 1;
    }
  }
  membrane.candidateCount = count;
}

/** Step a block that receives spikes and noise. */
export function relaxCoupledNoisy(membrane: Membrane, block: Block, step: number): void {
  const { voltages, drive, recurrent, normals, readyStep, candidates, leak } = membrane;
  const { noiseScale } = block;
  let count = membrane.candidateCount;
  for (let index = block.start; index < block.end; index += 1) {
    const before = voltages[index]!;
    const relaxed = before + leak * (drive[index]! - before + recurrent[index]! / leak);
    const voltage = relaxed + noiseScale * normals[index]!;
    voltages[index] = voltage;
    if (voltage >= 1 && readyStep[index]! <= step) {
      candidates[count] = index;
      count += 1;
    }
  }
  membrane.candidateCount = count;
}
