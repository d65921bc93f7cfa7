// A cell in words: option labels, yes and no, or why there is no value.

import { areaName } from "#kernel";
import type { ExtractionCell, ExtractionField } from "#records";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { useWording } from "../appraisal/wording.ts";

export function useCellWords(): (field: ExtractionField, cell: ExtractionCell | undefined) => string {
  const say = useWords("review-appraisal");
  const word = useWording();
  const format = useFormat();
  const language = useLanguage();
  return (field, cell) => {
    if (!cell) return "";
    if (cell.missing !== null) return say(`missing.${cell.missing}`);
    const { value } = cell;
    const option = (id: string) => {
      const found = field.options.find((one) => one.id === id);
      return found ? word(found.label) : id;
    };
    if (typeof value === "boolean") return say(value ? "yes" : "no");
    if (typeof value === "number") return format.number(value, 6);
    if (typeof value === "object" && value !== null) return value.map(option).join("; ");
    if (value === null) return "";
    // Countries are kept as codes, as the evidence map counts them; what is no code comes back as it is.
    if (field.id === "country") return areaName(value, language);
    return field.kind === "choice" ? option(value) : value;
  };
}
