import type { ReactNode } from "react";
import { type ExperimentDoc, type InputRecipe, parseInputText, setInput } from "#document";
import { ChoiceControl } from "../controls/ChoiceControl.tsx";
import { ParameterControl } from "../controls/ParameterControl.tsx";
import { pickTextFile } from "../dialogs/pickTextFile.ts";
import { useActions, useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { convertCourse, courseThrough } from "./course/buildCourse.ts";
import { type CourseKind, classifyCourse } from "./course/classifyCourse.ts";
import { COURSE_PARAMETERS } from "./course/courseParameters.ts";
import { Section } from "./Section.tsx";

const RUN = { scope: "run" } as const;

const KINDS: readonly { readonly value: CourseKind; readonly label: string }[] = [
  { value: "constant", label: "constant" },
  { value: "step", label: "step" },
  { value: "ramp", label: "ramp" },
  { value: "steps", label: "steps" },
  { value: "sine", label: "sine" },
  { value: "drawn", label: "drawn by hand" },
  { value: "samples", label: "from a file…" },
];

const COURSE_HELP = "The input x over time; its points can also be dragged in the time strip.";

/** What the input does over the run. */
export function InputSection(): ReactNode {
  const kind = useApp((state) => classifyCourse(state.experiment.input));
  const choose = useChooseCourse();
  return (
    <Section title="Input">
      <ChoiceControl
        label="course"
        explain={COURSE_HELP}
        value={kind}
        options={KINDS}
        choose={choose}
      />
      {COURSE_PARAMETERS[kind].map((parameter) => (
        <ParameterControl key={parameter.id} parameter={parameter} target={RUN} />
      ))}
      {kind === "drawn" && (
        <p className="lb-soft">Drag the points of the input row in the time strip.</p>
      )}
      {kind === "samples" && <p className="lb-soft">One value for each step, from a file.</p>}
    </Section>
  );
}

/** Change the kind of course; a file is asked for and read first. */
function useChooseCourse(): (kind: CourseKind) => void {
  const store = useAppStore();
  const { edit, notify } = useActions();
  const apply = (make: (experiment: ExperimentDoc) => InputRecipe) =>
    edit("input course", (experiment) => setInput(experiment, make(experiment)));
  const load = async () => {
    const { name, text } = await pickTextFile(".csv,.txt,.tsv,text/*");
    const course = parseInputText(text, { duration: store.getState().experiment.duration });
    if (course.ok) apply((experiment) => fitInputs(experiment, course.input));
    else notify("error", `The file “${name}” cannot be an input course. ${course.message}`);
  };
  return (kind) => {
    if (kind !== "samples") apply((experiment) => convertCourse(experiment, kind));
    else load().catch(() => notify("error", "The chosen file cannot be read; try another one."));
  };
}

/** A file gives the first input alone; the others hold what they had. */
function fitInputs(experiment: ExperimentDoc, input: InputRecipe): InputRecipe {
  if (input.kind !== "piecewise-linear") return input;
  return courseThrough(
    experiment,
    input.points.map(([time, [value = 0]]) => [time, value]),
  );
}
