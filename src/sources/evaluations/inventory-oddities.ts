// What is odd in a row beside the others of its list. Kept and shown, never repaired in silence.

import { type Problem, problem } from "#kernel";
import { folded } from "./folded.ts";
import type { InventoryRecord } from "./inventory-record.ts";
import { groupsInTitle, regionNamed } from "./row-region.ts";

type Row = Omit<InventoryRecord, "oddities">;

const nameOf = (row: Row) =>
  row.number === null ? (row.idPrinted ?? row.title.slice(0, 40)) : `no. ${row.number}`;

/** The oddities of each row, by position. */
export function rowOddities(
  rows: readonly Row[],
  period: readonly [number, number] | null,
): readonly (readonly Problem[])[] {
  const usualFragment = mostFrequent(
    rows.flatMap((row) => (row.fragment === null ? [] : [row.fragment.length])),
  );
  const styles = idStyles(rows);
  return rows.map((row, i) => [
    ...symbolOddities(row, rows, period),
    ...regionOddities(row),
    ...idOddities(row, rows[i + 1], styles),
    ...linkOddities(row, usualFragment),
    ...typeOddities(row, rows),
  ]);
}

function symbolOddities(row: Row, rows: readonly Row[], period: readonly [number, number] | null): Problem[] {
  const found: Problem[] = [];
  if (row.tcPlaceholder) {
    const others = rows.filter((other) => other !== row && other.tcSymbolPrinted === row.tcSymbolPrinted);
    if (others.length > 0)
      found.push(
        problem(
          "evaluations.placeholder-symbol-shared",
          `${row.tcSymbolPrinted} is a placeholder, shared with ${others.map(nameOf).join(", ")}: it cannot be a key.`,
        ),
      );
    if (row.region === null)
      found.push(
        problem(
          "evaluations.placeholder-no-region",
          `The code ${row.tcSymbolPrinted!.slice(0, 3)} is part of a placeholder, so no region is taken from it.`,
        ),
      );
  }
  if (row.tcSymbolPrinted === null && rows.some((other) => other.tcSymbolPrinted !== null)) {
    found.push(problem("evaluations.symbol-missing", "No project symbol is printed, not even N/A."));
    const last = /\(([^()]*)\)\s*$/.exec(row.title);
    if (last)
      found.push(
        problem(
          "evaluations.parenthesis-not-symbol",
          `“(${last[1]})” stands where the symbol is expected; it is part of the title.`,
        ),
      );
  }
  if (row.fundingNote !== null && /\(\s*RBSA\s*\)\s*\(/.test(row.titlePrinted))
    found.push(
      problem(
        "evaluations.funding-in-parentheses",
        `“(${row.fundingNote})” before “(${row.tcSymbolPrinted})” is a funding source, not a symbol.`,
      ),
    );
  if (period !== null && row.symbolParts !== null && row.symbolParts.year < period[0])
    found.push(
      problem(
        "evaluations.symbol-year-before-period",
        `The year in the symbol (${row.symbolParts.year}) lies before the period under review, ${period[0]}-${period[1]}: check by the dates of the work.`,
      ),
    );
  return found;
}

function regionOddities(row: Row): Problem[] {
  const found: Problem[] = [];
  if (row.regionBasis === "title" && row.tcSymbolPrinted !== null && /^[A-Z]{3}\//.test(row.tcSymbolPrinted))
    found.push(
      problem(
        "evaluations.region-from-title",
        `The symbol's code is ${row.tcSymbolPrinted.slice(0, 3)}, but the title names ${regionNamed(row.title)}: the title was followed.`,
      ),
    );
  if (row.region === null && !row.tcPlaceholder) {
    const regional = [row.title, row.linkPrinted ?? "", row.typePrinted].some((text) =>
      /\bregional\b/.test(folded(text)),
    );
    found.push(
      regional
        ? problem(
            "evaluations.regional-without-region",
            "The report is called regional, but no region is named.",
          )
        : problem("evaluations.region-not-stated", "Neither title nor symbol names a region."),
    );
  }
  for (const group of groupsInTitle(row.title))
    if (group.spansRegions)
      found.push(
        problem(
          "evaluations.group-not-resolved",
          `${group.name} is a group of countries that the title does not list; none was added for it.`,
        ),
      );
  return found;
}

type Styles = ReadonlyMap<string, { readonly hyphen: number; readonly plain: number }>;
const letterOf = (row: Row) => row.id?.split("-")[0] ?? "";
const hasHyphen = (row: Row) => row.idPrinted?.includes("-") ?? false;

function idStyles(rows: readonly Row[]): Styles {
  const styles = new Map<string, { hyphen: number; plain: number }>();
  for (const row of rows) {
    if (row.id === null) continue;
    const style = styles.get(letterOf(row)) ?? { hyphen: 0, plain: 0 };
    if (hasHyphen(row)) style.hyphen++;
    else style.plain++;
    styles.set(letterOf(row), style);
  }
  return styles;
}

function idOddities(row: Row, next: Row | undefined, styles: Styles): Problem[] {
  if (row.id === null) return [];
  const found: Problem[] = [];
  const style = styles.get(letterOf(row));
  const odd =
    style !== undefined && (hasHyphen(row) ? style.hyphen < style.plain : style.plain < style.hyphen);
  if (odd)
    found.push(
      problem(
        "evaluations.id-style-differs",
        `“${row.idPrinted}” is printed ${hasHyphen(row) ? "with" : "without"} a hyphen, the others beginning with ${letterOf(row)} the other way.`,
      ),
    );
  if (
    next !== undefined &&
    next.id !== null &&
    letterOf(next) === letterOf(row) &&
    numberOf(next) < numberOf(row)
  )
    found.push(problem("evaluations.id-out-of-order", `${row.idPrinted} stands before ${next.idPrinted}.`));
  return found;
}

const numberOf = (row: Row) => Number(row.id?.split("-")[1] ?? Number.NaN);

function linkOddities(row: Row, usual: number | null): Problem[] {
  if (row.fragment !== null && usual !== null && row.fragment.length < usual)
    return [
      problem(
        "evaluations.link-fragment-short",
        `The fragment “${row.fragment}” has ${row.fragment.length} characters, the others ${usual}: it may have been cut.`,
      ),
    ];
  if (row.link !== null || row.linkPrinted === null) return [];
  return /^(?:n\s?\/\s?a|-|–|s\/o|n\/d)$/i.test(row.linkPrinted)
    ? [problem("evaluations.link-not-available", `The link is printed as “${row.linkPrinted}”.`)]
    : [
        problem(
          "evaluations.link-not-a-link",
          `The link column holds “${row.linkPrinted}” instead of a link.`,
        ),
      ];
}

function typeOddities(row: Row, rows: readonly Row[]): Problem[] {
  const found: Problem[] = [];
  if (row.timing === "mid-term" && row.tcSymbol !== null) {
    const hasFinal = rows.some((other) => other.timing === "final" && other.tcSymbol === row.tcSymbol);
    if (!hasFinal && rows.length > 1)
      found.push(
        problem(
          "evaluations.mid-term-without-final",
          `A mid-term evaluation of ${row.tcSymbol}; no final evaluation with this symbol is in the list.`,
        ),
      );
  }
  if (row.kind === "high-level")
    found.push(
      problem("evaluations.high-level", "It covers many projects and supplements their evaluations."),
    );
  // A list without a column for the type says nothing of any row.
  if (row.nature === null && rows.some(({ typePrinted }) => typePrinted !== ""))
    found.push(
      problem("evaluations.nature-not-stated", `“${row.typePrinted}” does not say independent or internal.`),
    );
  return found;
}

/** Null where fewer than three values are there to be compared. */
function mostFrequent(values: readonly number[]): number | null {
  if (values.length < 3) return null;
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}
