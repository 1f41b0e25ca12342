import { type ExperimentDoc, findParameter, moveThresholds, type NeuronRef } from "#document";
import type { Handle, ParameterChange, ScreenPoint } from "#plots";
import { type AppActions, type AppStore, isSameNeuron } from "#store";
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
export function beginNeuronDrag(parts: DragParts, held: Held): NeuronDrag {
  const { handle, neuron } = held;
  const { change, commit, cancel } = beginChange(parts, whatMoves(parts.store, held), neuron);
  return { move: (to) => change(handle.drag(to)), commit, cancel };
}

/** A threshold in somebody's hand. */
export interface ThresholdDrag extends Omit<NeuronDrag, "move"> {
  /** How far from where it was taken, threshold units. */
  moveBy(change: number): void;
}

/** Take hold of a neuron's threshold without a handle, as of a facet in space. */
export function beginThresholdDrag(parts: DragParts, neuron: NeuronRef): ThresholdDrag {
  const { store } = parts;
  const threshold = findParameter(THRESHOLD);
  const before = threshold.read(store.getState().experiment, targetOf(neuron)) ?? 0;
  const moving = { label: threshold.label, others: othersOf(store, neuron) };
  const { change, commit, cancel } = beginChange(parts, moving, neuron);
  return {
    moveBy: (by) => change([{ parameterId: THRESHOLD, value: before + by }]),
    commit,
    cancel,
  };
}

/** Set a handle's own parameter by keyboard: one undo step. */
export function nudgeNeuron({ store, actions }: DragParts, held: Held, steps: number): void {
  const { handle, neuron } = held;
  const { keyStep } = findParameter(handle.parameterId);
  const changes = handle.set(handle.value + steps * keyStep);
  const moving = whatMoves(store, held);
  actions.edit(nameOf(moving, neuron), (open) =>
    applyTo(open, { neuron, others: moving.others, changes }),
  );
}

const THRESHOLD = "threshold";

/** What a hand moves: the label of the parameter and the neurons that go with the one that is held. */
interface Moving {
  readonly label: string;
  readonly others: readonly NeuronRef[];
}

function whatMoves(store: AppStore, { handle, neuron }: Held): Moving {
  const { label } = findParameter(handle.parameterId);
  return { label, others: handle.part === "line" ? othersOf(store, neuron) : [] };
}

/** The rest of the selection, which moves along when a threshold is moved. */
function othersOf(store: AppStore, neuron: NeuronRef): readonly NeuronRef[] {
  const { selection } = store.getState().view;
  const isOne = (ref: NeuronRef): boolean => isSameNeuron(ref, neuron);
  return selection.some(isOne) ? selection.filter((ref) => !isOne(ref)) : [];
}

function nameOf({ label, others }: Moving, neuron: NeuronRef): string {
  const whose = others.length === 0 ? labelOf(neuron) : `${others.length + 1} neurons`;
  return `${label} of ${whose}`;
}

interface Change extends Omit<NeuronDrag, "move"> {
  change(changes: readonly ParameterChange[]): void;
}

function beginChange({ store, actions }: DragParts, moving: Moving, neuron: NeuronRef): Change {
  const start = store.getState().experiment;
  const { others } = moving;
  const label = nameOf(moving, neuron);
  actions.beginGesture(label);
  return {
    change: (changes) =>
      actions.edit(label, () => applyTo(start, { neuron, others, changes }), "gesture"),
    commit: actions.commitGesture,
    cancel: actions.cancelGesture,
  };
}

interface Application {
  readonly neuron: NeuronRef;
  readonly others: readonly NeuronRef[];
  readonly changes: readonly ParameterChange[];
}

function applyTo(start: ExperimentDoc, { neuron, others, changes }: Application): ExperimentDoc {
  const target = targetOf(neuron);
  let changed = start;
  for (const { parameterId, value } of changes) {
    const parameter = findParameter(parameterId);
    const allowed = Math.min(parameter.max, Math.max(parameter.min, value));
    const rounded = Number((Math.round(allowed / parameter.step) * parameter.step).toFixed(9));
    changed = parameter.write(changed, target, rounded);
    if (parameterId === THRESHOLD && others.length > 0) {
      const moved = rounded - (parameter.read(start, target) ?? rounded);
      changed = moveThresholds(changed, others, moved);
    }
  }
  return changed;
}

function targetOf(neuron: NeuronRef): {
  readonly scope: "neurons";
  readonly neurons: readonly NeuronRef[];
} {
  return { scope: "neurons", neurons: [neuron] };
}
