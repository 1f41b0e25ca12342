import { type ReactNode, useRef } from "react";
import { findParameter, type NeuronRef, resetNeurons } from "#document";
import type { Handle as PlotHandle } from "#plots";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useActions, useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { labelOf } from "../lab/neuronLabel.ts";
import { Handle, type HandleState } from "./Handle.tsx";
import { beginNeuronDrag, type NeuronDrag, nudgeNeuron } from "./neuronDrag.ts";

/** One thing of the selected neuron that a panel lets go of and take hold of. */
export interface Grip {
  /** How the ids of its handles begin and end, e.g. "slice-" and "-line". */
  readonly prefix: string;
  readonly suffix: "line" | "slope-to" | "slope-from" | "decoder";
  /** Name, given the neuron's. */
  name(who: string): string;
}

interface NeuronHandlesProps {
  readonly grips: readonly Grip[];
  /** The handles of the neuron selected last, as the panel shows them now. */
  read(): readonly PlotHandle[];
}

/** Line, ends and decoder arrow of the selected neuron as things to focus, drag and step. */
export function NeuronHandles({ grips, read }: NeuronHandlesProps): ReactNode {
  const neuron = useApp((state) => state.view.selection.at(-1) ?? null);
  if (neuron === null) return null;
  return (
    <div className="lb-overlay lb-neuron-handles">
      {grips.map((grip) => (
        <NeuronHandle
          key={`${labelOf(neuron)} ${grip.prefix}${grip.suffix}`}
          neuron={neuron}
          grip={grip}
          read={read}
        />
      ))}
    </div>
  );
}

interface NeuronHandleProps extends Pick<NeuronHandlesProps, "read"> {
  readonly neuron: NeuronRef;
  readonly grip: Grip;
}

const PARTS = {
  line: "threshold",
  "slope-to": "slope",
  "slope-from": "slope",
  decoder: "decoder",
} as const;

const NOWHERE: HandleState = { place: null, value: 0, min: 0, max: 0, text: "" };

function NeuronHandle({ neuron, grip, read }: NeuronHandleProps): ReactNode {
  const store = useAppStore();
  const actions = useActions();
  const { presetExperiment } = useServices();
  const drag = useRef<NeuronDrag | null>(null);
  const find = (): PlotHandle | null =>
    read().find(({ id }) => id.startsWith(grip.prefix) && id.endsWith(grip.suffix)) ?? null;
  const part = PARTS[grip.suffix];
  const state = (): HandleState => {
    const handle = find();
    if (handle === null) return NOWHERE;
    const parameter = findParameter(handle.parameterId);
    return {
      place: handle.position,
      value: handle.value,
      min: parameter.min,
      max: parameter.max,
      text: `${parameter.label} ${handle.valueText}`,
    };
  };
  const held = () => {
    const handle = find();
    return handle === null ? null : { handle, neuron };
  };
  return (
    <Handle
      name={grip.name(labelOf(neuron))}
      part={part}
      vertical={part !== "decoder"}
      explain={EXPLAIN[part]}
      read={state}
      begin={() => {
        const taken = held();
        drag.current = taken === null ? null : beginNeuronDrag({ store, actions }, taken);
      }}
      move={(to) => drag.current?.move(to)}
      commit={() => drag.current?.commit()}
      cancel={() => drag.current?.cancel()}
      nudge={(steps) => {
        const taken = held();
        if (taken !== null) nudgeNeuron({ store, actions }, taken, steps);
      }}
      reset={() =>
        actions.edit(`reset ${labelOf(neuron)}`, (open) =>
          resetNeurons(open, presetExperiment(), [neuron]),
        )
      }
    />
  );
}

const EXPLAIN = {
  threshold: "Drag to move the neuron's threshold; double-click to put the neuron back.",
  slope: "Drag to turn the neuron's line about its other end.",
  decoder: "Drag to change how far one spike of this neuron pushes the readout.",
} as const;
