/** A letter of a symbol with what hangs on it. */
export interface SymbolPart {
  readonly base: string;
  readonly sup: string;
  readonly sub: string;
  /** Letters are set in italics, signs and digits upright. */
  readonly italic: boolean;
}

const GREEK: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  delta: "δ",
  Delta: "Δ",
  lambda: "λ",
  mu: "μ",
  sigma: "σ",
  tau: "τ",
  theta: "θ",
  phi: "φ",
};

const PART = /([A-Za-z]+|[0-9.]+|[^\s^_{}])((?:[\^_](?:\{[^}]*\}|.))*)/g;
const SCRIPT = /([\^_])(?:\{([^}]*)\}|(.))/g;

function toGreek(word: string): string {
  return GREEK[word] ?? word;
}

/** Read the table's tiny markup: `E^{EE}`, `T_i`, `sigma`, `|y^I|`. */
export function parseSymbol(markup: string): readonly SymbolPart[] {
  return [...markup.matchAll(PART)].map(([, base = "", scripts = ""]) => {
    let sup = "";
    let sub = "";
    for (const [, mark, braced, single] of scripts.matchAll(SCRIPT)) {
      const text = toGreek(braced ?? single ?? "");
      if (mark === "^") sup = text;
      else sub = text;
    }
    return { base: toGreek(base), sup, sub, italic: /^[A-Za-z]/.test(base) };
  });
}
