import { Button } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { type EngineName, setEngine } from "#document";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { useCalmApp } from "../hooks/useCalmApp.ts";
import { ENGINES, tellObstacles, tellReason } from "./engineWords.ts";
import "./engineChoice.css";

/**
 * The engines with what each is for. One that cannot carry the document says why, and offers to run it without
 * what is in the way.
 */
export function EngineChoice(): ReactNode {
  const group = useId();
  return (
    <fieldset className="lb-engines">
      <legend className="lb-hidden">method</legend>
      {ENGINES.map((engine) => (
        <Option key={engine.id} {...engine} group={group} />
      ))}
    </fieldset>
  );
}

interface OptionProps {
  readonly id: EngineName;
  readonly name: string;
  readonly purpose: string;
  readonly group: string;
}

function Option({ id, name, purpose, group }: OptionProps): ReactNode {
  const isChosen = useApp((state) => state.experiment.dynamics.engine === id);
  const obstacles = useCalmApp((state) => tellObstacles(state.experiment, id));
  const reason = useCalmApp((state) => (isChosen ? tellReason(state.experiment) : null));
  const { edit } = useActions();
  const purposeId = useId();
  const choose = () => edit("method", (open) => setEngine(open, id));
  const isFree = isChosen || obstacles === null;
  return (
    <div className="lb-engine">
      <label>
        <input
          type="radio"
          name={group}
          value={id}
          checked={isChosen}
          disabled={!isFree}
          aria-describedby={purposeId}
          onChange={choose}
        />
        <span>{name}</span>
      </label>
      <p id={purposeId}>{isFree ? purpose : `Cannot carry ${obstacles}.`}</p>
      {reason !== null && <p className="lb-engine-reason">{reason}</p>}
      {!isFree && (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Drop that and switch to ${name}`}
          onClick={choose}
        >
          Drop that and switch
        </Button>
      )}
    </div>
  );
}
