import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { setVariable } from "#document";
import { type SweepPicture, toPlace, type View } from "#plots";
import { useActions } from "../hooks/StoreProvider.tsx";
import { describeVariable } from "./describeVariable.ts";
import { readMeasure } from "./measures.ts";
import { type Drawing, drawnSubjects } from "./pictures.ts";
import type { TrialRun } from "./trialRun.ts";
import { describeMeasured } from "./trialTable.ts";

interface PointColumnsProps {
  readonly run: TrialRun;
  readonly drawing: Drawing;
  readonly picture: SweepPicture;
  readonly view: View;
  readonly pointed: number | null;
  point(index: number | null): void;
}

/**
 * One button for each point, as wide as its share of the axis: hovering or focusing it reads the point out, pressing
 * it gives the document that value. Arrow keys walk along the axis.
 */
export function PointColumns(props: PointColumnsProps): ReactNode {
  const { run, drawing, picture, view, pointed, point } = props;
  const { edit } = useActions();
  const list = useRef<HTMLFieldSetElement>(null);
  const { variable } = run;
  if (variable === null) return null;
  const take = (value: number): void =>
    edit(describeVariable(variable), (open) => setVariable(open, variable, value));
  const walk = (event: KeyboardEvent, index: number): void => {
    const next = nextIndex(event.key, index, run.points.length);
    if (next === null) return;
    event.preventDefault();
    list.current?.querySelectorAll("button")[next]?.focus();
  };
  const columns = columnsOf(picture, view);
  const shown = pointed === null ? undefined : columns[pointed];
  return (
    <fieldset ref={list} className="lb-trials-points" aria-label="Points of the sweep">
      {columns.map(({ value, left, width }, index) => (
        <button
          key={value}
          type="button"
          tabIndex={index === (pointed ?? 0) ? 0 : -1}
          aria-label={`${readOut(run, drawing, index).join("; ")}; press to use this value`}
          style={{ left, width, top: view.rect.y, height: view.rect.height }}
          onPointerEnter={() => point(index)}
          onPointerLeave={() => point(null)}
          onFocus={() => point(index)}
          onBlur={() => point(null)}
          onKeyDown={(event) => walk(event, index)}
          onClick={() => take(value)}
        />
      ))}
      {pointed !== null && shown !== undefined && (
        <p
          className="lb-trials-tip"
          aria-hidden="true"
          data-side={
            shown.left + shown.width / 2 > view.rect.x + view.rect.width / 2 ? "left" : "right"
          }
          style={{ left: shown.left + shown.width / 2, top: view.rect.y }}
        >
          {readOut(run, drawing, pointed).map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
    </fieldset>
  );
}

function nextIndex(key: string, index: number, count: number): number | null {
  const last = count - 1;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return Math.min(last, index + 1);
    case "ArrowLeft":
    case "ArrowDown":
      return Math.max(0, index - 1);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

interface Column {
  readonly value: number;
  readonly left: number;
  readonly width: number;
}

/** Each point owns the axis up to half way to its neighbours. */
function columnsOf({ values, spacing }: SweepPicture, view: View): readonly Column[] {
  const places = values.map((value) => view.screenX(toPlace(value, spacing)));
  return places.map((at, index) => {
    const before = places[index - 1] ?? 2 * at - (places[index + 1] ?? at);
    const after = places[index + 1] ?? 2 * at - (places[index - 1] ?? at);
    const ends = [(before + at) / 2, (at + after) / 2].toSorted((a, b) => a - b);
    const [left = at, right = at] = ends;
    return { value: values[index] ?? 0, left, width: right - left };
  });
}

/** A point in words, line by line: "voltage noise of E 0.1", "E 0.41 ± 0.02", "20 of 20 trials". */
function readOut(run: TrialRun, drawing: Drawing, index: number): readonly string[] {
  const { variable, points, job } = run;
  const point = points[index];
  if (variable === null || point === undefined) return [];
  const { network } = point.spec;
  const summary = job.summary(index);
  const name = `${describeVariable(variable)} ${point.value}`;
  if (summary === null) return [name, "no trial yet"];
  const lines = drawnSubjects(run, drawing).map((subject) => {
    const found = readMeasure(summary, subject, { ...drawing, network });
    return `${subject.label}: ${describeMeasured(found, drawing.spread)}`;
  });
  return [name, ...lines, `${summary.trials} of ${summary.wanted} trials`];
}
