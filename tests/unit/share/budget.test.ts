import { describe, expect, it } from "vitest";
import { presets } from "#content";
import { defaultView } from "#document";
import { encodeLink } from "#share";

describe("the size of a link", () => {
  it.each(presets.map((preset) => [preset.id, preset] as const))(
    "to the preset %s stays under 300 characters",
    (id, { experiment, view }) => {
      const shown = { ...defaultView(experiment), ...view, preset: id };
      const encoded = encodeLink({ experiment, view: shown });
      expect(encoded).toMatchObject({ ok: true });
      expect(encoded.ok && encoded.fragment.length).toBeLessThan(300);
    },
  );
});
