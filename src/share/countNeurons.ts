import { isPlainObject } from "./patch.ts";

/**
 * Count the neurons that an experiment asks for, before anybody has read it: a recipe of a few bytes can ask for
 * millions, and reading it expands them. What is not a count is left to the reader to refuse.
 */
export function countNeurons(experiment: unknown): number {
  const { network } = fieldsOf(experiment);
  const { populations } = fieldsOf(network);
  return listOf(populations).reduce<number>((sum, each) => sum + countPopulation(each), 0);
}

function countPopulation(population: unknown): number {
  const { thresholds, tangents, copies } = fieldsOf(population);
  const asTangents = listOf(tangents).reduce<number>((product, grid) => {
    const { count } = fieldsOf(grid);
    return product * countOf(count);
  }, countOf(copies));
  // Whichever of the two the network's kind makes count.
  return Math.max(asTangents, listOf(thresholds).length);
}

function countOf(value: unknown): number {
  return typeof value === "number" && value > 1 ? value : 1;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isPlainObject(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
