import type { ExperimentDoc, NeuronOverride, NeuronRef, TangentNetwork } from "../types.ts";
import { editNeurons, readNeuron } from "./neurons.ts";

/**
 * Put neurons back to what they are in `base`; neurons that the base does not have stay as they are.
 *
 * @returns the same object when nothing changes.
 */
export function resetNeurons(
  experiment: ExperimentDoc,
  base: ExperimentDoc,
  refs: readonly NeuronRef[],
): ExperimentDoc {
  const { network } = experiment;
  if (network.kind === "tangent" && base.network.kind === "tangent") {
    const overrides = restoreOverrides(network, base.network, refs);
    return overrides === network.overrides
      ? experiment
      : { ...experiment, network: { ...network, overrides } };
  }
  return editNeurons(experiment, refs, ({ encoders }, ref) => {
    const original = readNeuron(base, ref);
    if (original === null) return {};
    const { feedforward, threshold, decoders, selfReset } = original;
    const unread = Object.fromEntries(Object.keys(encoders).map((name) => [name, 0]));
    const [decoder = 0] = decoders;
    return {
      feedforward,
      encoders: { ...unread, ...original.encoders },
      threshold,
      decoder,
      selfReset,
    };
  });
}

function restoreOverrides(
  network: TangentNetwork,
  base: TangentNetwork,
  refs: readonly NeuronRef[],
): TangentNetwork["overrides"] {
  const tables = new Map<string, Map<string, NeuronOverride>>();
  let isChanged = false;
  for (const { population, index } of refs) {
    const known = tables.get(population);
    const table = known ?? new Map(Object.entries(network.overrides[population] ?? {}));
    const wanted = base.overrides[population]?.[index];
    if (table.get(`${index}`) === wanted) continue;
    isChanged = true;
    if (wanted === undefined) table.delete(`${index}`);
    else table.set(`${index}`, wanted);
    tables.set(population, table);
  }
  if (!isChanged) return network.overrides;
  const changed = Array.from(tables, ([id, table]) => [id, Object.fromEntries(table)] as const);
  const all = { ...network.overrides, ...Object.fromEntries(changed) };
  return Object.fromEntries(
    Object.entries(all).filter(([, table]) => Object.keys(table).length > 0),
  );
}
