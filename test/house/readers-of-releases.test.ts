// Who may see which release is asked in one place. A use case that reads releases or runs past it would show a draft
// or a withdrawn figure to everybody: it must be listed here, with the reason why it may.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const app = join(import.meta.dirname, "../../src/app");

/** Readers that answer for themselves, each with its reason. */
const known: Readonly<Record<string, string>> = {
  "countries/opened-runs.ts": "opens a run after its callers asked who may see it",
  "demonstration.ts": "looks whether a part of the demonstration is there",
  "indicators/crossed-choices.ts": "how releases that were asked for were chosen",
  "indicators/make-selection.ts": "the version before, of a series it makes itself",
  "indicators/read-selections.ts": "of a selection whose release was asked for",
  "indicators/selection-of-indicator.ts": "asks for the release of each selection",
  "indicators/shown-selection.ts": "of a selection whose release was asked for",
  "indexes/complete-uncertainty.ts": "makes the analyses that runs lack; it shows nothing",
  "indexes/create-run.ts": "the run that exists already, of a release that was asked for",
  "indexes/run-extent.ts": "counts in runs that its caller listed",
  "indexes/run-ratings.ts": "reads a run that its callers listed",
  "read-data.ts": "asks for the release of the run before it shows it",
  "trace.ts": "asks for the release of the run before it follows it",
  "indexes/compare-runs.ts": "asks for the release of each run",
  "open/public-record.ts": "asks for the release of the run",
  "verify.ts": "recomputes everything, for those who verify; it shows hashes",
};

const reads =
  /\breleases\s*\.(byId|list|lives|events)\(|\bindexes\s*\.(run|runs)\(|\bselections\s*\.(byId|list|versions|ofRelease)\(/;

const readers = (text: string): boolean => reads.test(text);
const files = readdirSync(app, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("releases/"));

describe("readers of releases", () => {
  it("ask in the one place, or are listed with their reason", () => {
    const found = files.filter((name) => readers(readFileSync(join(app, name), "utf8")));
    expect(found.filter((name) => !(name in known))).toEqual([]);
  });

  it("are listed only while they read", () => {
    const idle = Object.keys(known).filter(
      (name) => !files.includes(name) || !readers(readFileSync(join(app, name), "utf8")),
    );
    expect(idle).toEqual([]);
  });

  it("are recognised as they are written", () => {
    expect(readers("await catalogue.releases.list({})")).toBe(true);
    expect(readers("const run = await indexes.run(id);")).toBe(true);
    expect(readers("await catalogue.selections.versions(id)")).toBe(true);
    expect(readers("effects.store.releases.observations(filter)")).toBe(false);
  });
});
