// Makes the simulated studies of studies/: descriptions, declarations with their dictionaries, questionnaires and
// rows, the same bytes at every run. Run: node demonstration/make-studies.ts

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { csvOf, editionJson, type FileDeclaration, jsonText } from "./studies/edition-json.ts";
import { enterpriseItems } from "./studies/enterprise-questions.data.ts";
import { enterpriseFiles, enterpriseRows } from "./studies/enterprise-study.ts";
import { exampleRequests } from "./studies/example-requests.data.ts";
import { type Item, text } from "./studies/items.ts";
import { censusOf } from "./studies/people-frame.ts";
import { peopleItems } from "./studies/people-questions.data.ts";
import { peopleFiles, peopleRows, peopleStrata, rawItems, rawRows } from "./studies/people-study.ts";
import { type Form, formWorkbook, type Part } from "./studies/questionnaire.ts";
import {
  type Description,
  enterpriseDescription,
  peopleDescription,
  townDescription,
} from "./studies/study-descriptions.data.ts";
import { townCountry, townFiles, townItems, townRows, townStrata } from "./studies/town-study.ts";
import { variableTable } from "./studies/variable-table.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const questionnaire = "questionnaire.xlsx";

function studyJson(described: Description, answered: number, asked: number): string {
  const { area, year, procedure, overSampling, microdata, collection, ...rest } = described;
  const { id, kind, series, title, abstract, universe, coverage, analysisUnits, mode, weighting, caveats } =
    rest;
  return jsonText({
    id,
    kind,
    origin: "simulated",
    title,
    series,
    abstract,
    areas: [area],
    years: { from: year, to: year },
    universe,
    coverage,
    analysisUnits,
    sampling: { procedure, overSampling },
    mode,
    collection,
    response: { rate: Number((answered / asked).toFixed(3)), note: null },
    weighting,
    producers: [{ name: "Socle simulation", role: "made every answer by a program" }],
    funding: [],
    identifiers: [],
    access: { microdata, tables: "public", contact: "The operator of this installation" },
    licence: "CC0-1.0",
    citation: {
      title: title.en,
      author: "Socle simulation",
      issued: collection.to,
      licence: "CC0-1.0",
    },
    caveats,
    questionnaires: [{ language: null, file: questionnaire }],
  });
}

const formOf = ({ id, title, collection }: Description, parts: readonly Part[]): Form => ({
  id,
  version: collection.from,
  title,
  parts,
});

const householdPart: Part = {
  file: "households",
  label: text("Household", "Ménage", "Hogar", "Domicílio"),
  repeats: false,
};
const personPart: Part = {
  file: "persons",
  label: text("Person", "Personne", "Persona", "Pessoa"),
  repeats: true,
};
const firmPart: Part = {
  file: "establishments",
  label: text("Establishment", "Établissement", "Establecimiento", "Estabelecimento"),
  repeats: false,
};
const workerPart: Part = {
  file: "workers",
  label: text("Worker", "Travailleur", "Trabajador", "Trabalhador"),
  repeats: true,
};

const of = (items: readonly Item[], file: string) => items.filter((item) => item.file === file);
const edited = (files: readonly FileDeclaration[], items: readonly Item[]) =>
  editionJson({ state: "edited", from: null, changes: [], files, items });

async function peopleFolder(): Promise<Files> {
  const rows = peopleRows();
  const raw = rawRows(rows);
  const census = censusOf("XAA", peopleStrata);
  const items = peopleItems;
  return {
    "study.json": studyJson(peopleDescription, rows.households.length, rows.sample.drawn),
    "edition-raw.json": editionJson({
      state: "raw",
      from: null,
      changes: [],
      files: peopleFiles(census, true),
      items: rawItems(items, raw),
    }),
    "edition.json": editionJson({
      state: "edited",
      from: 1,
      changes: raw.changes,
      files: peopleFiles(census, false),
      items,
    }),
    "households.csv": csvOf(of(items, "households"), rows.households),
    "households-raw.csv": csvOf(of(items, "households"), raw.households),
    "persons.csv": csvOf(of(items, "persons"), rows.persons),
    "persons-raw.csv": csvOf(of(items, "persons"), raw.persons),
    [questionnaire]: await formWorkbook(formOf(peopleDescription, [householdPart, personPart]), items),
  };
}

async function townFolder(): Promise<Files> {
  const { persons, sample } = townRows();
  return {
    "study.json": studyJson(townDescription, sample.respondents.length, sample.drawn),
    "edition.json": edited(townFiles(censusOf(townCountry, townStrata)), townItems),
    "persons.csv": csvOf(townItems, persons),
    [questionnaire]: await formWorkbook(formOf(townDescription, [personPart]), townItems),
  };
}

async function enterpriseFolder(): Promise<Files> {
  const { establishments, workers, asked } = enterpriseRows();
  const items = enterpriseItems;
  return {
    "study.json": studyJson(enterpriseDescription, establishments.length, asked),
    "edition.json": edited(enterpriseFiles(), items),
    "establishments.csv": csvOf(of(items, "establishments"), establishments),
    "workers.csv": csvOf(of(items, "workers"), workers),
    [questionnaire]: await formWorkbook(formOf(enterpriseDescription, [firmPart, workerPart]), items),
  };
}

const within = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

/** What this program makes, by path inside `studies/`. */
export const studyFiles = async (): Promise<Files> => ({
  ...within(peopleDescription.id, await peopleFolder()),
  ...within(townDescription.id, await townFolder()),
  ...within(enterpriseDescription.id, await enterpriseFolder()),
  ...Object.fromEntries(Object.entries(exampleRequests).map(([path, request]) => [path, jsonText(request)])),
  "variables.md": variableTable([
    { study: peopleDescription.id, items: peopleItems },
    { study: townDescription.id, items: townItems },
    { study: enterpriseDescription.id, items: enterpriseItems },
  ]),
});

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, content] of Object.entries(await studyFiles())) {
    const file = new URL(`studies/${path}`, import.meta.url);
    mkdirSync(new URL(".", file), { recursive: true });
    writeFileSync(file, content);
  }
