import { describe, expect, it, vi } from "vitest";
import { followPointer, type PanelPoint } from "../../../../src/ui/panels/followPointer.ts";

interface Sent {
  readonly type?: "pointermove" | "pointerrawupdate";
  readonly pointerId?: number;
  /** ms. */
  readonly at?: number;
}

function hold(): {
  readonly send: (x: number, y: number, sent?: Sent) => void;
  readonly places: readonly PanelPoint[];
  readonly letGo: () => void;
} {
  const element = document.createElement("div");
  const places: PanelPoint[] = [];
  const press = { pointerId: 1, clientX: 100, clientY: 200 };
  const letGo = followPointer({ element, press, from: { x: 10, y: 20 } }, (to) => places.push(to));
  return {
    places,
    letGo,
    send(x, y, { type = "pointermove", pointerId = 1, at = 0 } = {}) {
      const event = new PointerEvent(type, { clientX: x, clientY: y, pointerId });
      vi.spyOn(event, "timeStamp", "get").mockReturnValue(at);
      element.dispatchEvent(event);
    },
  };
}

describe("followPointer", () => {
  it("tells places in the panel, counted from the press", () => {
    const { send, places } = hold();
    send(103, 195);
    expect(places).toEqual([{ x: 13, y: 15 }]);
  });

  it("takes a raw update at once and not again when the plain move follows", () => {
    const { send, places } = hold();
    send(103, 195, { type: "pointerrawupdate" });
    send(103, 195);
    send(104, 195);
    expect(places).toEqual([
      { x: 13, y: 15 },
      { x: 14, y: 15 },
    ]);
  });

  it("leaves raw updates that come too fast to the plain move", () => {
    const { send, places } = hold();
    send(101, 200, { type: "pointerrawupdate", at: 10 });
    send(102, 200, { type: "pointerrawupdate", at: 11 });
    send(103, 200, { type: "pointerrawupdate", at: 15 });
    send(104, 200, { type: "pointerrawupdate", at: 16 });
    send(104, 200, { at: 16 });
    expect(places.map(({ x }) => x)).toEqual([11, 13, 14]);
  });

  it("takes no notice of another pointer", () => {
    const { send, places } = hold();
    send(150, 150, { pointerId: 2 });
    send(150, 150, { pointerId: 2, type: "pointerrawupdate" });
    expect(places).toEqual([]);
  });

  it("is quiet after letting go", () => {
    const { send, places, letGo } = hold();
    letGo();
    send(150, 150);
    send(150, 150, { type: "pointerrawupdate" });
    expect(places).toEqual([]);
  });
});
