/** Why a fragment cannot be read or a workspace cannot be written; never leaves this layer. */
export class LinkFault extends Error {
  override readonly name = "LinkFault";
}

/** Refuse to go on unless `condition` holds. */
export function demand(condition: boolean, message: string): asserts condition {
  if (!condition) throw new LinkFault(message);
}
