import { describe, expect, it } from "vitest";
import { stretchesOf } from "./highlighted.tsx";

describe("showing a hit with its words marked", () => {
  it("marks the ranges, counted in code points", () => {
    expect(stretchesOf("🌍 pension paid", [[2, 9]])).toEqual([
      { text: "🌍 ", marked: false },
      { text: "pension", marked: true },
      { text: " paid", marked: false },
    ]);
  });

  it("cuts a long text around the first mark, at words, and says that it is cut", () => {
    const text = `${"before ".repeat(200)}pension${" after".repeat(200)}`;
    const stretches = stretchesOf(text, [[1400, 1407]], 200);
    const shown = stretches.map((stretch) => stretch.text).join("");
    expect(stretches.find((stretch) => stretch.marked)?.text).toBe("pension");
    expect(shown.length).toBeLessThan(220);
    expect(shown).toMatch(/^… before .* after …$/);
  });

  it("leaves a text without marks as it is", () => {
    expect(stretchesOf("as it is", [])).toEqual([{ text: "as it is", marked: false }]);
  });
});
