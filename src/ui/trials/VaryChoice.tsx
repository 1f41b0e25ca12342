import type { ReactNode } from "react";
import { type ExperimentDoc, findSweepParameter, type SweepChoice, sweepChoices } from "#document";
import { describeNeurons } from "../controls/describeTarget.ts";
import { useApp } from "../hooks/StoreProvider.tsx";

interface VaryChoiceProps {
  readonly experiment: ExperimentDoc;
  readonly value: SweepChoice | null;
  choose(choice: SweepChoice | null): void;
}

interface Option {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly choice: SweepChoice;
}

const NOTHING = "nothing";

/** What to vary: nothing, or any parameter that has a meaning in the open document. */
export function VaryChoice({ experiment, value, choose }: VaryChoiceProps): ReactNode {
  const selection = useApp((state) => state.view.selection);
  const neurons = `Selected: ${describeNeurons(selection)}`;
  const options = sweepChoices(experiment, selection).flatMap(
    (choice) => toOption(choice, neurons) ?? [],
  );
  const groups = [...new Set(options.map(({ group }) => group))];
  const chosen = value === null ? NOTHING : keyOf(value);
  const isLost = value !== null && !options.some(({ key }) => key === chosen);
  return (
    <select
      className="lb-select"
      aria-label="What to vary"
      value={chosen}
      onChange={(event) => {
        const { value: key } = event.currentTarget;
        choose(options.find((option) => option.key === key)?.choice ?? null);
      }}
    >
      <option value={NOTHING}>nothing: only the noise</option>
      {isLost && value !== null && (
        <option value={chosen}>{toOption(value, neurons)?.label ?? value.parameter}</option>
      )}
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {options
            .filter((option) => option.group === group)
            .map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}

function keyOf({ parameter, population }: SweepChoice): string {
  return `${parameter}/${population ?? ""}`;
}

function toOption(choice: SweepChoice, neurons: string): Option | null {
  const parameter = findSweepParameter(choice.parameter);
  if (parameter === null) return null;
  const { scope, label } = parameter;
  const key = keyOf(choice);
  switch (scope) {
    case "neurons":
      return { key, choice, group: neurons, label };
    case "population": {
      const group = choice.population ?? "All populations";
      return { key, choice, group, label: `${label}, ${choice.population ?? "all"}` };
    }
    case "run":
      return { key, choice, group: "Run", label };
  }
}
