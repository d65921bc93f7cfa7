import { type Area, areaByCode, areaName, failAll, findArea, ok, type Result, type Sha256 } from "#kernel";
import type { RatificationEvent } from "#records";
import { readTable, type Table, type TableRow } from "../delimited-table.ts";
import { type CellReader, cellReader } from "./cells.ts";

/** The country in the language of the list: `country_nl`, `country_ru`. */
function isNativeName(column: string): boolean {
  return /^country_[a-z]{2}$/.test(column) && column !== "country_en";
}

const columns = {
  known: {
    convention: ["code"],
    country_en: ["country", "country_name", "party"],
    iso3: ["area", "country_code"],
    registered: ["ratification_date", "ratified", "registration_date", "date"],
    in_force_date: ["in_force", "entry_into_force"],
    type: [],
    note: ["notes", "remark"],
    verified: [],
  },
  required: ["convention"],
  alsoKnown: isNativeName,
} as const;

/** Letters of the Dutch treaty series (bekrachtiging, voortgezette gebondenheid) and plain words. */
const types: Readonly<Record<string, RatificationEvent["type"]>> = {
  R: "ratification",
  RATIFICATION: "ratification",
  VG: "succession",
  SUCCESSION: "succession",
  DENUNCIATION: "denunciation",
  "": "not-stated",
  "NOT-STATED": "not-stated",
};

/**
 * The ratifications of a list (CSV: convention; iso3 or country; registered or ratification_date,
 * in_force_date, type, note as far as the list has them; the name in the language of the list as
 * `country_xx`). The printed country is kept as it stands.
 *
 * Nothing is concluded beyond the list: a state that is not in it is unknown; a row without a date stays
 * without; an unknown letter of type gives `not-stated` and is kept in the note. A succession may be in
 * force before it was registered, a ratification may not. Dissolved states count with their dates.
 *
 * @param from the source file, its name and the name of the list under which the events are cited
 * @returns the events in the order of the list, or every fault with row and column
 * @limits A state that is not in the list is unknown, not a state that has not ratified.
 */
export function readRatifications(
  bytes: Uint8Array,
  from: { readonly source: Sha256; readonly name: string; readonly list: string },
): Result<readonly RatificationEvent[]> {
  const table = readTable(bytes, from.name, columns);
  if (!table.ok) return table;
  const reader = cellReader(from.name);
  const countryColumns = table.value.header.filter(isNativeName);
  const printed = (column: string) => table.value.printed(column) ?? column;
  const seen = new Map<string, number>();
  const events = table.value.rows.map((row): RatificationEvent => {
    const convention = reader.code(row, "convention");
    const registered = reader.day(row, "registered", printed("registered"));
    const inForce = reader.day(row, "in_force_date", printed("in_force_date"));
    const printedType = row.cell("type");
    const type = types[printedType.toUpperCase()] ?? "not-stated";
    const area = areaOf(row, table.value, reader, countryColumns);
    if (area?.kind === "dissolved") checkEnd(area, [registered, inForce], row, reader, printed);
    if (type === "ratification" && registered !== null && inForce !== null && inForce < registered)
      reader.report(
        "standards.in-force-before-registration",
        row,
        printed("in_force_date"),
        `${inForce} lies before the registration on ${registered}. Only a succession can be in force earlier; correct the dates, or the type.`,
      );
    const key = [convention, area?.code, type, registered, inForce].join(" ");
    const first = seen.get(key);
    if (convention !== null && area !== null && first !== undefined)
      reader.report(
        "standards.event-repeated",
        row,
        printed("convention"),
        `${convention} and ${areaName(area.code, "en")} with the same dates stand already in row ${first}. Counting an event twice would be wrong; take one out.`,
      );
    else seen.set(key, row.row);
    const unknownType = printedType !== "" && types[printedType.toUpperCase()] === undefined;
    const note = [row.cell("note"), unknownType ? `type printed as "${printedType}"` : ""].filter(Boolean);
    const dateColumn = registered === null && inForce !== null ? "in_force_date" : "registered";
    return {
      convention: convention ?? "",
      area: area?.code ?? "",
      type,
      registered,
      inForce,
      printedCountry:
        [...countryColumns, "country_en", "iso3"].map((column) => row.cell(column)).find(Boolean) ?? "",
      note: note.length > 0 ? note.join("; ") : null,
      list: from.list,
      verified: reader.verified(row),
      provenance: {
        source: from.source,
        locator: {
          kind: "cell",
          row: row.row,
          column: table.value.printed(dateColumn) ?? printed("convention"),
        },
      },
    };
  });
  return reader.problems.length > 0 ? failAll(reader.problems) : ok(events);
}

/** The area of a row: its code, checked against the name beside it, else its name. */
function areaOf(
  row: TableRow,
  table: Table,
  { report }: CellReader,
  countryColumns: readonly string[],
): Area | null {
  const code = row.cell("iso3");
  const nameColumn = ["country_en", ...countryColumns].find((column) => row.cell(column) !== "");
  const name = nameColumn === undefined ? "" : row.cell(nameColumn);
  const column =
    code !== "" || name === ""
      ? (table.printed("iso3") ?? "iso3")
      : (table.printed(nameColumn ?? "country_en") ?? "country");
  const area = code !== "" ? areaByCode(code) : name !== "" ? findArea(name) : null;
  if (area === null) {
    report(
      "standards.area-unknown",
      row,
      column,
      code === "" && name === ""
        ? "no country is named, so the event belongs to none. Fill in the ISO 3166 code (iso3) or the name."
        : `"${(code || name).slice(0, 40)}" is no known country. Write its ISO 3166 alpha-3 code in the column iso3.`,
    );
    return null;
  }
  if (area.kind === "invented" || area.kind === "region") {
    report(
      "standards.area-not-a-state",
      row,
      column,
      `${area.code} (${areaName(area.code, "en")}) is ${area.kind === "invented" ? "an invented area of the demonstration" : "a region"}; only states ratify. Correct the code.`,
    );
    return null;
  }
  const named = name === "" || code === "" ? null : findArea(name);
  if (named !== null && named.code !== area.code)
    report(
      "standards.names-disagree",
      row,
      column,
      `the code ${area.code} means ${areaName(area.code, "en")}, the name "${name.slice(0, 40)}" means ${areaName(named.code, "en")} (${named.code}). The event would go to the wrong state; correct one of them.`,
    );
  return area;
}

function checkEnd(
  area: Area,
  days: readonly (string | null)[],
  row: TableRow,
  { report }: CellReader,
  printed: (column: string) => string,
): void {
  const end = area.valid[1];
  const late = days.find((day) => day !== null && end !== null && Number(day.slice(0, 4)) > end);
  if (late)
    report(
      "standards.area-no-longer",
      row,
      printed("iso3"),
      `${areaName(area.code, "en")} (${area.code}) was in use until ${end}, the event is dated ${late}. File it under the successor (${area.relatedTo.join(", ")}).`,
    );
}
