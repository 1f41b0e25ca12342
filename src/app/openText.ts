import { parseExperimentText, parseJson, parseView } from "#document";
import { type AppStore, toWorkspace } from "#store";
import type { Services } from "#ui";
import { openFragment } from "./addressBar.ts";

/** A link from anywhere, or only its end. */
const LINK = /^\S*(#(?:v\d+\.|preset=)\S*)$/;
/** More sentences at once are not read. */
const MOST_PROBLEMS = 3;

/** Open what somebody dropped, chose or pasted: a link or an experiment file; one step to undo. */
export function createOpenText(store: AppStore): Services["openText"] {
  const { actions } = store.getState();
  const warn = (sentences: readonly string[]): void => {
    for (const sentence of sentences) actions.notify("warning", sentence);
  };
  const openLink = (fragment: string): void => {
    const opening = openFragment(fragment, () => toWorkspace(store.getState()));
    if (opening.from !== "nothing")
      actions.open(opening.workspace, { undoable: true, label: "open link" });
    warn(opening.notices);
  };
  const openFile = (name: string, text: string): void => {
    const parsed = parseExperimentText(text);
    if (!parsed.ok) {
      for (const sentence of firstOf(parsed.problems))
        actions.notify("error", `"${name}" was not opened: ${sentence}`);
      return;
    }
    const { experiment, warnings } = parsed;
    const seen = parseView(viewOf(text), experiment);
    actions.open({ experiment, view: seen.view }, { undoable: true, label: "open file" });
    warn([...warnings, ...seen.warnings]);
  };
  return (name, text) => {
    const fragment = LINK.exec(text.trim())?.[1];
    if (fragment === undefined) openFile(name, text);
    else openLink(fragment);
  };
}

function firstOf(problems: readonly { readonly message: string }[]): readonly string[] {
  const shown = problems.slice(0, MOST_PROBLEMS).map(({ message }) => message);
  const more = problems.length - shown.length;
  if (more === 0) return shown;
  return [...shown, more === 1 ? "There is one more problem." : `There are ${more} more problems.`];
}

/** The optional view that the page saves with an experiment. */
function viewOf(text: string): unknown {
  const json = parseJson(text);
  if (!json.ok || typeof json.value !== "object" || json.value === null) return undefined;
  return "view" in json.value ? json.value.view : undefined;
}
