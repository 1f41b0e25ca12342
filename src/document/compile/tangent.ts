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
  const writers = Object.fromEntries(recipe.populations.map(({ id, type }) => [id, type]));
  const populations: NeuronGroup[] = [];
  for (const population of recipe.populations) {
    const built: TangentResult = tangentNeurons(population, { inputs: recipe.inputs, writers });
    if (!built.ok) return built;
    populations.push(applyOverrides(built.group, recipe.overrides[population.id] ?? {}));
  }
  return { ok: true, network: { kind: "explicit", inputs: recipe.inputs, populations } };
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
