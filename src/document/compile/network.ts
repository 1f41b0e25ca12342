import {
  buildNetwork,
  type LowRankNetwork,
  type NeuronChange,
  type PopulationType,
  replaceNeurons,
} from "#model";
import type { Problem } from "../parse/report.ts";
import type { ExplicitNetwork, NetworkRecipe, TangentNetwork } from "../types.ts";
import { expandBare } from "./tangent.ts";

/** A network, or why the recipe gives none. */
export type CompileResult =
  | { readonly ok: true; readonly network: LowRankNetwork }
  | { readonly ok: false; readonly problem: Problem };

const compiled = new WeakMap<NetworkRecipe, CompileResult>();

/**
 * Expand a recipe to a network: populations in the order E, I, then by id; readout latents first. The same
 * recipe object gives the same network object, so that views may compare by identity.
 *
 * @returns the network, or the rule that a recipe breaks (a tangent that Dale's law forbids).
 */
export function compileNetwork(recipe: NetworkRecipe): CompileResult {
  const known = compiled.get(recipe);
  if (known !== undefined) return known;
  const result = compileAfresh(recipe);
  compiled.set(recipe, result);
  return result;
}

function compileAfresh(recipe: NetworkRecipe): CompileResult {
  if (recipe.kind === "explicit") return assemble(recipe);
  const bare = expandBare(recipe);
  if (!bare.ok) return { ok: false, problem: { path: "network", message: bare.error } };
  const base = compileNetwork(bare.network);
  if (!base.ok) return base;
  return attempt(() => replaceNeurons(base.network, listChanges(base.network, recipe)));
}

/** The hand-set neurons of a recipe by their place in the network. */
function listChanges(
  { populations }: LowRankNetwork,
  { overrides }: TangentNetwork,
): readonly NeuronChange[] {
  return populations.flatMap(({ id, start, count }) =>
    Object.entries(overrides[id] ?? {}).flatMap(([key, change]) => {
      const index = Number(key);
      return index < count ? [{ ...change, neuron: start + index }] : [];
    }),
  );
}

function assemble({ inputs, populations }: ExplicitNetwork): CompileResult {
  return attempt(() => buildNetwork({ inputs, groups: sortPopulations(populations) }));
}

function attempt(make: () => LowRankNetwork): CompileResult {
  try {
    return { ok: true, network: make() };
  } catch (error) {
    // A document that was edited by hand in memory may break the model's rules; each breach is one sentence.
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { path: "network", message } };
  }
}

const RANK: Readonly<Record<PopulationType, number>> = {
  excitatory: 0,
  inhibitory: 1,
  unconstrained: 2,
};

/** The order in a file has no meaning: E comes before I, then by id. */
function sortPopulations<P extends { readonly type: PopulationType; readonly id: string }>(
  populations: readonly P[],
): readonly P[] {
  return populations.toSorted(
    (left, right) => RANK[left.type] - RANK[right.type] || (left.id < right.id ? -1 : 1),
  );
}
