import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { presets } from "#content";
import { defaultView } from "#document";
import { encodeLink } from "#share";
import { documentOf } from "../../support/documents.ts";
import { eiFile, tangentFile, withField } from "../../support/experimentFiles.ts";
import { createWorkbench, type Workbench } from "../../support/testConsole.ts";

let bench: Workbench;

beforeAll(() => {
  bench = createWorkbench();
  bench.write("good.json", JSON.stringify({ ...eiFile(), colour: "red" }));
  bench.write("event.json", JSON.stringify({ ...eiFile(), dynamics: { engine: "event" } }));
  const noisy = { engine: "event", noise: { sigma: 0.1 } };
  bench.write("noisy.json", JSON.stringify({ ...eiFile(), dynamics: noisy }));
  mkdirSync(join(bench.folder, "results"));
});

afterAll(() => bench.dispose());

describe("simulate", () => {
  it("prints the result of a file as JSON with spikes, latents, summary and warnings", async () => {
    const { status, printed, complaints } = await bench.run("good.json");
    const result: unknown = JSON.parse(printed);
    expect([status, complaints]).toEqual([0, []]);
    expect(result).toMatchObject({
      format: "latent-boundaries/result",
      version: 1,
      spikes: { E: {}, I: {} },
      summary: {
        spikeCount: { E: expect.any(Number), I: expect.any(Number) },
        window: { from: 0, to: 10 },
        spikesPerTau: { E: expect.any(Number), I: expect.any(Number) },
        meanIsiCv: { E: expect.any(Number), I: expect.any(Number) },
        crossingError: { E: { mean: expect.any(Number), rms: expect.any(Number) } },
      },
      warnings: ["colour is not a known field and is ignored."],
    });
    expect(result).toHaveProperty("latents.time.length", 100);
    expect(result).not.toHaveProperty("voltages");
  });

  it("prints the voltages that the file asks for", async () => {
    bench.write("voltages.json", JSON.stringify({ ...eiFile(), record: { voltages: { I: [2] } } }));
    const { printed } = await bench.run("voltages.json");
    expect(JSON.parse(printed)).toHaveProperty("voltages.I.2.length", 100);
  });

  it("says nothing of a crossing where there is none", async () => {
    bench.write("alone.json", JSON.stringify(tangentFile()));
    const { printed } = await bench.run("alone.json");
    expect(JSON.parse(printed).summary).not.toHaveProperty("crossingError");
  });

  it("runs the rate engine, which has no spikes", async () => {
    const file = { ...eiFile(), dynamics: { engine: "rate", dt: 0.01, beta: 5 } };
    bench.write("rate.json", JSON.stringify(file));
    const { status, printed } = await bench.run("rate.json");
    expect(status).toBe(0);
    expect(JSON.parse(printed).summary).toMatchObject({
      spikeCount: { E: 0, I: 0 },
      meanIsiCv: { E: null, I: null },
    });
  });

  it("writes to a file and leaves standard output empty", async () => {
    const { status, printed, saved } = await bench.run("good.json", "--out", "results/r.json");
    expect([status, printed]).toEqual([0, ""]);
    expect(JSON.parse(saved.get(join(bench.folder, "results/r.json")) ?? "")).toHaveProperty(
      "latents",
    );
  });

  it("prints spikes as CSV and warnings on standard error", async () => {
    const { printed, complaints } = await bench.run("good.json", "--spikes=csv");
    expect(printed).toMatch(/^population,neuron,step,time\n[EI],\d,\d+,[\d.]+\n/);
    expect(complaints).toEqual(["Warning: colour is not a known field and is ignored."]);
  });

  it("lists the ids of all presets, one a line", async () => {
    const { status, printed } = await bench.run("--list");
    expect([status, printed.split("\n")]).toEqual([0, [...presets.map(({ id }) => id), ""]]);
  });

  it("explains itself", async () => {
    const { status, printed } = await bench.run("--help");
    expect([status, printed.split("\n")[0]]).toEqual([
      0,
      "Usage: npm run --silent simulate -- <experiment.json | share link> [--out <file>] [--spikes csv]",
    ]);
  });

  it("gives the same for a preset, its fragment and its address", async () => {
    const { printed } = await bench.run("--preset", "fig-4de");
    for (const link of [
      "#preset=fig-4de",
      "preset=fig-4de",
      "https://example.org/a/#preset=fig-4de",
    ]) {
      expect((await bench.run(link)).printed).toBe(printed);
    }
  });

  it("runs what a share link describes", async () => {
    const experiment = documentOf(eiFile());
    const link = encodeLink({ experiment, view: defaultView(experiment) });
    if (!link.ok) throw new Error(link.message);
    const fromFile = JSON.parse((await bench.run("good.json")).printed);
    const fromLink = JSON.parse((await bench.run(`https://example.org/${link.fragment}`)).printed);
    expect(fromLink.spikes).toEqual(fromFile.spikes);
    expect((await bench.run(link.fragment.slice(1))).status).toBe(0);
  });

  it("takes a file of a link's name for a file", async () => {
    bench.write("v1.json", JSON.stringify(eiFile()));
    expect((await bench.run("v1.json")).status).toBe(0);
  });

  it("reads a file with a byte-order mark", async () => {
    bench.write("mark.json", `\uFEFF${JSON.stringify(eiFile())}`);
    expect((await bench.run("mark.json")).status).toBe(0);
  });
});

describe("simulate, bad input", () => {
  const refused = async (...words: readonly string[]): Promise<readonly string[]> => {
    const { status, printed, complaints, saved } = await bench.run(...words);
    expect([status, printed, saved.size]).toEqual([2, "", 0]);
    for (const sentence of complaints) expect(sentence).not.toMatch(/\n|\bat .*:\d+:\d+/);
    return complaints;
  };

  it.each([
    [["missing.json"], /^There is no file "missing.json"; give an experiment file/],
    [["good.json/x"], /^There is no file/],
    [["results"], /^"results" is a folder; give an experiment file.$/],
    [["/dev/null"], /^"\/dev\/null" is not an ordinary file; give an experiment file.$/],
    [["a\0b"], /^There is no file/],
    [["x".repeat(5000)], /^There is no file/],
    [[], /^There is no experiment on the command line; give a file, a link or --preset <id>.$/],
    [[""], /^There is no experiment on the command line/],
    [["good.json", "event.json"], /^There are 2 experiments on the command line; give one.$/],
    [
      ["good.json", "--preset", "start"],
      /^There are an experiment and a preset on the command line; give one of them.$/,
    ],
    [["--preset"], /^--preset needs a value after it.$/],
    [
      ["--preset", "fig-99"],
      /^There is no preset "fig-99"; there are start, fig-4abc, fig-4de, fig-4f, fig-5cd.$/,
    ],
    [["--preset", "start", "--preset", "start"], /^--preset is given twice; give it once.$/],
    [["--list=all"], /^--list takes no value.$/],
    [
      ["--fast", "good.json"],
      /^--fast is not an option; there are --out, --preset, --spikes, --list, --help.$/,
    ],
    [["good.json", "--spikes", "xml"], /^--spikes is "xml"; it must be "csv".$/],
    [["good.json", "--out", "results"], /^--out "results" is a folder; give the name of a file.$/],
    [
      ["good.json", "--out", "nowhere/r.json"],
      /^--out "nowhere\/r.json" is in a folder that does not exist/,
    ],
    [
      ["noisy.json"],
      /^dynamics.noise asks for noise, which the event engine cannot carry; use the engine "clock" or "bridge".$/,
    ],
    [["#preset=fig-99"], /^There is no preset "fig-99"/],
    [["#v1.!!!"], /\.$/],
    [["v999999.abc"], /\.$/],
    [["https://example.org/#nothing"], /\.$/],
  ])("refuses %j in one sentence", async (words, sentence) => {
    const complaints = await refused(...words);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(sentence);
  });

  it.each([
    ["empty", ""],
    ["truncated", JSON.stringify(eiFile()).slice(0, 300)],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xfe])],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x7b, 0x00])],
    ["megabytes of nothing", new Uint8Array(5_000_000)],
    ["deep", "[".repeat(100_000)],
    ["a list", "[]"],
    ["another format", '{"format": "geojson"}'],
    ["a newer version", JSON.stringify({ ...eiFile(), version: 9 })],
    [
      "a decoder against Dale's law",
      JSON.stringify(withField(eiFile(), ["network", "populations", 0, "decoders", 0], -1)),
    ],
    ["too long a run", JSON.stringify({ ...eiFile(), duration: 1e9 })],
  ])("refuses a file that is %s in one sentence", async (_, content) => {
    bench.write("bad.json", content);
    const complaints = await refused("bad.json");
    expect(complaints.length).toBeLessThan(3);
    expect(complaints.join("\n")).toMatch(/\.$/);
  });

  it("gives one sentence for each problem", async () => {
    bench.write("bad.json", JSON.stringify({ ...eiFile(), seed: -1, name: 3, window: 1 }));
    expect(await refused("bad.json")).toHaveLength(3);
  });

  it("says in a sentence what went wrong on its own side", async () => {
    const console = {
      folder: bench.folder,
      print: () => Promise.reject(new Error("The disk is full.")),
      save: () => Promise.resolve(),
      complain: (sentence: string) => void complaints.push(sentence),
    };
    const complaints: string[] = [];
    const { runCommand } = await import("../../../src/cli/simulate/runCommand.ts");
    expect(await runCommand(["--list"], console)).toBe(1);
    expect(complaints).toEqual(["The simulation could not be finished: The disk is full."]);
  });
});
