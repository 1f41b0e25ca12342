import { compileNetwork, type ExperimentDoc, formatJson, serialiseWorkspace } from "#document";
import { resultJson, spikesCsv, summariseRun, tableCsv, toResult, tracesCsv } from "#exporters";
import type { LowRankNetwork } from "#model";
import type { Traces } from "#runtime/protocol";
import { type AppStore, toWorkspace } from "#store";
import { fullTable, type LabData, type PanelCapture, type Services, type TrialDesk } from "#ui";
import { download, downloadText, fileName } from "./download.ts";

interface ExportParts {
  readonly store: AppStore;
  readonly data: LabData;
  readonly captures: ReadonlyMap<string, PanelCapture>;
  readonly trials: TrialDesk;
}

type Exports = Pick<Services, "exportPanel" | "exportCsv" | "exportResult" | "saveExperiment">;

/** Device pixels a CSS pixel in exported pictures: sharp on a slide. */
const PICTURE_SCALE = 3;

/** First and last time that was recorded, tau. */
function recordedSpan({ time, sampleStart, sampleEnd }: Traces): ExperimentDoc["window"] {
  return { from: time[sampleStart] ?? 0, to: time[sampleEnd - 1] ?? 0 };
}

/** Everything that can be taken away, as downloads. */
export function createExports({ store, data, captures, trials }: ExportParts): Exports {
  const { actions } = store.getState();
  const nameOf = (part: string, ending: string): string =>
    fileName(store.getState().experiment.name, part, ending);
  /** The network that the traces belong to, or null (and a sentence) when there is nothing to write. */
  const recorded = (): LowRankNetwork | null => {
    const compiled = compileNetwork(store.getState().experiment.network);
    const { traces } = data;
    const fits = compiled.ok && traces.latentCount === compiled.network.latents.length;
    if (fits && traces.sampleEnd > traces.sampleStart) return compiled.network;
    actions.notify("info", "There is no finished run to write yet; let it run and try again.");
    return null;
  };
  const hasSteps = (): boolean => store.getState().experiment.dynamics.engine === "clock";
  return {
    exportPanel(panel, format) {
      const capture = captures.get(panel);
      if (capture === undefined) {
        actions.notify("info", "That picture is not on screen now; show it and export it again.");
        return;
      }
      if (format === "svg") {
        downloadText(nameOf(panel, "svg"), "image/svg+xml", capture.svg());
        return;
      }
      capture.canvas(PICTURE_SCALE).toBlob((blob) => {
        if (blob !== null) download(nameOf(panel, "png"), blob);
      }, "image/png");
    },
    exportCsv(what) {
      if (what === "trials") {
        const run = trials.current();
        if (run !== null) downloadText(nameOf(what, "csv"), "text/csv", tableCsv(fullTable(run)));
        else actions.notify("info", "No trials have been run yet; run them and try again.");
        return;
      }
      const network = recorded();
      if (network === null) return;
      const text =
        what === "traces"
          ? tracesCsv(data.traces, network)
          : spikesCsv(data.traces, network, hasSteps());
      downloadText(nameOf(what, "csv"), "text/csv", text);
    },
    exportResult() {
      const network = recorded();
      if (network === null) return;
      const { experiment, view } = store.getState();
      const { traces } = data;
      // Of a live run there is what the window holds, whatever the document's duration.
      const span = view.mode === "live" ? recordedSpan(traces) : null;
      const window = span ?? experiment.window;
      const duration = span === null ? experiment.duration : span.to - span.from;
      const result = toResult(traces, { network, duration, hasSteps: hasSteps(), warnings: [] });
      const measured = summariseRun({ ...experiment, window }, network, traces);
      const summary = { ...result.summary, ...measured };
      const text = resultJson({ ...result, summary });
      downloadText(nameOf("result", "json"), "application/json", text);
    },
    saveExperiment() {
      const file = serialiseWorkspace(toWorkspace(store.getState()));
      downloadText(nameOf("", "json"), "application/json", `${formatJson(file)}\n`);
    },
  };
}
