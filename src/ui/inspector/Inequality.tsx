import { Fragment, type ReactNode, useMemo } from "react";
import type { NeuronRef } from "#document";
import { MathSymbol } from "../controls/MathSymbol.tsx";
import { formatNumber } from "../controls/numbers.ts";
import type { LiveReading } from "../hooks/liveTicker.ts";
import { useCalmApp } from "../hooks/useCalmApp.ts";
import { LiveText } from "./LiveText.tsx";
import { type NeuronInequality, readInequality, sumTerms } from "./neuronTerms.ts";

const MEANING =
  "While the sum on the left is below the threshold the neuron is silent; when it gets there, the neuron fires.";

/** What keeps the selected neuron silent, in letters and with the numbers of this moment. */
export function Inequality({ neuron }: { readonly neuron: NeuronRef }): ReactNode {
  const experiment = useCalmApp((state) => state.experiment);
  const inequality = useMemo(() => readInequality(experiment, neuron), [experiment, neuron]);
  if (inequality === null) return null;
  return (
    <div className="lb-inequality">
      <span className="lb-formula" data-explain={MEANING}>
        {inequality.terms.map(({ weightSymbol, variableSymbol, sign }, index) => (
          <Fragment key={variableSymbol}>
            {operator(sign, index)}
            <MathSymbol markup={weightSymbol} /> <MathSymbol markup={variableSymbol} />
          </Fragment>
        ))}
        {" < "}
        <MathSymbol markup="T" />
      </span>
      <LiveText
        className="lb-formula-numbers"
        read={(reading) => writeNumbers(inequality, reading)}
      />
      <LiveText
        className="lb-formula-distance"
        read={(reading) => tellDistance(inequality, reading)}
      />
    </div>
  );
}

function operator(sign: 1 | -1, index: number): string {
  if (index === 0) return sign === 1 ? "" : "−";
  return sign === 1 ? " + " : " − ";
}

/** "0.40 · 6.20 + 0.30 · 5.06 − 1.00 · 8.02 = −4.02 < 1.03" */
function writeNumbers(inequality: NeuronInequality, { summary }: LiveReading): string {
  if (summary === null) return "";
  const left = inequality.terms
    .map((term, index) => {
      const { weight, sign } = term;
      const product = `${formatNumber(weight, 2)} · ${formatNumber(term.read(summary), 2)}`;
      return operator(sign, index) + product;
    })
    .join("");
  const sum = sumTerms(inequality, summary);
  const relation = sum < inequality.threshold ? "<" : "≥";
  return `${left} = ${formatNumber(sum, 2)} ${relation} ${formatNumber(inequality.threshold, 2)}`;
}

function tellDistance(inequality: NeuronInequality, { summary }: LiveReading): string {
  if (summary === null) return "";
  const gap = inequality.threshold - sumTerms(inequality, summary);
  return gap > 0 ? `${formatNumber(gap, 2)} below its threshold` : "at its threshold: it fires";
}
