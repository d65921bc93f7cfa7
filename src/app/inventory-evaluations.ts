import type { Sha256 } from "#kernel";
import { type Evaluation, type EvaluationType, noDetails, type Origin } from "#records";
import type { Inventory } from "#sources";

const types: Readonly<Record<string, EvaluationType>> = {
  "high-level": "high-level-strategy",
  cluster: "cluster",
  thematic: "thematic",
  "country-programme": "country-programme",
  project: "project",
};

/** The registry a list's links lead to gives the first part of a record's address; else the file's hash does. */
const registryOf = (inventory: Inventory, source: Sha256): string =>
  inventory.records.some(({ link }) => link?.includes("ilo.org/ievaldiscovery"))
    ? "ievd"
    : source.slice(0, 8);

/**
 * The rows of a printed inventory as records of the registry. The address of a record is made of the list
 * it stands in and its identifier there, because neither titles nor project symbols are keys.
 */
export const inventoryEvaluations = (
  inventory: Inventory,
  from: { readonly source: Sha256; readonly origin: Origin },
): readonly Evaluation[] =>
  inventory.records.map((row, index) => ({
    ...noDetails,
    id: `${registryOf(inventory, from.source)}-${row.id ?? row.number ?? index + 1}`,
    printedId: row.idPrinted,
    reportId: row.id,
    title: row.title,
    language: row.language,
    printedSymbol: row.tcSymbolPrinted,
    symbol: row.tcSymbol,
    symbolIsPlaceholder: row.tcPlaceholder,
    type: row.kind === null ? null : (types[row.kind] ?? null),
    printedType: row.typePrinted,
    timing: row.timing,
    nature: row.nature,
    region: row.region,
    regionBasis: row.regionBasis,
    countries: row.countries,
    countryGroups: row.groups,
    themes: [],
    donor: row.symbolParts?.donorCode ?? null,
    fundingNote: row.fundingNote,
    period: row.periodInTitle,
    year: null,
    link: row.link,
    printedLink: row.linkPrinted,
    summary: null,
    origin: from.origin,
    oddities: row.oddities.map(({ code, message }) => ({ code, message })),
    provenance: {
      source: from.source,
      locator: { kind: "text", spans: row.spans, ...(row.page !== null && { page: row.page }) },
    },
  }));
