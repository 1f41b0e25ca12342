import type { ByteReader } from "../bytes/ByteReader.ts";
import type { ByteWriter } from "../bytes/ByteWriter.ts";
import { demand } from "../linkFault.ts";

/** The form that all rows of a table share: a number, or a list of so many forms, e.g. [t, [x]]. */
export type Shape = "number" | readonly Shape[];

/** Widest row that is laid out as columns; inputs and latents are far fewer. */
const NODE_LIMIT = 64;

/** Find the shape of a row, or null when it holds anything but numbers. */
export function findShape(row: unknown): Shape | null {
  if (typeof row === "number") return "number";
  if (!Array.isArray(row) || row.length > NODE_LIMIT) return null;
  const parts = row.map(findShape);
  return parts.every((part) => part !== null) ? parts : null;
}

export function isSameShape(left: Shape, right: Shape): boolean {
  if (left === "number" || right === "number") return left === right;
  return (
    left.length === right.length &&
    left.every((part, index) => isSameShape(part, right[index] ?? "number"))
  );
}

/** Numbers and lists in one row. */
export function countNodes(shape: Shape): number {
  return shape === "number" ? 1 : shape.reduce((sum, part) => sum + countNodes(part), 1);
}

/** Numbers in one row, that is columns in a table. */
export function countNumbers(shape: Shape): number {
  return shape === "number" ? 1 : shape.reduce((sum, part) => sum + countNumbers(part), 0);
}

/** The numbers of a row, in order. */
export function flatten(row: unknown): readonly number[] {
  if (typeof row === "number") return [row];
  return Array.isArray(row) ? row.flatMap(flatten) : [];
}

/** Put numbers back into a row's form, taking them in order from `next`. */
export function build(shape: Shape, next: () => number): unknown {
  return shape === "number" ? next() : shape.map((part) => build(part, next));
}

export function writeShape(writer: ByteWriter, shape: Shape): void {
  if (shape === "number") {
    writer.byte(0);
    return;
  }
  writer.byte(shape.length + 1);
  for (const part of shape) writeShape(writer, part);
}

export function readShape(reader: ByteReader, depth: number): Shape {
  demand(depth > 0, "it is nested too deeply");
  const code = reader.byte();
  if (code === 0) return "number";
  demand(code - 1 <= NODE_LIMIT, "a row is too wide");
  return Array.from({ length: code - 1 }, () => readShape(reader, depth - 1));
}
