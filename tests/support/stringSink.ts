import type { Sink, TextContent } from "#plots";

/** A sink that writes each call as a line, numbers rounded to one digit. */
export interface StringSink extends Sink {
  readonly calls: readonly string[];
  /** Everything drawn inside the first group of this name, or null when there is none. */
  group(name: string): readonly string[] | null;
  /** All words written, in order. */
  words(): readonly string[];
}

function plain(content: TextContent): string {
  return typeof content === "string" ? content : content.map(({ text }) => text).join("");
}

/** Record what a painter draws. */
export function createStringSink(): StringSink {
  const calls: string[] = [];
  const words: string[] = [];
  const log = (name: string, ...values: readonly number[]): void => {
    calls.push([name, ...values.map((value) => String(Math.round(value * 10) / 10 + 0))].join(" "));
  };
  return {
    calls,
    words: () => words,
    group(name) {
      const start = calls.indexOf(`begin ${name}`);
      if (start < 0) return null;
      let depth = 0;
      for (let at = start; at < calls.length; at += 1) {
        if (calls[at]?.startsWith("begin ")) depth += 1;
        if (calls[at] === "end") depth -= 1;
        if (depth === 0) return calls.slice(start + 1, at);
      }
      throw new Error(`The group "${name}" is never closed.`);
    },
    beginPath: () => log("path"),
    moveTo: (x, y) => log("move", x, y),
    lineTo: (x, y) => log("line", x, y),
    closePath: () => log("close"),
    circle: (x, y, radius) => log("circle", x, y, radius),
    rect: (x, y, width, height) => log("rect", x, y, width, height),
    stroke: ({ color, dash = [] }) =>
      void calls.push(`stroke ${color}${dash.length > 0 ? " dashed" : ""}`),
    fill: ({ color }) => void calls.push(`fill ${color}`),
    text(content, x, y) {
      words.push(plain(content));
      log(`text "${plain(content)}"`, x, y);
    },
    pushClip: (x, y, width, height) => log("clip", x, y, width, height),
    popClip: () => log("unclip"),
    beginGroup: (name) => void calls.push(`begin ${name}`),
    endGroup: () => void calls.push("end"),
  };
}
