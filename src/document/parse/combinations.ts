import { type Demands, findClashes, tellClash } from "../clashes.ts";
import type { Report } from "./report.ts";

/** Refuse what the chosen engine cannot carry, and name the engine that can. */
export function refuseClashes(report: Report, demands: Demands): void {
  const { engine, synapse, overshoot } = demands.dynamics;
  for (const clash of findClashes(demands)) report.refuse(clash.field, tellClash(clash, engine));
  if (synapse.kind === "delta" || overshoot === "keep") return;
  const clash = {
    field: "dynamics.overshoot",
    what: `a clamped overshoot with ${synapse.kind} synapses`,
    instead: '"keep", or delta synapses',
  };
  report.refuse(clash.field, tellClash(clash, engine));
}
