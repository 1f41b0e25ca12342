import fc from "fast-check";
import { describe, it } from "vitest";
import { type AppStore, createAppStore, HISTORY_LIMIT } from "#store";
import { preferences, withSeed, workspace } from "../support/workspaces.ts";

/** The history as the simplest thing that could be right: seeds instead of documents. */
interface Model {
  past: number[];
  present: number;
  future: number[];
  mark: number | null;
}

type Command = fc.Command<Model, AppStore>;

function settle(model: Model): void {
  if (model.mark !== null && model.mark !== model.present) {
    model.past = [...model.past, model.mark].slice(-HISTORY_LIMIT);
    model.future = [];
  }
  model.mark = null;
}

function command(
  name: string,
  change: (model: Model) => void,
  act: (actions: ReturnType<AppStore["getState"]>["actions"]) => void,
): Command {
  return {
    check: () => true,
    run: (model, store) => {
      const { run, view, playing } = store.getState();
      change(model);
      act(store.getState().actions);
      const state = store.getState();
      const found = {
        past: state.past.map((step) => step.experiment.seed),
        present: state.experiment.seed,
        future: state.future.map((step) => step.experiment.seed),
        mark: state.gesture?.experiment.seed ?? null,
      };
      if (JSON.stringify(found) !== JSON.stringify(model)) {
        throw new Error(`after ${name}: ${JSON.stringify(found)}, not ${JSON.stringify(model)}`);
      }
      if (state.run !== run || state.view !== view || state.playing !== playing) {
        throw new Error(`${name} touched the run or the view`);
      }
    },
    toString: () => name,
  };
}

const seeds = fc.integer({ min: 0, max: 3 });

const commands = [
  seeds.map((seed) =>
    command(
      `edit ${seed}`,
      (model) => {
        settle(model);
        model.mark = model.present;
        model.present = seed;
        settle(model);
      },
      ({ edit }) => edit("edit", withSeed(seed)),
    ),
  ),
  seeds.map((seed) =>
    command(
      `drag ${seed}`,
      (model) => {
        if (model.mark !== null) model.present = seed;
      },
      ({ edit }) => edit("drag", withSeed(seed), "gesture"),
    ),
  ),
  seeds.map((seed) =>
    command(
      `silent ${seed}`,
      (model) => {
        model.present = seed;
      },
      ({ edit }) => edit("silent", withSeed(seed), "never"),
    ),
  ),
  fc.constant(
    command(
      "begin",
      (model) => {
        settle(model);
        model.mark = model.present;
      },
      ({ beginGesture }) => beginGesture("gesture"),
    ),
  ),
  fc.constant(command("commit", settle, ({ commitGesture }) => commitGesture())),
  fc.constant(
    command(
      "cancel",
      (model) => {
        model.present = model.mark ?? model.present;
        model.mark = null;
      },
      ({ cancelGesture }) => cancelGesture(),
    ),
  ),
  fc.constant(
    command(
      "undo",
      (model) => {
        if (model.mark === null) {
          const step = model.past.pop();
          if (step === undefined) return;
          model.future.unshift(model.present);
          model.present = step;
        } else {
          model.present = model.mark;
          model.mark = null;
        }
      },
      ({ undo }) => undo(),
    ),
  ),
  fc.constant(
    command(
      "redo",
      (model) => {
        if (model.mark !== null) return;
        const step = model.future.shift();
        if (step === undefined) return;
        model.past.push(model.present);
        model.present = step;
      },
      ({ redo }) => redo(),
    ),
  ),
];

describe("history", () => {
  it("follows its model under any sequence of edits, gestures, undos and redos", () => {
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 60 }), (sequence) => {
        const { seed } = workspace.experiment;
        fc.modelRun(
          () => ({
            model: { past: [], present: seed, future: [], mark: null },
            real: createAppStore({ workspace, preferences }),
          }),
          sequence,
        );
      }),
    );
  });

  it("gives the very document back when everything is undone and redone", () => {
    fc.assert(
      fc.property(fc.array(seeds, { minLength: 1, maxLength: 20 }), (edits) => {
        const store = createAppStore({ workspace, preferences });
        const { edit, undo, redo } = store.getState().actions;
        for (const seed of edits) edit(`seed ${seed}`, withSeed(seed));
        const { experiment, past } = store.getState();
        for (const _ of past) undo();
        const isStart = store.getState().experiment === workspace.experiment;
        for (const _ of past) redo();
        return isStart && store.getState().experiment === experiment;
      }),
    );
  });
});
