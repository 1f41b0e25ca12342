import { describe, expect, it } from "vitest";
import type { ExperimentDoc, NeuronRef } from "#document";
import { type AppState, createAppStore, hasChangedIn, hasNeuron, isSameNeuron } from "#store";
import { experiment, preferences, view, withSeed, workspace } from "../../support/workspaces.ts";

const neuron = (population: string, index: number): NeuronRef => ({ population, index });

function open(): ReturnType<typeof createAppStore> {
  return createAppStore({ workspace, preferences });
}

/** Without the last I neuron. */
function shrink(document: ExperimentDoc): ExperimentDoc {
  if (document.network.kind !== "explicit") return document;
  const populations = document.network.populations.map((population) => ({
    ...population,
    thresholds: population.thresholds.slice(0, 2),
  }));
  return { ...document, network: { ...document.network, populations } };
}

const tangent: ExperimentDoc = {
  ...experiment,
  network: {
    kind: "tangent",
    inputs: 1,
    populations: [
      {
        id: "I",
        type: "inhibitory",
        boundary: { of: "I", terms: [] },
        tangents: [
          { variable: "x", from: 0, to: 1, count: 3 },
          { variable: "E", from: 0, to: 1, count: 4 },
        ],
        copies: 2,
        decoder: -1,
        selfReset: 0,
      },
    ],
    overrides: {},
  },
};

describe("a new store", () => {
  it("shows the workspace, idle, with nothing to undo", () => {
    const { actions, ...state } = open().getState();
    expect(state).toEqual({
      experiment,
      view,
      preferences,
      past: [],
      future: [],
      gesture: null,
      run: { phase: "idle", problem: null },
      playing: false,
      ghost: null,
      hovered: null,
      spike: null,
      notices: [],
    });
    expect(Object.keys(actions)).toHaveLength(17);
  });

  it("drops selected neurons that the network does not have", () => {
    const selection = [neuron("I", 2), neuron("I", 3), neuron("X", 0)];
    const store = createAppStore({
      workspace: { experiment, view: { ...view, selection } },
      preferences,
    });
    expect(store.getState().view.selection).toEqual([neuron("I", 2)]);
  });
});

describe("neurons", () => {
  it("are those of the explicit lists", () => {
    const there = [neuron("E", 0), neuron("E", 1), neuron("I", 2)];
    const missing = [neuron("E", 2), neuron("E", -1), neuron("E", 0.5), neuron("X", 0)];
    expect(there.every((each) => hasNeuron(experiment, each))).toBe(true);
    expect(missing.some((each) => hasNeuron(experiment, each))).toBe(false);
  });

  it("of a recipe are the product of its grids and copies", () => {
    expect(hasNeuron(tangent, neuron("I", 23))).toBe(true);
    expect(hasNeuron(tangent, neuron("I", 24))).toBe(false);
    expect(hasNeuron(tangent, neuron("E", 0))).toBe(false);
  });

  it("are the same by population and index", () => {
    expect(isSameNeuron(neuron("E", 1), neuron("E", 1))).toBe(true);
    expect(isSameNeuron(neuron("E", 1), neuron("I", 1))).toBe(false);
    expect(isSameNeuron(neuron("E", 1), neuron("E", 2))).toBe(false);
  });
});

describe("selection and hover", () => {
  it("hold each existing neuron once", () => {
    const store = open();
    store.getState().actions.select([neuron("E", 0), neuron("E", 0), neuron("E", 7)]);
    expect(store.getState().view.selection).toEqual([neuron("E", 0)]);
  });

  it("lose neurons that an edit removes, and undo does not bring them back", () => {
    const store = open();
    const { select, hover, edit, undo } = store.getState().actions;
    select([neuron("E", 1), neuron("I", 2)]);
    hover(neuron("I", 2));
    edit("remove", shrink);
    expect(store.getState().view.selection).toEqual([neuron("E", 1)]);
    expect(store.getState().hovered).toBeNull();
    undo();
    expect(store.getState().view.selection).toEqual([neuron("E", 1)]);
  });

  it("stay where the neuron still exists", () => {
    const store = open();
    const { hover, edit } = store.getState().actions;
    hover(neuron("I", 1));
    edit("remove", shrink);
    expect(store.getState().hovered).toEqual(neuron("I", 1));
  });

  it("notify only when the pointer reaches another neuron", () => {
    const store = open();
    const { hover } = store.getState().actions;
    hover(neuron("E", 0));
    const before = store.getState();
    hover(neuron("E", 0));
    expect(store.getState()).toBe(before);
    hover(neuron("E", 9));
    expect(store.getState().hovered).toBeNull();
    const empty = store.getState();
    hover(null);
    expect(store.getState()).toBe(empty);
  });
});

describe("the sitting", () => {
  it("keeps run status, playing, ghost and preferences", () => {
    const store = open();
    const { setRun, setPlaying, setGhost, setPreferences, setView } = store.getState().actions;
    setRun({ phase: "failed", problem: "The engine stopped." });
    setPlaying(true);
    setGhost(null);
    setPreferences({ theme: "dark" });
    setView({ timeUnit: "tau" });
    expect(store.getState()).toMatchObject({
      run: { phase: "failed", problem: "The engine stopped." },
      playing: true,
      ghost: null,
      preferences: { ...preferences, theme: "dark" },
      view: { ...view, timeUnit: "tau" },
    });
  });

  it("numbers notices, moves a repeated sentence to the end and keeps five", () => {
    const store = open();
    const { notify } = store.getState().actions;
    for (const text of ["a", "b", "a", "c", "d", "e", "f"]) notify("info", text);
    expect(store.getState().notices.map(({ id, text }) => `${id}${text}`)).toEqual([
      "3a",
      "4c",
      "5d",
      "6e",
      "7f",
    ]);
  });

  it("takes a dismissed notice away and never uses its number again", () => {
    const store = open();
    const { notify, dismiss } = store.getState().actions;
    notify("error", "a");
    dismiss(1);
    expect(store.getState().notices).toEqual([]);
    notify("warning", "b");
    expect(store.getState().notices).toEqual([{ id: 2, tone: "warning", text: "b", offer: null }]);
  });
});

describe("scopes", () => {
  const changes: readonly (readonly [string, Partial<AppState>, readonly string[]])[] = [
    ["experiment", { experiment: withSeed(1)(experiment) }, ["undo", "url", "storage"]],
    ["view", { view: { ...view, time: 0 } }, ["url", "storage"]],
    ["preferences", { preferences: { ...preferences } }, ["storage"]],
    ["run", { run: { phase: "done", problem: null } }, []],
    ["hovered", { hovered: neuron("E", 0) }, []],
  ];

  it.each(changes)("say where a change of %s goes", (_, change, scopes) => {
    const before = open().getState();
    const after = { ...before, ...change };
    const changed = (["undo", "url", "storage"] as const).filter((scope) =>
      hasChangedIn(scope, before, after),
    );
    expect(changed).toEqual(scopes);
  });
});

describe("the spike that is explained", () => {
  const explaining = () => {
    const store = open();
    store.getState().actions.explain(4);
    return { ...store.getState().actions, now: () => store.getState().spike, store };
  };

  it("stays while the view changes and a gesture has changed nothing", () => {
    const { setView, beginGesture, commitGesture, setPlaying, now } = explaining();
    setView({ timeUnit: "ms", time: view.time });
    beginGesture("nothing");
    commitGesture();
    setPlaying(false);
    expect(now()).toBe(4);
  });

  it("goes with time, mode, playing and the document", () => {
    const ways: readonly ((actions: ReturnType<typeof explaining>) => void)[] = [
      ({ setView }) => setView({ time: view.time + 1 }),
      ({ setView }) => setView({ mode: view.mode === "live" ? "protocol" : "live" }),
      ({ setPlaying }) => setPlaying(true),
      ({ edit }) => edit("shrink", shrink),
      ({ explain }) => explain(null),
    ];
    for (const way of ways) {
      const actions = explaining();
      way(actions);
      expect(actions.now()).toBeNull();
    }
  });

  it("tells nobody when it is the same", () => {
    const { explain, store } = explaining();
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    explain(4);
    expect(told).toBe(0);
  });
});
