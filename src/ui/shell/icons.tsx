import type { ReactNode } from "react";

/** Strokes of each icon in a 20 x 20 box. */
const PATHS = {
  undo: "M7 5 3.5 8.5 7 12M4 8.5h7.5a4 4 0 0 1 0 8H9",
  redo: "M13 5l3.5 3.5L13 12M16 8.5H8.5a4 4 0 0 0 0 8H11",
  help: "M7.6 7.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8M10 14.4v.1",
  theme: "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14",
  panel: "M3 4.5h14v11H3zM12.5 4.5v11",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  share: "M10 12.5V3.5M6.8 6.5 10 3.3l3.2 3.2M4.5 10.5v6h11v-6",
  pin: "M7 3.5h6M8 3.5v5l-2.2 3h8.4l-2.2-3v-5M10 11.5v5",
  play: "M6.5 4.5v11l9-5.5z",
  pause: "M7 4.5v11M13 4.5v11",
  close: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  check: "M4.5 10.5l3.5 3.5 7.5-8",
  chevron: "M5.5 8l4.5 4.5L14.5 8",
  warning: "M10 3.5 17 16H3zM10 8.2v3.6M10 13.9v.1",
  stop: "M7 3h6l4 4v6l-4 4H7l-4-4V7zM7.5 7.5l5 5M12.5 7.5l-5 5",
  info: "M10 9v5M10 6.3v.1M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z",
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative icon that grows with the type; the control around it has the name. */
export function Icon({
  name,
  size = 18,
}: {
  readonly name: IconName;
  readonly size?: number;
}): ReactNode {
  return (
    <svg
      viewBox="0 0 20 20"
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark: an E line and an I line that cross. */
export function Logo(): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1.5rem"
      height="1.5rem"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M3 17.5C9 16.5 14 12 20.5 9.5"
        stroke="var(--lb-excitatory)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M5 21C9 17 12 7 20.5 3"
        stroke="var(--lb-inhibitory)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="10.6" cy="14.2" r="2.4" fill="var(--lb-ink)" />
    </svg>
  );
}
