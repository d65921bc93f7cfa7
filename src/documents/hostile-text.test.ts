// Texts made to be slow: each repeats what a careless pattern would try again from every place.

import { describe, expect, it } from "vitest";
import { readDocument } from "./read-document.ts";

const size = 300_000;
const repeated = (unit: string) => unit.repeat(Math.ceil(size / unit.length));
const hostile: Readonly<Record<string, string>> = {
  "one long word with a hyphen at the end": `${repeated("a")}-\nb`,
  "closing marks": `${repeated("*")}a`,
  dots: `${repeated(". ")}x`,
  "open parentheses": repeated("("),
  "labels alone": repeated("(a)\n\n"),
  "broken labels": repeated("(@ x.\n"),
  "numbers alone": repeated("1.\n\n"),
  bullets: repeated("- "),
  "blank lines": repeated("\n"),
  "form feeds": repeated("a\f"),
  tabs: repeated("a\t"),
  "rows of tabs": repeated("\t\n"),
  "white space": `a${repeated(" ")}b`,
  "tags without end": `<p>${repeated("<a")}`,
  "attributes without end": `<p ${repeated("a=")}`,
  "nested inline": `<p>${repeated("<b> </b>")}`,
  "cells of white space": `<table><tr><td>${repeated("<i> </i>")}</td><td>b</td></tr></table>`,
};

describe("a long hostile text", () => {
  it.each(Object.entries(hostile))("is read or refused before the test gives up: %s", async (_, text) => {
    const name = text.startsWith("<") ? "page.html" : "text.txt";
    const result = await readDocument(new TextEncoder().encode(text), name);
    expect(result.ok || result.problems.length > 0).toBe(true);
  });
});
