import { describe, expect, it } from "vitest";
import { type Migration, migrate, migrations } from "../../../src/document/migrations/migrate.ts";

describe("migrate", () => {
  it("leaves a document of the current version as it is", () => {
    const file = { version: 1 };
    expect(migrate(file, 1)).toBe(file);
  });

  it("takes a document through every later version in turn", () => {
    const steps: readonly Migration[] = [1, 2, 3].map((from) => ({
      from,
      up: (file) => ({ ...file, version: from + 1, [`from${from}`]: true }),
    }));
    expect(migrate({ version: 2 }, 2, steps)).toEqual({ version: 4, from2: true, from3: true });
  });

  it("has one migration for each version before the current one", () => {
    expect(migrations.map(({ from }) => from)).toEqual(migrations.map((_, index) => index + 1));
  });
});
