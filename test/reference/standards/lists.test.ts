// The typed reference lists of Conventions and ratifications (SOCLE_REFERENCE/standards) are read whole.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Sha256 } from "#kernel";
import { readConventions, readRatifications } from "#sources";

const root = resolve(import.meta.dirname, "../../..");
const folder = resolve(root, process.env["SOCLE_REFERENCE"] ?? "../shared/reference", "standards");
const absent = process.env["CI"] !== "true" && !existsSync(folder);
const bytes = (file: string) => new Uint8Array(readFileSync(join(folder, file)));
const source = "0".repeat(64) as Sha256;

function ratifications(file: string) {
  const read = readRatifications(bytes(`ratifications/${file}`), { source, name: file, list: file });
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return read.value;
}

describe.skipIf(absent)("the reference lists of standards (skipped where the files are absent)", () => {
  it("holds 192 Conventions: 10 fundamental, 4 of governance, none verified", () => {
    const read = readConventions(bytes("ilo_conventions.csv"), { source, name: "ilo_conventions.csv" });
    if (!read.ok) throw new Error(read.problems[0]!.message);
    expect(read.value).toHaveLength(192);
    expect(read.value.filter((one) => one.class === "fundamental")).toHaveLength(10);
    expect(read.value.filter((one) => one.class === "governance")).toHaveLength(4);
    expect(read.value.filter((one) => one.status === "abrogated")).toHaveLength(25);
    expect(read.value.some((one) => one.verified)).toBe(false);
    expect(read.value.find((one) => one.code === "C102")?.adopted).toBe(1952);
  });

  it("holds 29 parties to C102 in the Dutch list, four by succession, Yugoslavia among them", () => {
    const events = ratifications("C102_trb-2011-198_partial.csv");
    expect(events).toHaveLength(29);
    expect(events.filter(({ type }) => type === "succession").map(({ area }) => area)).toEqual([
      "BIH",
      "HRV",
      "MKD",
      "MNE",
    ]);
    expect(events.find(({ area }) => area === "BIH")).toMatchObject({
      registered: "1993-06-02",
      inForce: "1992-03-06",
      printedCountry: "Bosnië en Herzegovina",
    });
    expect(events.find(({ area }) => area === "YUG")).toMatchObject({ registered: "1954-12-20" });
  });

  it("holds 15 parties with dates of registration in the Russian list", () => {
    const events = ratifications("C102_ru_2001-12-31_partial.csv");
    expect(events).toHaveLength(15);
    expect(events.every(({ type, inForce }) => type === "not-stated" && inForce === null)).toBe(true);
    expect(events[0]).toMatchObject({ area: "AUT", registered: "1969-11-04", printedCountry: "Австрия" });
  });

  it("holds 39 parties to C087 with dates of entry into force only", () => {
    const events = ratifications("C087_inview_partial.csv");
    expect(events).toHaveLength(39);
    expect(events.every(({ registered, inForce }) => registered === null && inForce !== null)).toBe(true);
    expect(events[0]!.provenance.locator).toEqual({ kind: "cell", row: 2, column: "in_force_date" });
  });
});
