import { memo, type ReactNode } from "react";
import type { ExperimentDoc, Parameter, ParameterTarget } from "#document";
import { useCalmApp } from "../hooks/useCalmApp.ts";
import { describeEdit } from "./describeTarget.ts";
import { NumberRow } from "./NumberRow.tsx";
import { clamp, quantise } from "./numbers.ts";
import { useGesture } from "./useGesture.ts";

interface ParameterControlProps {
  readonly parameter: Parameter;
  /** Keep the same object while it means the same, so that the control is not rendered for nothing. */
  readonly target: ParameterTarget;
  readonly disabled?: boolean;
  /** Shown in place of the slider. */
  readonly instead?: ReactNode;
}

/**
 * One parameter: name, symbol, slider and a number to type. Reads one number from the store, so during a drag
 * nothing but this row is rendered.
 */
export const ParameterControl = memo(Applicable);

function Applicable(props: ParameterControlProps): ReactNode {
  const { parameter, target } = props;
  const applies = useCalmApp((state) => parameter.applies(state.experiment, target));
  return applies ? <Control {...props} key={describeEdit(parameter, target)} /> : null;
}

function Control({ parameter, target, ...rest }: ParameterControlProps): ReactNode {
  const name = describeEdit(parameter, target);
  const gesture = useGesture(name);
  const value = useCalmApp((state) => parameter.read(state.experiment, target), gesture.isOpen);
  const set = (next: number) => {
    const allowed = clamp(next, parameter.min, parameter.max);
    gesture.edit((experiment) => parameter.write(experiment, target, allowed));
  };
  const step = (by: number) =>
    gesture.edit((experiment) => addTo(experiment, { parameter, target, by }));
  const row = { name, value, gesture, set, step };
  return <NumberRow rules={parameter} {...row} {...rest} />;
}

interface Addition {
  readonly parameter: Parameter;
  readonly target: ParameterTarget;
  readonly by: number;
}

/** Move the value; where several neurons differ each moves from where it is. */
function addTo(experiment: ExperimentDoc, { parameter, target, by }: Addition): ExperimentDoc {
  const value = parameter.read(experiment, target);
  if (value !== null) {
    // A tenth of the key step may be finer than the quantum; it must still move.
    const quantum = Math.min(parameter.step, Math.abs(by));
    const next = clamp(quantise(value + by, quantum), parameter.min, parameter.max);
    return parameter.write(experiment, target, next);
  }
  if (target.scope !== "neurons" || target.neurons.length < 2) return experiment;
  return target.neurons.reduce(
    (changed, neuron) =>
      addTo(changed, { parameter, target: { scope: "neurons", neurons: [neuron] }, by }),
    experiment,
  );
}
