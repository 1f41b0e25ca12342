import type { ReactNode } from "react";
import {
  type ExperimentDoc,
  findParameter,
  findSweepParameter,
  SWEEP_SPACINGS,
  type SweepRange,
  TRIAL_LIMITS,
  TRIAL_MEASURES,
  TRIAL_PICTURES,
  TRIAL_SPREADS,
  TRIAL_SUBJECTS,
} from "#document";
import { ChoiceControl } from "../controls/ChoiceControl.tsx";
import type { NumberRules } from "../controls/numbers.ts";
import { useGesture } from "../controls/useGesture.ts";
import { useCalmApp } from "../hooks/useCalmApp.ts";
import { isOfPopulations, MEASURES } from "./measures.ts";
import { PlainNumber } from "./PlainNumber.tsx";
import type { SettingsControl } from "./useTrialSettings.ts";
import { VaryChoice } from "./VaryChoice.tsx";

interface SettingsFieldsProps {
  readonly experiment: ExperimentDoc;
  readonly control: SettingsControl;
}

/** What to run, and what to draw of it. */
export function SettingsFields({ experiment, control }: SettingsFieldsProps): ReactNode {
  const { settings, change, vary } = control;
  return (
    <div className="lb-trials-fields">
      <div className="lb-choice">
        <span
          className="lb-parameter-label"
          data-explain="What differs from point to point; everything else stays as it is in the open experiment."
        >
          vary
        </span>
        <VaryChoice experiment={experiment} value={settings.vary} choose={vary} />
      </div>
      {settings.vary !== null && <RangeFields control={control} />}
      <div
        className="lb-trials-pair"
        data-explain="How often each point is run, with other noise each time."
      >
        <PlainNumber
          caption="trials"
          rules={TRIALS}
          value={settings.trials}
          whole
          set={(trials) => change({ trials })}
        />
      </div>
      <WindowFields />
      <DrawingFields control={control} />
    </div>
  );
}

const TRIALS: NumberRules = {
  label: "number of trials",
  unit: "",
  min: 1,
  max: TRIAL_LIMITS.trials,
  sliderMin: 1,
  sliderMax: 1000,
  step: 1,
  keyStep: 10,
};
const POINTS: NumberRules = {
  label: "number of points",
  unit: "",
  min: 2,
  max: TRIAL_LIMITS.points,
  sliderMin: 2,
  sliderMax: TRIAL_LIMITS.points,
  step: 1,
  keyStep: 1,
};

const SPACING_WORDS = { linear: "equal steps", log: "equal factors" } as const;
const SPACINGS = SWEEP_SPACINGS.map((value) => ({ value, label: SPACING_WORDS[value] }));

function RangeFields({ control }: { readonly control: SettingsControl }): ReactNode {
  const { settings, change } = control;
  const { range, vary } = settings;
  const parameter = vary === null ? null : findSweepParameter(vary.parameter);
  if (parameter === null) return null;
  const set = (fields: Partial<SweepRange>): void => change({ range: { ...range, ...fields } });
  return (
    <>
      <div className="lb-trials-pair">
        <PlainNumber
          caption="from"
          rules={{ ...parameter, label: `start of the sweep of the ${parameter.label}` }}
          value={range.from}
          set={(from) => set({ from })}
        />
        <PlainNumber
          caption="to"
          rules={{ ...parameter, label: `end of the sweep of the ${parameter.label}` }}
          value={range.to}
          set={(to) => set({ to })}
        />
      </div>
      <div className="lb-trials-pair">
        <PlainNumber
          caption="points"
          rules={POINTS}
          value={range.points}
          whole
          set={(points) => set({ points })}
        />
        <select
          className="lb-select"
          aria-label="Spacing of the points"
          value={range.spacing}
          onChange={({ currentTarget }) => {
            const chosen = SWEEP_SPACINGS.find((each) => each === currentTarget.value);
            if (chosen !== undefined) set({ spacing: chosen });
          }}
        >
          {SPACINGS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

const RUN = { scope: "run" } as const;
const FROM = findParameter("window.from");
const TO = findParameter("window.to");

/** The window belongs to the experiment: the numbers of the inspector and of all exports use the same. */
function WindowFields(): ReactNode {
  const window = useCalmApp((state) => state.experiment.window);
  const from = useGesture(FROM.label);
  const to = useGesture(TO.label);
  return (
    <div className="lb-trials-pair" data-explain="The part of each run that is measured, in tau.">
      <PlainNumber
        caption="window"
        rules={FROM}
        value={window.from}
        gesture={from}
        set={(value) => from.edit((open) => FROM.write(open, RUN, value))}
      />
      <PlainNumber
        caption="to (τ)"
        rules={TO}
        value={window.to}
        gesture={to}
        set={(value) => to.edit((open) => TO.write(open, RUN, value))}
      />
    </div>
  );
}

const MEASURE_OPTIONS = TRIAL_MEASURES.map((value) => ({ value, label: MEASURES[value].label }));
const SUBJECT_WORDS = { populations: "populations", neurons: "watched neurons" } as const;
const SUBJECTS = TRIAL_SUBJECTS.map((value) => ({ value, label: SUBJECT_WORDS[value] }));
const SPREAD_WORDS = { error: "mean ± standard error", quartiles: "median, quartiles" } as const;
const SPREADS = TRIAL_SPREADS.map((value) => ({ value, label: SPREAD_WORDS[value] }));
const PICTURE_WORDS = {
  spikes: "spikes and their histogram",
  correlation: "cross-correlation",
} as const;
const PICTURES = TRIAL_PICTURES.map((value) => ({ value, label: PICTURE_WORDS[value] }));

function DrawingFields({ control }: { readonly control: SettingsControl }): ReactNode {
  const { settings, change } = control;
  if (settings.vary === null) {
    return (
      <ChoiceControl
        label="draw"
        explain="Spikes of watched neurons trial by trial with the rates of the populations, or how watched neurons fire together."
        value={settings.picture}
        options={PICTURES}
        choose={(picture) => change({ picture })}
      />
    );
  }
  return (
    <>
      <ChoiceControl
        label="draw"
        explain={MEASURES[settings.measure].help}
        value={settings.measure}
        options={MEASURE_OPTIONS}
        choose={(measure) => change({ measure })}
      />
      {!isOfPopulations(settings.measure) && (
        <ChoiceControl
          label="of"
          explain="Whole populations, or the neurons selected when the trials were run (the busiest where none was)."
          value={settings.subject}
          options={SUBJECTS}
          choose={(subject) => change({ subject })}
        />
      )}
      <ChoiceControl
        label="bands"
        explain="How sure the mean is, or where the middle half of the trials lies."
        value={settings.spread}
        options={SPREADS}
        choose={(spread) => change({ spread })}
      />
    </>
  );
}
