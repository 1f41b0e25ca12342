import type { ReactNode } from "react";
import { parseSymbol } from "./parseSymbol.ts";
import "./symbol.css";

interface MathSymbolProps {
  /** `E^{EE}`, `T_i`, `sigma`. */
  readonly markup: string;
  /** One sentence shown on hover or focus of the symbol. */
  readonly explain?: string;
}

/** A letter of the theory set as in print: italic, with raised and lowered parts. */
export function MathSymbol({ markup, explain }: MathSymbolProps): ReactNode {
  return (
    <span className="lb-symbol" {...(explain === undefined ? {} : { "data-explain": explain })}>
      {parseSymbol(markup).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one markup never move
        <span key={index}>
          {part.italic ? <i>{part.base}</i> : part.base}
          {part.sub !== "" && <sub>{part.sub}</sub>}
          {part.sup !== "" && <sup>{part.sup}</sup>}
        </span>
      ))}
    </span>
  );
}
