/** What a link may be. The encoder refuses beyond them with a sentence, the decoder before it spends anything. */
export interface LinkLimits {
  /** Characters with the "#": what browsers, chats and QR codes carry without cutting. */
  readonly characters: number;
  /** Bytes after inflating. */
  readonly bytes: number;
  /** Numbers, texts, lists and objects together. */
  readonly nodes: number;
  /** What opens within a few seconds; a file may ask for more. */
  readonly neurons: number;
  /** Lists and objects inside each other. */
  readonly depth: number;
}

export const LINK_LIMITS: LinkLimits = {
  characters: 8000,
  bytes: 262_144,
  nodes: 200_000,
  neurons: 200_000,
  depth: 24,
};
