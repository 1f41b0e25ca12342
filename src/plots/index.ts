export type { Fill, Sink, Stroke, TextStyle } from "./sink.ts";
