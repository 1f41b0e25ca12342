import { afterEach, describe, expect, it } from "vitest";
import { viewportOf } from "../../../src/scene3d/camera/framing.ts";
import { poseOf } from "../../../src/scene3d/camera/pose.ts";
import { CameraRig } from "../../../src/scene3d/camera/rig.ts";
import { Hand } from "../../../src/scene3d/interaction/Hand.ts";
import type { Stage } from "../../../src/scene3d/interaction/stage.ts";

const free = { preset: "free", azimuth: 240, elevation: 20, zoom: 1 } as const;
let dispose = (): void => undefined;
afterEach(() => dispose());

/** A hand on an empty view, and what it has done. */
function createBench() {
  const rig = new CameraRig(poseOf(free), viewportOf(600, 500));
  const done: string[] = [];
  const stage: Stage = {
    rig,
    events: { onSelect: (neuron) => done.push(`select ${neuron}`) },
    model: null,
    pick: () => null,
    pickPlane: () => null,
    moveEye(pose, turned) {
      rig.pose = pose;
      done.push(turned ? "turn" : "zoom");
    },
    settleEye: () => done.push("settle"),
  };
  const element = document.createElement("div");
  document.body.append(element);
  const hand = new Hand(element, stage, () => done.push("home"));
  dispose = () => {
    hand.dispose();
    element.remove();
  };
  const touch = (type: string, pointerId: number, x = 0): void => {
    const init = { pointerId, clientX: x, clientY: 100, bubbles: true, pointerType: "touch" };
    element.dispatchEvent(new PointerEvent(type, init));
  };
  const key = (name: string): void => {
    element.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
  };
  return { rig, done, touch, key };
}

describe("hands on the 3-D view", () => {
  it("zoom by two fingers as far as these part, and settle when one is lifted", () => {
    const { rig, done, touch } = createBench();
    touch("pointerdown", 1, 100);
    touch("pointerdown", 2, 200);
    touch("pointermove", 2, 300);
    expect(rig.pose.zoom).toBeCloseTo(2, 9);
    touch("pointerup", 2, 300);
    touch("pointermove", 1, 180);
    touch("pointerup", 1, 180);
    expect(done).toEqual(["zoom", "settle"]);
  });

  it("settle what a pinch has left when the system takes the fingers away", () => {
    const { done, touch } = createBench();
    touch("pointerdown", 1, 100);
    touch("pointerdown", 2, 200);
    touch("pointermove", 2, 250);
    touch("pointercancel", 1);
    touch("pointercancel", 2);
    expect(done).toEqual(["zoom", "settle"]);
  });

  it("give up turning when a second finger comes down", () => {
    const { rig, done, touch } = createBench();
    touch("pointerdown", 1, 100);
    touch("pointermove", 1, 130);
    const { azimuth } = rig.pose;
    touch("pointerdown", 2, 200);
    touch("pointermove", 1, 150);
    expect(done).toEqual(["turn", "settle", "zoom"]);
    expect(rig.pose.azimuth).toBe(azimuth);
  });

  it("choose by a tap, and nothing by a drag", () => {
    const { done, touch } = createBench();
    touch("pointerdown", 1, 100);
    touch("pointerup", 1, 101);
    touch("pointerdown", 1, 100);
    touch("pointermove", 1, 160);
    touch("pointerup", 1, 160);
    expect(done).toEqual(["select null", "turn", "settle"]);
  });

  it("turn, zoom and go home by key, and leave other keys to the page", () => {
    const { rig, done, key } = createBench();
    for (const name of ["ArrowLeft", "+", "Home", "a"]) key(name);
    expect(done).toEqual(["turn", "settle", "zoom", "settle", "home"]);
    expect(rig.pose).toMatchObject({ azimuth: 245, zoom: 1.15 });
  });
});
