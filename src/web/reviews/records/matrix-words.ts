import type { RecordMatrix } from "#records";
import { hasWord, useWords } from "../../i18n.ts";

/** A cell of the matrix in words; null where the source states nothing. */
export function useMatrixWord() {
  const terms = useWords("terms");
  const say = useWords("reviews");
  return <F extends keyof RecordMatrix>(field: F, value: RecordMatrix[F]): string | null => {
    if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return null;
    if (Array.isArray(value)) return value.join(", ");
    const text = String(value);
    for (const key of [`${field}.${text}`]) {
      if (hasWord("terms", key)) return terms(key);
      if (hasWord("reviews", key)) return say(key);
    }
    return text;
  };
}
