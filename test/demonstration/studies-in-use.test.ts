// The simulated studies as their users meet them: the electronic questionnaire, the example requests, and what
// the engine makes of the rows beside the census that they were drawn from.

import { readFileSync } from "node:fs";
import { Workbook } from "@cj-tech-master/excelts";
import { describe, expect, it } from "vitest";
import { estimateSurveyFile } from "#app";
import { ok } from "#kernel";
import type { StudyVariable } from "#records";
import { readEditionDeclaration } from "#sources";

const folder = new URL("../../demonstration/studies/", import.meta.url);
const people = "XAA_2024_PSS_v01_M";
const towns = "XAD_2023_PSS_v01_M";
const enterprises = "XAA_2024_ELFS_v01_M";

const editionOf = (study: string) => {
  const json = JSON.parse(readFileSync(new URL(`${study}/edition.json`, folder), "utf8"));
  const read = readEditionDeclaration(json, "edition.json");
  if (!read.ok) throw new Error(read.problems[0]!.message);
  return { ...read.value, variables: read.value.variables as readonly StudyVariable[] };
};

const work = { progress: () => {}, signal: new AbortController().signal };

async function estimatesOf(request: object, data: Uint8Array) {
  const answer = await estimateSurveyFile(
    { text: JSON.stringify(request), file: "estimate.json" },
    { path: (name) => name, bytes: async () => ok(data) },
    "test",
    work,
  );
  if (!answer.ok) throw new Error(answer.problems.map(({ message }) => message).join("\n"));
  return answer.value.estimates;
}

/** Persons with the columns of their household, workers with those of their establishment. */
function joined(study: string, name: string): Uint8Array {
  const { files } = editionOf(study);
  const file = files.find((each) => each.name === name)!;
  const linesOf = (of: string) =>
    readFileSync(new URL(`${study}/${of}`, folder), "utf8")
      .trimEnd()
      .split("\n");
  const lines = linesOf(file.file);
  if (file.parent === null) return Buffer.from(lines.join("\n"));
  // The key of the file above is its first column, and the first of this one.
  const above = new Map(
    linesOf(files.find((each) => each.name === file.parent!.file)!.file).map((line) => {
      const at = line.indexOf(",");
      return [line.slice(0, at), line.slice(at)];
    }),
  );
  return Buffer.from(lines.map((line) => line + above.get(line.split(",")[0]!)!).join("\n"));
}

describe("estimates from the simulated studies", () => {
  it.each([
    [people, 5],
    [enterprises, 4],
  ])("the example request of %s is answered", async (study, count) => {
    const request = JSON.parse(readFileSync(new URL(`${study}/estimate.json`, folder), "utf8"));
    const estimates = await estimatesOf(request, readFileSync(new URL(`${study}/${request.data}`, folder)));
    expect(estimates).toHaveLength(count);
    for (const { rows } of estimates) expect(rows.length).toBeGreaterThan(0);
  });

  it.each([
    [people, "persons", "sex"],
    [towns, "persons", "sex"],
    [enterprises, "workers", "sex"],
  ])(
    "%s: the totals of %s by %s lie within four errors of what the census counts",
    async (study, name, by) => {
      const { design, knownTotals } = editionOf(study).files.find((file) => file.name === name)!;
      const { clusters, strata, weights, fpc } = design;
      const [head, ...lines] = new TextDecoder().decode(joined(study, name)).split("\n");
      const data = Buffer.from([`${head},one`, ...lines.map((line) => `${line},1`)].join("\n"));
      const totals = {
        data: `${name}.csv`,
        design: { clusters, strata, weights, fpc },
        estimates: [{ id: "all", statistic: "total", variables: ["one"], by: [by] }],
      };
      const [answer] = await estimatesOf(totals, data);
      const known = knownTotals.filter(({ where }) => by in where);
      expect(known.length).toBeGreaterThan(0);
      for (const { where, total } of known) {
        const row = answer!.rows.find((each) => "estimate" in each && String(each.group?.[by]) === where[by]);
        const { estimate, standardError } = row as { estimate: number; standardError: number };
        expect(standardError).toBeGreaterThan(0);
        expect(Math.abs(estimate - total) / standardError, `${estimate} beside ${total}`).toBeLessThan(4);
      }
    },
  );
});

describe("the questionnaires", () => {
  it.each([people, towns, enterprises])(
    "of %s asks every question in four languages, with its answers",
    async (study) => {
      const workbook = new Workbook();
      await workbook.xlsx.load(readFileSync(new URL(`${study}/questionnaire.xlsx`, folder)));
      const linesOf = (name: string) => {
        const lines: Record<string, string>[] = [];
        const sheet = workbook.getWorksheet(name)!;
        const header = sheet.getRow(1);
        for (let at = 2; at <= sheet.rowCount; at++) {
          const line: Record<string, string> = {};
          for (let column = 1; column <= header.cellCount; column++)
            line[header.getCell(column).text] = sheet.getRow(at).getCell(column).text;
          lines.push(line);
        }
        return lines;
      };
      const survey = linesOf("survey");
      const choices = Map.groupBy(linesOf("choices"), (line) => line["list_name"]!);
      const labels = [
        "label::English (en)",
        "label::Français (fr)",
        "label::Español (es)",
        "label::Português (pt)",
      ];
      const variables = editionOf(study).variables.filter(({ question }) => question !== null);
      const asked = survey.filter(({ type }) => !/^(begin|end)_/.test(type!));
      expect(asked.map(({ name }) => name)).toEqual(variables.map(({ name }) => name));
      for (const [at, { type, relevant, ...line }] of asked.entries()) {
        const { question, categories, kind } = variables[at]!;
        expect(labels.map((label) => line[label])).toEqual([
          question!.en,
          question!.fr,
          question!.es,
          question!.pt,
        ]);
        for (const [, name] of relevant!.matchAll(/\$\{(\w+)\}/g))
          expect(asked.map((each) => each["name"])).toContain(name);
        if (kind !== "categorical") expect(type).toMatch(/^(integer|decimal)$/);
        else
          expect(choices.get(type!.replace("select_one ", ""))!.map((choice) => choice["name"])).toEqual(
            categories.map(({ code }) => code),
          );
      }
      expect(
        [...choices.values()].flat().every((choice) => labels.every((label) => choice[label] !== "")),
      ).toBe(true);
      expect(linesOf("settings")).toMatchObject([{ form_id: study }]);
    },
  );
});
