import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isInventedAreaCode, languages } from "#kernel";
import { questionAngles, type StudyVariable, securityDimensions } from "#records";
import { readEditionDeclaration, readStudyDescription } from "#sources";
import { studyFiles } from "../../demonstration/make-studies.ts";

const folder = new URL("../../demonstration/studies/", import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, folder), "utf8");
const jsonOf = (path: string): unknown => JSON.parse(textOf(path));
const rowsOf = (path: string) => {
  const [header, ...lines] = textOf(path).trimEnd().split("\n");
  const names = header!.split(",");
  const rows = lines.map((line) => {
    const cells = line.split(",");
    expect(cells.length, line).toBe(names.length);
    return Object.fromEntries(cells.map((cell, at) => [names[at]!, cell])) as Record<string, string>;
  });
  return { names, rows };
};

const people = "XAA_2024_PSS_v01_M";
const towns = "XAD_2023_PSS_v01_M";
const enterprises = "XAA_2024_ELFS_v01_M";
const editions = [
  [people, "edition.json"],
  [people, "edition-raw.json"],
  [towns, "edition.json"],
  [enterprises, "edition.json"],
] as const;

const editionOf = (study: string, name = "edition.json") => {
  const read = readEditionDeclaration(jsonOf(`${study}/${name}`), name);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return { ...read.value, variables: read.value.variables as readonly StudyVariable[] };
};

/** Rows of a file with the columns of the file above it. */
function joined(study: string, name: string) {
  const { files } = editionOf(study);
  const file = files.find((each) => each.name === name)!;
  const { rows } = rowsOf(`${study}/${file.file}`);
  const { parent } = file;
  if (parent === null) return { file, rows };
  const above = files.find((each) => each.name === parent.file)!;
  const keyOf = (row: Record<string, string>, columns: readonly string[]) =>
    columns.map((column) => row[column]).join(" ");
  const found = new Map(rowsOf(`${study}/${above.file}`).rows.map((row) => [keyOf(row, above.key), row]));
  return { file, rows: rows.map((row) => ({ ...found.get(keyOf(row, parent.by))!, ...row })) };
}

const everyFile = editions.flatMap(([study, edition]) =>
  editionOf(study, edition).files.map(({ name }) => [study, edition, name] as const),
);
const allFiles = [people, towns, enterprises].flatMap((study) =>
  editionOf(study).files.map(({ name }) => [study, name] as const),
);

/** Texts of a language lacking anywhere below. */
function untranslated(value: unknown, at: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value)
    return languages.flatMap((language) =>
      ((value as Record<string, string>)[language] ?? "").trim() === "" ? [`${at}.${language}`] : [],
    );
  return Object.entries(value).flatMap(([key, part]) => untranslated(part, `${at}.${key}`));
}

describe("the simulated studies", () => {
  it("come out the same, to the byte, whenever they are made", async () => {
    for (const [path, made] of Object.entries(await studyFiles())) {
      const kept = readFileSync(new URL(path, folder));
      expect(kept.equals(Buffer.from(made)), path).toBe(true);
    }
  });

  it.each([people, towns, enterprises])(
    "%s has a description that can be read and calls itself simulated",
    (study) => {
      const read = readStudyDescription(jsonOf(`${study}/study.json`), "study.json");
      expect(read).toMatchObject({ ok: true, value: { id: study, origin: "simulated" } });
      if (!read.ok) return;
      expect(read.value.title.en).toContain("Simulated");
      expect(read.value.areas.every(isInventedAreaCode)).toBe(true);
      expect(untranslated(read.value, study)).toEqual([]);
    },
  );

  it.each(editions)("%s/%s has every text in four languages", (study, name) => {
    expect(untranslated(editionOf(study, name).variables, name)).toEqual([]);
  });

  it.each(editions)("%s/%s names the columns of its files in their order", (study, name) => {
    const { files, variables } = editionOf(study, name);
    for (const file of files)
      expect(
        variables.filter((variable) => variable.file === file.name).map((variable) => variable.name),
      ).toEqual(rowsOf(`${study}/${file.file}`).names);
  });

  it.each(everyFile)(
    "%s/%s: of %s each code occurs or says why there is no answer, and no other occurs",
    (study, edition, name) => {
      const { files, variables } = editionOf(study, edition);
      const { rows } = rowsOf(`${study}/${files.find((file) => file.name === name)!.file}`);
      for (const variable of variables.filter(({ file }) => file === name)) {
        const cells = new Set(rows.map((row) => row[variable.name]!));
        cells.delete("");
        const codes = variable.categories.map(({ code }) => code);
        if (variable.kind === "categorical") {
          const open = variable.categories.filter(({ missing }) => missing === null);
          expect(
            open.filter(({ code }) => !cells.has(code)),
            variable.name,
          ).toEqual([]);
          expect(
            [...cells].filter((cell) => !codes.includes(cell)),
            variable.name,
          ).toEqual([]);
        } else if (variable.kind === "numeric")
          for (const cell of cells)
            expect(codes.includes(cell) || Number(cell) >= 0, `${variable.name} ${cell}`).toBe(true);
      }
    },
  );

  it.each(allFiles)(
    "%s: %s has keys, positive weights, two units or more in each stratum, and fewer than counted",
    (study, name) => {
      const { file, rows } = joined(study, name);
      expect(new Set(rows.map((row) => file.key.map((column) => row[column]).join(" "))).size).toBe(
        rows.length,
      );
      expect(rows.every((row) => Number(row[file.design.weights as string]) > 0)).toBe(true);
      const { clusters, strata, fpc } = file.design;
      for (const [stage, cluster] of clusters.entries()) {
        // Units of a stage lie in a stratum of it, or in the unit of the stage above.
        const within = strata[stage] ?? clusters[stage - 1];
        const groups = Map.groupBy(rows, (row) => row[within!]!);
        for (const [group, members] of groups) {
          const units = new Set(members.map((row) => row[cluster]!));
          const counts = new Set(members.map((row) => Number(row[fpc[stage]!])));
          expect(counts.size, `${within} ${group}`).toBe(1);
          expect(units.size, `${within} ${group}`).toBeGreaterThan(1);
          expect(units.size, `${within} ${group}`).toBeLessThanOrEqual([...counts][0]!);
        }
      }
    },
  );

  it.each(allFiles)("%s: weighted totals of %s come close to what is known", (study, name) => {
    const { file, rows } = joined(study, name);
    expect(file.knownTotals.length).toBeGreaterThan(0);
    for (const { label, where, total } of file.knownTotals) {
      const held = rows.filter((row) =>
        Object.entries(where).every(([column, code]) => row[column] === code),
      );
      const weighted = held.reduce((sum, row) => sum + Number(row[file.design.weights as string]), 0);
      expect(Math.abs(weighted / total - 1), `${label}: ${weighted} beside ${total}`).toBeLessThan(0.08);
    }
  });

  it("cover eight dimensions from four angles, with 19 strata, households and their members", () => {
    const places = new Set(
      editionOf(people).variables.flatMap(({ place }) =>
        place ? [`${place.dimension} ${place.angle}`] : [],
      ),
    );
    expect(places.size).toBe(securityDimensions.length * questionAngles.length);
    const households = rowsOf(`${people}/households.csv`).rows;
    const members = Map.groupBy(rowsOf(`${people}/persons.csv`).rows, ({ hid }) => hid!);
    expect(new Set(households.map(({ stratum }) => stratum)).size).toBe(19);
    expect(households.filter(({ hid, hsize }) => members.get(hid!)?.length !== Number(hsize))).toEqual([]);
  });

  it("show gaps between women and men, and between those with and without a contract", () => {
    const { rows } = joined(people, "persons");
    const mean = (held: typeof rows, column: string) => {
      const told = held.filter((row) => row[column] !== "" && Number(row[column]) >= 0);
      const weight = told.reduce((sum, row) => sum + Number(row["pweight"]), 0);
      return told.reduce((sum, row) => sum + Number(row["pweight"]) * Number(row[column]), 0) / weight;
    };
    const paid = rows.filter(({ wstat }) => wstat === "1");
    const of = (column: string, code: string) => paid.filter((row) => row[column] === code);
    expect(mean(of("sex", "2"), "earn") / mean(of("sex", "1"), "earn")).toBeLessThan(0.92);
    expect(mean(of("emctr", "1"), "earn") / mean(of("emctr", "4"), "earn")).toBeGreaterThan(1.2);
  });

  it("keep what came from the field apart, with a dozen cells that editing changed and a reason for each", () => {
    const raw = editionOf(people, "edition-raw.json");
    const edited = editionOf(people);
    expect(raw).toMatchObject({ state: "raw", from: null, changes: [] });
    expect(edited).toMatchObject({ state: "edited", from: 1 });
    const differing = ["households", "persons"].flatMap((name) => {
      const before = rowsOf(`${people}/${name}-raw.csv`).rows;
      return rowsOf(`${people}/${name}.csv`).rows.flatMap((row, at) =>
        Object.keys(row).flatMap((column) =>
          row[column] === before[at]![column]
            ? []
            : [`${column} ${before[at]![column]} became ${row[column]}.`],
        ),
      );
    });
    expect(edited.changes.map(({ what }) => what.split(": ")[1]!).sort()).toEqual(differing.sort());
    expect(edited.changes.every(({ why }) => why.length > 10)).toBe(true);
  });

  it("share questions between the country and the towns, and ask one of them otherwise", () => {
    const ofCountry = new Map(
      editionOf(people).variables.map((variable) => [variable.name, variable.question?.en]),
    );
    const asked = editionOf(towns).variables.filter(({ question }) => question !== null);
    const other = asked.filter(({ name, question }) => ofCountry.get(name) !== question!.en);
    expect(other.map(({ name }) => name)).toEqual(["wkacc"]);
    expect(editionOf(towns).variables.find(({ name }) => name === "earn")!.unit).toBe("marks a month");
  });
});
