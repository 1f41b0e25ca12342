import { Menu } from "@mantine/core";
import type { ReactNode } from "react";
import { pickTextFile } from "../dialogs/pickTextFile.ts";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useActions } from "../hooks/StoreProvider.tsx";
import type { PanelId } from "../services.ts";

const PANELS: readonly { readonly id: PanelId; readonly label: string }[] = [
  { id: "space", label: "3-D view" },
  { id: "slice", label: "Slice" },
  { id: "outputs", label: "Outputs" },
  { id: "time", label: "Time strip" },
  { id: "trials", label: "Trials" },
];

/** Everything that can be taken away, as items of a menu. */
export function ExportItems(): ReactNode {
  const services = useServices();
  return (
    <>
      <Menu.Label>Pictures</Menu.Label>
      {PANELS.map(({ id, label }) => (
        <div key={id} className="lb-menu-row" role="none">
          <span aria-hidden="true">{label}</span>
          <Menu.Item aria-label={`${label} as PNG`} onClick={() => services.exportPanel(id, "png")}>
            PNG
          </Menu.Item>
          <Menu.Item aria-label={`${label} as SVG`} onClick={() => services.exportPanel(id, "svg")}>
            SVG
          </Menu.Item>
        </div>
      ))}
      <Menu.Label>Numbers</Menu.Label>
      <Menu.Item onClick={() => services.exportCsv("traces")}>Traces as CSV</Menu.Item>
      <Menu.Item onClick={() => services.exportCsv("spikes")}>Spikes as CSV</Menu.Item>
      <Menu.Item onClick={() => services.exportCsv("trials")}>Trials as CSV</Menu.Item>
      <Menu.Item onClick={services.exportResult}>Result as JSON</Menu.Item>
    </>
  );
}

/** Save and open an experiment file. */
export function FileItems(): ReactNode {
  const services = useServices();
  const { notify } = useActions();
  const open = () => {
    pickTextFile(".json,application/json").then(
      ({ name, text }) => services.openText(name, text),
      () => notify("error", "The chosen file cannot be read; try another one."),
    );
  };
  return (
    <>
      <Menu.Label>Experiment</Menu.Label>
      <Menu.Item onClick={services.saveExperiment}>Save experiment file</Menu.Item>
      <Menu.Item onClick={open}>Open experiment file…</Menu.Item>
    </>
  );
}
