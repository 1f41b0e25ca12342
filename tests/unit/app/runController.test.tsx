import { describe, expect, it } from "vitest";
import { findParameter, removeNeurons, setDuration, setInput, setName } from "#document";
import { eiDocument } from "../../support/documents.ts";
import { beginRuns as begin, E1, lift } from "../../support/runControllers.ts";
import { withSeed } from "../../support/workspaces.ts";

const I2 = { population: "I", index: 1 };

describe("a protocol run", () => {
  it("begins at once, with the document's own course and seed", () => {
    const { client } = begin();
    expect(client.look()).toEqual(["run"]);
    expect(client.runs[0]?.[0]).toMatchObject({ engine: "clock", dt: 0.01, steps: 1000, seed: 0 });
    expect(client.runs[0]?.[1]).toEqual({ everySteps: 1, voltages: [], currents: [] });
  });

  it("is run again at every edit, in a drag too, and at undo and redo", () => {
    const { client, actions } = begin();
    client.look();
    actions.edit("seed", withSeed(3));
    actions.beginGesture("drag");
    actions.edit("drag", lift, "gesture");
    actions.edit("drag", lift, "gesture");
    expect(client.look()).toEqual(["run", "run", "run"]);
    actions.commitGesture();
    expect(client.look()).toEqual([]);
    actions.undo();
    actions.redo();
    expect(client.look()).toEqual(["run", "run"]);
    expect(client.runs.at(-1)?.[0].seed).toBe(3);
  });

  it("leaves the playhead where it is at edits, undo and redo", () => {
    const { actions, data } = begin();
    data.time = 7.25;
    actions.edit("seed", withSeed(3));
    actions.undo();
    actions.redo();
    expect(data.time).toBe(7.25);
  });

  it("is not run again for what is looked at", () => {
    const { client, actions } = begin();
    client.look();
    actions.setView({ time: 3, timeRange: [1, 4], timeUnit: "ms", speed: 5, liveInput: [9] });
    actions.select([I2]);
    actions.hover(I2);
    actions.setPlaying(true);
    actions.setPlaying(false);
    actions.setGhost({ id: 1, label: "before", experiment: eiDocument() });
    expect(client.look()).toEqual([]);
  });

  it("records voltages or currents of the selected neurons while they are on show", () => {
    const { client, actions, showTraces } = begin();
    actions.select([I2]);
    client.look();
    showTraces("voltages");
    expect(client.runs.at(-1)?.[1]).toMatchObject({ voltages: [3], currents: [] });
    showTraces("currents");
    expect(client.runs.at(-1)?.[1]).toMatchObject({ voltages: [], currents: [3] });
    actions.select([E1, I2]);
    expect(client.runs.at(-1)?.[1]).toMatchObject({ currents: [0, 3] });
    expect(client.look()).toEqual(["run", "run", "run"]);
    actions.select([E1, { ...I2 }]);
    expect(client.look()).toEqual([]);
    showTraces("none");
    expect(client.runs.at(-1)?.[1]).toMatchObject({ voltages: [], currents: [] });
  });

  it("records the first neuron of each population when none is selected", () => {
    const { client, showTraces } = begin();
    showTraces("voltages");
    expect(client.runs.at(-1)?.[1].voltages).toEqual([0, 2]);
  });

  it("keeps at most 20000 samples", () => {
    const { client } = begin({}, eiDocument({ duration: 1000 }));
    expect(client.runs[0]?.[1].everySteps).toBe(5);
  });

  it("begins again on request", () => {
    const { client, runs } = begin();
    client.look();
    runs.restart();
    expect(client.look()).toEqual(["run"]);
  });

  it("is stopped, and says why, when the document cannot run", () => {
    const { store, client, actions, showTraces } = begin();
    client.look();
    actions.edit("inputs", (open) => ({ ...open, network: { ...open.network, inputs: 2 } }));
    expect(client.look()).toEqual(["stop"]);
    const { run } = store.getState();
    expect(run.phase).toBe("failed");
    expect(run.problem).toMatch(/\.$/);
    showTraces("voltages");
    expect(client.look()).toEqual([]);
    actions.undo();
    expect(client.look()).toEqual(["run"]);
  });
});

describe("playing", () => {
  it("moves the playhead by the speed, and from the end of the axis back to its beginning", () => {
    const { actions, frames, data } = begin({ speed: 2 });
    data.timeRange = [4, 6];
    data.time = 5;
    frames.turn(0);
    actions.setPlaying(true);
    frames.turn(1000);
    frames.turn(1250);
    expect(data.time).toBeCloseTo(5.5, 9);
    frames.turn(1500);
    expect(data.time).toBeCloseTo(6, 9);
    frames.turn(1600);
    expect(data.time).toBe(4);
  });

  it("stands still when nothing plays, and lets the loop sleep", () => {
    const { actions, frames, data } = begin();
    frames.turn(0);
    expect(frames.waiting).toBe(0);
    actions.setPlaying(true);
    frames.turn(100);
    actions.setPlaying(false);
    frames.turn(200);
    const { time } = data;
    frames.turn(300);
    expect(data.time).toBe(time);
    expect(frames.waiting).toBe(0);
  });
});

describe("a live run that exploded", () => {
  it("begins anew at whatever may save it, and at nothing else", () => {
    const { client, actions, data } = begin({ mode: "live" });
    data.traces.verdict = { kind: "explosive", time: 0, spikes: 10_000 };
    const anew = ["live", "steer current"];
    client.look();
    actions.edit("drag", lift);
    expect(client.look()).toEqual(anew);
    actions.setView({ liveInput: [0.5] });
    expect(client.look()).toEqual(anew);
    actions.setView({ liveCurrent: { E: -1 } });
    expect(client.look()).toEqual(anew);
    actions.setView({ timeUnit: "ms" });
    expect(client.look()).toEqual([]);
  });
});

describe("a live run", () => {
  const live = { mode: "live", liveInput: [0.5], liveCurrent: { E: 0.1, I: -0.2 } } as const;

  it("begins when the mode changes: once, endless, held by the hand and playing", () => {
    const { client, store, actions } = begin({ liveInput: [0.5] });
    client.look();
    actions.setView({ mode: "live" });
    expect(client.look()).toEqual(["live", "steer current"]);
    const [spec, plan, window] = client.lives[0] ?? [];
    expect(spec).toMatchObject({ steps: Number.POSITIVE_INFINITY, currents: [] });
    expect(spec?.input).toEqual({
      kind: "piecewise-linear",
      times: Float64Array.of(0),
      values: Float64Array.of(0.5),
    });
    expect(window).toBe(10);
    expect(plan?.everySteps).toBe(1);
    expect(store.getState().playing).toBe(true);
  });

  it("gives way to one protocol run when the mode changes back", () => {
    const { client, actions } = begin(live);
    client.look();
    actions.setPlaying(false);
    actions.setView({ mode: "protocol", time: 0 });
    expect(client.look()).toEqual(["pause", "run"]);
  });

  it("holds the injected currents from its beginning", () => {
    const { client } = begin(live);
    expect(client.steers).toEqual([{ current: Float64Array.of(0.1, 0.1, -0.2, -0.2, -0.2) }]);
  });

  it("follows thresholds, input and currents without beginning again", () => {
    const { client, actions } = begin(live);
    client.look();
    actions.edit("threshold", lift);
    actions.setView({ liveInput: [0.75] });
    actions.setView({ liveCurrent: { E: 1, I: 0 } });
    actions.undo();
    expect(client.look()).toEqual([
      "steer network",
      "steer input",
      "steer current",
      "steer network",
    ]);
    expect(client.steers[1]?.network?.thresholds[0]).toBeCloseTo(-0.9, 9);
    expect(client.steers[2]?.input).toEqual(Float64Array.of(0.75));
    expect(client.steers[3]?.current).toEqual(Float64Array.of(1, 1, 0, 0, 0));
    expect(client.steers[4]?.network?.thresholds[0]).toBe(-1);
  });

  it("has nothing to follow in the course, the name or the view", () => {
    const { client, actions } = begin(live);
    client.look();
    const course = { kind: "piecewise-linear", points: [[0, [2]]] } as const;
    actions.edit("course", (open) => setInput(open, course));
    actions.edit("name", (open) => setName(open, "other"));
    actions.setView({ speed: 9, timeUnit: "ms" });
    expect(client.look()).toEqual([]);
  });

  it("begins again where it cannot follow: seed, step, duration, number of neurons", () => {
    const { client, actions } = begin(live);
    const again = ["live", "steer current"];
    client.look();
    actions.edit("seed", withSeed(5));
    expect(client.look()).toEqual(again);
    const target = { scope: "run" } as const;
    actions.edit("step", (open) => findParameter("dt").write(open, target, 0.02));
    expect(client.look()).toEqual(again);
    actions.edit("duration", (open) => setDuration(open, 5));
    expect(client.lives.at(-1)?.[2]).toBe(5);
    client.look();
    actions.edit("fewer", (open) => removeNeurons(open, [I2]));
    expect(client.look()).toEqual(again);
    expect(client.lives.at(-1)?.[0].network.neurons).toBe(4);
  });

  it("keeps a window between 1 and 12 tau", () => {
    expect(begin(live, eiDocument({ duration: 0.5 })).client.lives[0]?.[2]).toBe(1);
    expect(begin(live, eiDocument({ duration: 300 })).client.lives[0]?.[2]).toBe(12);
  });

  it("goes on when another neuron is chosen: a small network is recorded whole", () => {
    const { client, actions, showTraces } = begin(live);
    showTraces("voltages");
    expect(client.lives.at(-1)?.[1].voltages).toEqual([0, 1, 2, 3, 4]);
    client.look();
    actions.select([I2]);
    actions.select([E1]);
    expect(client.look()).toEqual([]);
  });

  it("takes time from the frames while it plays, at the viewer's speed", () => {
    const { client, actions, frames } = begin({ ...live, speed: 3 });
    client.look();
    frames.turn(100);
    frames.turn(116);
    expect(client.look()).toEqual(["pump 0 at 3", "pump 16 at 3"]);
    actions.setPlaying(false);
    expect(client.look()).toEqual(["pause"]);
    frames.turn(132);
    expect(client.look()).toEqual([]);
  });

  it("takes a single step on request", () => {
    const { client, runs } = begin(live);
    client.look();
    runs.stepOnce();
    expect(client.look()).toEqual(["step 1"]);
  });

  it("follows nothing after it was let go", () => {
    const { client, actions, frames, runs } = begin(live);
    client.look();
    runs.dispose();
    actions.edit("threshold", lift);
    frames.turn(100);
    expect(client.look()).toEqual([]);
  });
});
