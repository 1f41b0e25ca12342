import { afterEach, describe, expect, it, vi } from "vitest";
import { compileNetwork, type ExperimentDoc, formatJson, parseExperimentText } from "#document";
import { toResult } from "#exporters";
import type { LowRankNetwork } from "#model";
import { createTraces } from "#runtime/protocol";
import { fileName } from "../../../src/app/download.ts";
import { createExports } from "../../../src/app/exports.ts";
import type { PanelCapture } from "../../../src/ui/lab/LabContext.tsx";
import { eiDocument } from "../../support/documents.ts";
import { catchDownloads } from "../../support/downloads.ts";
import { runOf, storeOf } from "../../support/labStore.ts";
import { noTrials } from "../../support/noTrials.ts";

afterEach(() => vi.restoreAllMocks());

describe("fileName", () => {
  it("is the document's name in plain letters and what the file holds", () => {
    expect(fileName("Figure 4f: a chain", "slice", "svg")).toBe("figure-4f-a-chain-slice.svg");
    expect(fileName("Événement d'été", "", "json")).toBe("evenement-d-ete.json");
  });

  it("says what the file holds however long the name is", () => {
    const name = fileName("long ".repeat(50), "traces", "csv");
    expect(name).toMatch(/^long-.*-traces\.csv$/);
    expect(name.length).toBeLessThan(75);
  });

  it("is never without a stem", () => {
    expect(fileName("", "", "json")).toBe("latent-boundaries.json");
    expect(fileName("¿…?", "result", "json")).toBe("latent-boundaries-result.json");
  });
});

function networkOf({ network }: ExperimentDoc): LowRankNetwork {
  const compiled = compileNetwork(network);
  if (!compiled.ok) throw new Error(compiled.problem.message);
  return compiled.network;
}

describe("taking away", () => {
  function begin(change: Parameters<typeof eiDocument>[0] = {}) {
    const document = eiDocument({ name: "five", ...change });
    const store = storeOf(document);
    const data = {
      traces: runOf(document),
      ghost: null,
      time: 0,
      timeRange: [0, 10] as const,
    };
    const captures = new Map<string, PanelCapture>();
    const downloads = catchDownloads();
    const exports = createExports({ store, data, captures, trials: noTrials });
    const notices = () => store.getState().notices.map(({ text }) => text);
    return { store, data, captures, downloads, exports, notices };
  }

  it("writes traces and spikes as tables", async () => {
    const { downloads, exports } = begin();
    exports.exportCsv("traces");
    exports.exportCsv("spikes");
    expect(downloads.map(({ name, type }) => [name, type])).toEqual([
      ["five-traces.csv", "text/csv;charset=utf-8"],
      ["five-spikes.csv", "text/csv;charset=utf-8"],
    ]);
    expect((await downloads[0]?.text())?.split("\n").length).toBeGreaterThan(1000);
    expect(await downloads[1]?.text()).toMatch(/\n/);
  });

  it("writes the result with its summary", async () => {
    const { downloads, exports } = begin();
    exports.exportResult();
    expect(downloads[0]?.name).toBe("five-result.json");
    const result: unknown = JSON.parse((await downloads[0]?.text()) ?? "");
    expect(result).toMatchObject({ summary: {} });
  });

  it("measures a live run over what its window holds", async () => {
    const { store, data, downloads, exports } = begin();
    store.getState().actions.setView({ mode: "live" });
    const { traces } = data;
    const first = traces.sampleEnd - 401;
    const spike = traces.spikeTime.findIndex((time) => time >= (traces.time[first] ?? 0));
    data.traces = { ...traces, sampleStart: first, spikeStart: spike };
    exports.exportResult();
    const result: unknown = JSON.parse((await downloads[0]?.text()) ?? "");
    const from = traces.time[first] ?? 0;
    const to = traces.time[traces.sampleEnd - 1] ?? 0;
    expect(to - from).toBeCloseTo(4, 9);
    expect(result).toMatchObject({ summary: { window: { from, to } } });
    const { rate } = toResult(data.traces, {
      network: networkOf(store.getState().experiment),
      duration: to - from,
      hasSteps: true,
      warnings: [],
    }).summary;
    expect(result).toMatchObject({ summary: { rate } });
    expect(rate["I"]).toBeGreaterThan(0);
  });

  it("writes a file that opens as the same document and view", async () => {
    const { store, downloads, exports } = begin();
    exports.saveExperiment();
    expect(downloads[0]?.name).toBe("five.json");
    const text = (await downloads[0]?.text()) ?? "";
    expect(parseExperimentText(text)).toMatchObject({
      ok: true,
      experiment: store.getState().experiment,
    });
    const { view } = store.getState();
    expect(JSON.parse(text)).toMatchObject({ view: JSON.parse(formatJson(view)) });
  });

  it("says so when nothing was recorded yet, or by another kind of network", () => {
    const { data, downloads, exports, notices } = begin();
    data.traces = createTraces();
    exports.exportCsv("traces");
    exports.exportResult();
    data.traces = { ...runOf(eiDocument()), latentCount: 3 };
    exports.exportCsv("spikes");
    expect(downloads).toEqual([]);
    expect(notices()).toEqual(["There is no finished run to write yet; let it run and try again."]);
  });

  it("takes a picture as lines or as pixels, three a CSS pixel", () => {
    const { captures, downloads, exports } = begin();
    const scales: number[] = [];
    captures.set("slice", {
      svg: () => "<svg/>",
      canvas: (scale) => {
        scales.push(scale);
        const canvas = document.createElement("canvas");
        canvas.toBlob = (take) => take(new Blob(["png"], { type: "image/png" }));
        return canvas;
      },
    });
    exports.exportPanel("slice", "svg");
    exports.exportPanel("slice", "png");
    expect(downloads.map(({ name, type }) => [name, type])).toEqual([
      ["five-slice.svg", "image/svg+xml;charset=utf-8"],
      ["five-slice.png", "image/png"],
    ]);
    expect(scales).toEqual([3]);
  });

  it("takes nothing away where the browser makes no picture", () => {
    const { captures, downloads, exports } = begin();
    const canvas = document.createElement("canvas");
    canvas.toBlob = (take) => take(null);
    captures.set("slice", { svg: () => "", canvas: () => canvas });
    exports.exportPanel("slice", "png");
    expect(downloads).toEqual([]);
  });

  it("says what to do when a picture is not on screen", () => {
    const { downloads, exports, notices } = begin();
    exports.exportPanel("space", "png");
    expect(downloads).toEqual([]);
    expect(notices()).toEqual(["That picture is not on screen now; show it and export it again."]);
  });
});
