import { describe, expect, it } from "vitest";
import { type CanvasContext, createCanvasSink, createSvgSink, parseRichText } from "#plots";

const options = { width: 100, height: 50, fontFamily: "Inter", title: 'A <b> & "c"' };

describe("createSvgSink", () => {
  it("writes paths with their pens and fills", () => {
    const sink = createSvgSink({ ...options, background: "#fff" });
    sink.beginPath();
    sink.moveTo(1, 2.345);
    sink.lineTo(3, 4);
    sink.closePath();
    sink.stroke({ color: "#123456", width: 2, dash: [4, 2], opacity: 0.5, cap: "round" });
    sink.fill({ color: "#abcdef", opacity: 0.25 });
    const svg = sink.finish();
    expect(svg).toContain('<rect width="100" height="50" fill="#fff"/>');
    expect(svg).toContain(
      '<path d="M1,2.35L3,4Z" fill="none" stroke="#123456" stroke-width="2" stroke-linejoin="round" stroke-dasharray="4 2" stroke-linecap="round" stroke-opacity="0.5"/>',
    );
    expect(svg).toContain('<path d="M1,2.35L3,4Z" fill="#abcdef" fill-opacity="0.25"/>');
  });

  it("writes circles and rectangles, and nothing for an empty path", () => {
    const sink = createSvgSink(options);
    sink.beginPath();
    sink.circle(10, 20, 5);
    sink.rect(1, 2, 3, 4);
    sink.fill({ color: "red" });
    sink.beginPath();
    sink.stroke({ color: "blue", width: 1 });
    const svg = sink.finish();
    expect(svg).toContain("M5,20a5,5 0 1 0 10,0a5,5 0 1 0 -10,0ZM1,2h3v4h-3Z");
    expect(svg).not.toContain("blue");
  });

  it("cannot be broken out of by words or colours", () => {
    const sink = createSvgSink(options);
    sink.text('<script>"&\u0000', 0, 0, { color: 'red" onload="x', sizePx: 10 });
    sink.beginGroup("a<b");
    sink.endGroup();
    const svg = sink.finish();
    expect(svg).toContain("&lt;script&gt;&quot;&amp;<");
    expect(svg).toContain('fill="red&quot; onload=&quot;x"');
    expect(svg).toContain('data-name="a&lt;b"');
    expect(svg).toContain("<title>A &lt;b&gt; &amp; &quot;c&quot;</title>");
  });

  it("raises and slants runs, and comes back to the line", () => {
    const sink = createSvgSink(options);
    sink.text(parseRichText("|*y*^{I}|"), 10, 20, { color: "red", sizePx: 10 });
    expect(sink.finish()).toContain(
      '|<tspan font-style="italic">y</tspan><tspan dy="-3.6" font-size="7.2">I</tspan><tspan dy="3.6">|</tspan></text>',
    );
  });

  it("turns, anchors and weighs text, with the halo below all of it", () => {
    const sink = createSvgSink(options);
    sink.text("E", 10, 20, {
      color: "red",
      sizePx: 10,
      align: "middle",
      baseline: "middle",
      rotate: -90,
      weight: 700,
      italic: true,
      opacity: 0.5,
      halo: "white",
    });
    const svg = sink.finish();
    expect(svg).toContain(
      '<text x="10" y="23.5" font-size="10" text-anchor="middle" font-weight="700" font-style="italic" opacity="0.5" transform="rotate(-90 10 20)" fill="red">E</text>',
    );
    expect(svg.indexOf('stroke="white"')).toBeLessThan(svg.indexOf('fill="red"'));
  });

  it("clips by rectangles whose names differ between pictures", () => {
    const draw = (title: string): string => {
      const sink = createSvgSink({ ...options, title });
      sink.pushClip(1, 2, 3, 4);
      sink.popClip();
      return sink.finish();
    };
    expect(draw("Slice 1")).toContain('<clipPath id="Slice-1-clip1"><rect x="1" y="2"');
    expect(draw("Slice 1")).toContain('<g clip-path="url(#Slice-1-clip1)">\n</g>');
    expect(draw("42")).toContain('id="picture-clip1"');
  });

  it("refuses groups that are left open or closed twice", () => {
    const sink = createSvgSink(options);
    expect(() => sink.endGroup()).toThrow("never opened");
    sink.beginGroup("a");
    expect(() => sink.finish()).toThrow("still open");
  });

  it("rounds to as many digits as asked, without minus zero", () => {
    const sink = createSvgSink({ ...options, decimals: 1 });
    sink.beginPath();
    sink.moveTo(-0.01, 1.26);
    sink.stroke({ color: "red", width: 1 });
    expect(sink.finish()).toContain('d="M0,1.3"');
  });
});

/** A canvas context that writes down what is done to it; letters are half their size wide. */
function createLog(): { readonly context: CanvasContext; readonly log: string[] } {
  const log: string[] = [];
  const note =
    (name: string) =>
    (...values: readonly unknown[]): void => {
      log.push([name, ...values].join(" "));
    };
  const context: CanvasContext = {
    fillStyle: "",
    strokeStyle: "",
    lineWidth: 0,
    lineCap: "square",
    lineJoin: "miter",
    globalAlpha: 0,
    font: "",
    textAlign: "center",
    textBaseline: "hanging",
    beginPath: note("begin"),
    moveTo: note("move"),
    lineTo: note("line"),
    closePath: note("close"),
    arc: note("arc"),
    rect: note("rect"),
    stroke: () => {
      const { strokeStyle, lineWidth, lineCap, globalAlpha } = context;
      log.push(`stroke ${String(strokeStyle)} ${lineWidth} ${lineCap} ${globalAlpha}`);
    },
    fill: () => void log.push(`fill ${String(context.fillStyle)} ${context.globalAlpha}`),
    save: note("save"),
    restore: note("restore"),
    clip: note("clip"),
    translate: note("translate"),
    rotate: (angle) => void log.push(`rotate ${angle.toFixed(2)}`),
    setLineDash: (segments) => void log.push(`dash ${segments.join(",")}`),
    fillText: (text, x, y) => void log.push(`text ${text} ${x} ${y} ${context.font}`),
    strokeText: (text, x, y) => void log.push(`halo ${text} ${x} ${y} ${context.lineWidth}`),
    measureText: (text) => ({
      width: (text.length * Number.parseFloat(context.font.slice(4))) / 2,
    }),
  };
  return { context, log };
}

describe("createCanvasSink", () => {
  it("passes paths on and sets the pen afresh each time", () => {
    const { context, log } = createLog();
    const sink = createCanvasSink(context, "Inter");
    sink.beginPath();
    sink.moveTo(1, 2);
    sink.lineTo(3, 4);
    sink.closePath();
    sink.circle(5, 6, 7);
    sink.rect(1, 2, 3, 4);
    sink.stroke({ color: "red", width: 2, dash: [1, 2], opacity: 0.5, cap: "round" });
    sink.stroke({ color: "blue", width: 1 });
    sink.fill({ color: "green", opacity: 0.1 });
    sink.fill({ color: "black" });
    expect(log).toEqual([
      "begin",
      "move 1 2",
      "line 3 4",
      "close",
      "move 12 6",
      `arc 5 6 7 0 ${2 * Math.PI}`,
      "rect 1 2 3 4",
      "dash 1,2",
      "stroke red 2 round 0.5",
      "dash ",
      "stroke blue 1 butt 1",
      "fill green 0.1",
      "fill black 1",
    ]);
  });

  it("clips between save and restore", () => {
    const { context, log } = createLog();
    const sink = createCanvasSink(context, "Inter");
    sink.beginGroup("ignored");
    sink.pushClip(1, 2, 3, 4);
    sink.popClip();
    sink.endGroup();
    expect(log).toEqual(["save", "begin", "rect 1 2 3 4", "clip", "restore"]);
  });

  it("sets runs one after the other at their measured widths", () => {
    const { context, log } = createLog();
    const sink = createCanvasSink(context, "Inter");
    sink.text(parseRichText("ab^{E}c"), 100, 50, { color: "red", sizePx: 10, weight: 600 });
    expect(log).toEqual([
      "text ab 100 50 600 10px Inter",
      "text E 110 46.4 600 7.2px Inter",
      "text c 113.6 50 600 10px Inter",
    ]);
    expect(context.textAlign).toBe("left");
    expect(context.textBaseline).toBe("alphabetic");
  });

  it("sets a font only where it is another, and again once it may have been lost", () => {
    const { context } = createLog();
    const fonts: string[] = [];
    Object.defineProperty(context, "font", {
      get: () => fonts.at(-1) ?? "",
      set: (font: string) => void fonts.push(font),
    });
    const sink = createCanvasSink(context, "Inter");
    const write = (sizePx: number, rotate = 0): void =>
      sink.text("E", 0, 0, { color: "red", sizePx, rotate });
    write(10);
    write(10);
    expect(fonts).toEqual(["400 10px Inter"]);
    write(12);
    write(12, 90);
    write(12);
    expect(fonts).toHaveLength(3);
    sink.pushClip(0, 0, 1, 1);
    sink.popClip();
    write(12);
    sink.beginGroup("next picture");
    write(12);
    expect(fonts).toHaveLength(5);
  });

  it.each([
    [1, "bevel"],
    [2, "round"],
  ] as const)("turns a line of %i px with %s corners", (width, join) => {
    const { context } = createLog();
    createCanvasSink(context, "Inter").stroke({ color: "red", width });
    expect(context.lineJoin).toBe(join);
  });

  it("aligns to the middle and to the end", () => {
    const { context, log } = createLog();
    const sink = createCanvasSink(context, "Inter");
    sink.text("abcd", 100, 0, { color: "red", sizePx: 10, align: "middle" });
    sink.text("abcd", 100, 0, { color: "red", sizePx: 10, align: "end", baseline: "top" });
    expect(log.map((line) => line.split(" ")[2])).toEqual(["90", "80"]);
    expect(context.textBaseline).toBe("top");
  });

  it("draws the whole halo before any letter", () => {
    const { context, log } = createLog();
    const sink = createCanvasSink(context, "Inter");
    const style = { color: "red", sizePx: 10, halo: "white" } as const;
    sink.text(parseRichText("a_{b}"), 0, 0, style);
    const kinds = log.map((line) => line.split(" ")[0]);
    expect(kinds).toEqual(["dash", "halo", "dash", "halo", "text", "text"]);
    expect(log[1]).toBe("halo a 0 0 3");
  });

  it("turns text about its anchor and turns back", () => {
    const { context, log } = createLog();
    const sink = createCanvasSink(context, "Inter");
    sink.text("ab", 30, 40, { color: "red", sizePx: 10, rotate: -90, italic: true });
    expect(log).toEqual([
      "save",
      "translate 30 40",
      "rotate -1.57",
      "text ab 0 0 italic 400 10px Inter",
      "restore",
    ]);
  });
});
