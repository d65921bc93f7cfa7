import { useLanguage, useWords } from "../../i18n.ts";
import type { EvidenceMap } from "./replies.ts";

type Label = EvidenceMap["rows"]["label"];
type Named = { readonly id: string; readonly label: Label };

/** Names of fields and values: those that come with the answer, else the words of the pages, else themselves. */
export function useMapWords() {
  const say = useWords("review-synthesis");
  const term = useWords("terms");
  const language = useLanguage();
  const own = (label: Label) => label?.[language] ?? label?.en;
  return {
    field: ({ id, label }: Named): string =>
      own(label) ?? (id.startsWith("form.") ? id.slice(5) : say(`field.${id}`)),
    value: (field: string, { id, label }: Named): string => {
      const said = own(label);
      if (said !== undefined) return said;
      if (field === "finding-kind") return say(`kind.${id}`);
      if (field === "region") return term(`region.${id}`);
      if (field === "branch") return say(`branch.${id}`);
      return id;
    },
  };
}
