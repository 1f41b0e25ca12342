import { type NeuronGroup, type TangentResult, tangentNeurons } from "#model";
import type { ExplicitNetwork, NeuronOverride, TangentNetwork } from "../types.ts";

/** The neurons one by one, or one sentence about the first that cannot be. */
export type ExpandResult =
  | { readonly ok: true; readonly network: ExplicitNetwork }
  | { readonly ok: false; readonly error: string };

const expanded = new WeakMap<TangentNetwork, ExpandResult>();

/** Write out the neurons of a tangent recipe one by one, hand-set values included; once for each recipe object. */
export function expandTangent(recipe: TangentNetwork): ExpandResult {
  const known = expanded.get(recipe);
  if (known !== undefined) return known;
  const result = expandAfresh(recipe);
  expanded.set(recipe, result);
  return result;
}

function expandAfresh(recipe: TangentNetwork): ExpandResult {
  const bare = expandBare(recipe);
  if (!bare.ok) return bare;
  const populations = bare.network.populations.map((group) =>
    applyOverrides(group, recipe.overrides[group.id] ?? {}),
  );
  return { ok: true, network: { ...bare.network, populations } };
}

const bareNetworks = new WeakMap<TangentNetwork["populations"], ExpandResult>();

/**
 * The neurons of a tangent recipe without the hand-set values; the same populations give the same object, however
 * often a hand changes one neuron.
 */
export function expandBare({ inputs, populations }: TangentNetwork): ExpandResult {
  const known = bareNetworks.get(populations);
  if (known?.ok === false || known?.network.inputs === inputs) return known;
  const result = placeTangents(inputs, populations);
  bareNetworks.set(populations, result);
  return result;
}

function placeTangents(inputs: number, populations: TangentNetwork["populations"]): ExpandResult {
  const writers = Object.fromEntries(populations.map(({ id, type }) => [id, type]));
  const groups: NeuronGroup[] = [];
  for (const population of populations) {
    const built: TangentResult = tangentNeurons(population, { inputs, writers });
    if (!built.ok) return built;
    groups.push(built.group);
  }
  return { ok: true, network: { kind: "explicit", inputs, populations: groups } };
}

function applyOverrides(
  group: NeuronGroup,
  overrides: Readonly<Record<string, NeuronOverride>>,
): NeuronGroup {
  const changes = Object.entries(overrides).map(([key, change]) => [Number(key), change] as const);
  if (changes.length === 0) return group;
  const names = new Set([
    ...Object.keys(group.encoders),
    ...changes.flatMap(([, { encoders }]) => Object.keys(encoders ?? {})),
  ]);
  const none = group.thresholds.map(() => 0);
  return {
    ...group,
    feedforward: replace(group.feedforward, changes, ({ feedforward }) => feedforward),
    encoders: Object.fromEntries(
      Array.from(names, (name) => [
        name,
        replace(group.encoders[name] ?? none, changes, ({ encoders }) => encoders?.[name]),
      ]),
    ),
    thresholds: replace(group.thresholds, changes, ({ threshold }) => threshold),
    decoders: replace(group.decoders, changes, ({ decoder }) =>
      decoder === undefined ? undefined : [decoder],
    ),
    selfReset: replace(group.selfReset, changes, ({ selfReset }) => selfReset),
  };
}

function replace<Value>(
  values: readonly Value[],
  changes: readonly (readonly [number, NeuronOverride])[],
  pick: (change: NeuronOverride) => Value | undefined,
): readonly Value[] {
  const replaced = [...values];
  for (const [index, change] of changes) {
    const value = pick(change);
    if (value !== undefined) replaced[index] = value;
  }
  return replaced;
}
