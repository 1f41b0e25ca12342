/**
 * First byte of every packed value. The numbers are part of the link format: links of version 1 hold them for ever.
 */
export const TAGS = {
  null: 0,
  false: 1,
  true: 2,
  /** Eight bytes. */
  double: 3,
  /** Length, then characters. */
  text: 4,
  /** Length, then values. */
  list: 5,
  /** Number of entries, then the keys, then the values. */
  object: 6,
  /** Number of rows, their shape, then one column after the other. */
  table: 7,
  /** Number of entries, then the keys, then a patch for each; anything else in place of a patch is a value. */
  merge: 8,
} as const;

/** 16 + digits: a number of that many digits after the point. */
export const DECIMAL = 16;

/** 32 + number: whole numbers from 0 to 63 in one byte. */
export const SMALL = 32;
export const SMALL_LIMIT = 64;

/** 96 + place: a word of the version's vocabulary (at most 160), as a key or as a text. */
export const WORD = 96;
