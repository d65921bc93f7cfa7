// What a text in a column stands for. Asked once for each distinct text.

import { isMissingReason, readPeriod } from "#kernel";
import { leftOutArea, type ObservationLayout, type ObservationSpellings } from "#records";
import { type CodedColumn, unitSeparator } from "./source-rows.ts";

export type Coding = {
  readonly spellings: ObservationSpellings;
  readonly indicators: ReadonlySet<string> | null;
};

/** The code of a text, "" where the cell is empty and may be; null where the text is faulty. */
export function codeOf(
  column: CodedColumn,
  spelling: string,
  layout: ObservationLayout,
  coding: Coding,
): string | null {
  const text = plainText(spelling, layout);
  switch (column) {
    case "area":
      return areaOf(text, coding);
    case "indicator":
      return text === "" || (coding.indicators !== null && !coding.indicators.has(text)) ? null : text;
    case "period": {
      const period = readPeriod(text);
      return period.ok ? period.value : null;
    }
    case "source":
      return "reads" in layout.source ? text.replace(/:.*$/s, "") : text;
    case "sex":
      return coding.spellings.sex(text);
    case "missing":
      return text === "" || isMissingReason(text) ? text : null;
    case "action":
      return /^[IARMD]?$/.test(text) ? text : null;
    case "unit":
      return unitOf(spelling, layout);
    default:
      return text;
  }
}

/** An empty cell is no area; its rows can be left out like those of any other text. */
function areaOf(text: string, { spellings }: Coding): string | null {
  const code = spellings.area(text);
  return text === "" && code !== leftOutArea ? null : code;
}

/** A cell without surrounding blanks; in labelled files without its label (`CODE: Label`). */
export const plainText = (spelling: string, layout: ObservationLayout): string => {
  const text = spelling.trim();
  return layout.labelled ? text.replace(/: .*$/s, "") : text;
};

/** `USD` with multiplier 6 is `USD*10^6`: said in the unit, never applied to the printed value. */
function unitOf(spelling: string, layout: ObservationLayout): string | null {
  const [unit, multiplier = ""] = spelling.split(unitSeparator).map((text) => plainText(text, layout));
  if (multiplier === "" || /^[+-]?0+$/.test(multiplier)) return unit!;
  return /^-?\d{1,2}$/.test(multiplier) ? `${unit}*10^${Number(multiplier)}` : null;
}
