// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { loadWords, speak, useWords } from "./i18n.ts";
import { typeset } from "./typeset.ts";

it("lets no French line begin with a colon or a closing guillemet", () => {
  expect(typeset({ a: "Que dit « {{q}} » ? Ceci : rien ; vraiment !" }, "fr")).toEqual({
    a: "Que dit «\u00a0{{q}}\u00a0»\u00a0? Ceci\u00a0: rien\u00a0; vraiment\u00a0!",
  });
  expect(typeset({ a: "Why ? : no" }, "en")).toEqual({ a: "Why ? : no" });
});

it("writes counts as the language does, and still finds the plural", async () => {
  await loadWords("countries");
  const said: string[] = [];
  for (const language of ["en", "fr", "es", "pt"] as const) {
    await speak(language);
    const { result } = renderHook(() => useWords("countries"));
    said.push(result.current("count.evaluations", { count: 12_345 }));
    expect(result.current("count.evaluations", { count: 1 })).toMatch(/^1 \p{L}+$/u);
  }
  expect(said).toEqual([
    "12,345 evaluations",
    "12\u202f345 évaluations",
    "12.345 evaluaciones",
    "12.345 avaliações",
  ]);
});
