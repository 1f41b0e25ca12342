import { type ExperimentDoc, findParameter, moveThresholds, type NeuronRef } from "#document";
import type { Handle, ParameterChange, ScreenPoint } from "#plots";
import type { AppActions, AppStore } from "#store";
import { labelOf } from "../lab/neuronLabel.ts";

/** A neuron's handle in somebody's hand. */
export interface NeuronDrag {
  move(to: ScreenPoint): void;
  commit(): void;
  cancel(): void;
}

interface DragParts {
  readonly store: AppStore;
  readonly actions: AppActions;
}

/** What is moved: a handle and the neuron that it belongs to. */
export interface Held {
  readonly handle: Handle;
  readonly neuron: NeuronRef;
}

/** Take hold of a handle: everything until commit or cancel is one undo step. */
export function beginNeuronDrag({ store, actions }: DragParts, held: Held): NeuronDrag {
  const start = store.getState().experiment;
  const others = othersOf(store, held);
  const label = labelFor(held, others.length);
  actions.beginGesture(label);
  return {
    move(to) {
      const changes = held.handle.drag(to);
      actions.edit(label, () => applyTo(start, { held, others, changes }), "gesture");
    },
    commit: actions.commitGesture,
    cancel: actions.cancelGesture,
  };
}

/** Set a handle's own parameter by keyboard: one undo step. */
export function nudgeNeuron({ store, actions }: DragParts, held: Held, steps: number): void {
  const { handle } = held;
  const { keyStep } = findParameter(handle.parameterId);
  const changes = handle.set(handle.value + steps * keyStep);
  const others = othersOf(store, held);
  actions.edit(labelFor(held, others.length), (open) => applyTo(open, { held, others, changes }));
}

/** The rest of the selection, which moves along when a threshold is moved. */
function othersOf(store: AppStore, { handle, neuron }: Held): readonly NeuronRef[] {
  if (handle.part !== "line") return [];
  const { selection } = store.getState().view;
  const isOne = (ref: NeuronRef): boolean =>
    ref.population === neuron.population && ref.index === neuron.index;
  return selection.some(isOne) ? selection.filter((ref) => !isOne(ref)) : [];
}

function labelFor({ handle, neuron }: Held, others: number): string {
  const { label } = findParameter(handle.parameterId);
  return others === 0 ? `${label} of ${labelOf(neuron)}` : `${label} of ${others + 1} neurons`;
}

interface Application {
  readonly held: Held;
  readonly others: readonly NeuronRef[];
  readonly changes: readonly ParameterChange[];
}

function applyTo(start: ExperimentDoc, { held, others, changes }: Application): ExperimentDoc {
  const target = { scope: "neurons", neurons: [held.neuron] } as const;
  let changed = start;
  for (const { parameterId, value } of changes) {
    const parameter = findParameter(parameterId);
    const allowed = Math.min(parameter.max, Math.max(parameter.min, value));
    const rounded = Number((Math.round(allowed / parameter.step) * parameter.step).toFixed(9));
    changed = parameter.write(changed, target, rounded);
    if (parameterId === "threshold" && others.length > 0) {
      const moved = rounded - (parameter.read(start, target) ?? rounded);
      changed = moveThresholds(changed, others, moved);
    }
  }
  return changed;
}
