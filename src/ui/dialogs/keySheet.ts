/** One line of the keyboard sheet: keys, and what they do. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

interface KeyGroup {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

/** Every key of the page, by place. */
export const KEY_SHEET: readonly KeyGroup[] = [
  {
    title: "Everywhere",
    lines: [
      { keys: ["Tab"], does: "next control or handle" },
      { keys: ["Ctrl", "Z"], does: "undo the last step" },
      { keys: ["Ctrl", "Shift", "Z"], does: "redo it" },
      { keys: ["Esc"], does: "cancel the drag or the entry, close what is open" },
      { keys: ["?"], does: "this sheet" },
    ],
  },
  {
    title: "Sliders, numbers and handles",
    lines: [
      { keys: ["←", "→"], does: "one step (in a number ↑ and ↓)" },
      { keys: ["Shift", "→"], does: "ten steps" },
      { keys: ["Alt", "→"], does: "a tenth of a step" },
      { keys: ["Home", "End"], does: "the ends of a slider" },
      { keys: ["Enter"], does: "take the typed number" },
    ],
  },
  {
    title: "Neuron table",
    lines: [
      { keys: ["↑", "↓"], does: "previous and next neuron" },
      { keys: ["Shift", "↓"], does: "extend the selection" },
      { keys: ["Ctrl", "click"], does: "add one neuron or take it out" },
      { keys: ["Ctrl", "A"], does: "select every neuron" },
      { keys: ["Enter"], does: "edit the numbers of a row, again to leave" },
    ],
  },
  {
    title: "Points of a sweep",
    lines: [
      { keys: ["←", "→"], does: "previous and next point, read out" },
      { keys: ["Enter"], does: "give the network its value" },
    ],
  },
  {
    title: "Time and neurons",
    lines: [
      { keys: ["Space"], does: "play and pause" },
      { keys: [",", "."], does: "previous and next spike (of the selected neurons), explained" },
      { keys: ["<", ">"], does: "a single time step back or forth" },
      { keys: ["click"], does: "on a spike: why it happened" },
      { keys: ["[", "]"], does: "previous and next neuron" },
      { keys: ["drag"], does: "playhead, window ends and input points" },
    ],
  },
];

/** What each handle of the pictures does. */
export const HANDLE_SHEET: readonly KeyLine[] = [
  {
    keys: ["line"],
    does: "drag to move the threshold of a neuron; with several selected they move together",
  },
  {
    keys: ["end of a line"],
    does: "drag to turn the line: how the neuron reads the excitatory latent",
  },
  { keys: ["arrow head"], does: "drag to change the decoder: how far one spike jumps" },
  { keys: ["x-plane"], does: "drag to move the slice; in live mode it is the input itself" },
  { keys: ["double click"], does: "puts one neuron back to how the preset had it" },
];
