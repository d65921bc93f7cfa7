import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useLanguage } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";

/** Names of indicators from the catalogue; one that is not in it is shown by its code. */
export function useIndicators() {
  const language = useLanguage();
  const catalogue = useApi(routes.listIndicators, {});
  const byId = new Map((catalogue.value ?? []).map((indicator) => [indicator.id, indicator]));
  return {
    label: (id: string): string => {
      const known = byId.get(id);
      return known ? inLanguage(known.label, language) : id;
    },
    unit: (id: string): string | null => byId.get(id)?.unit ?? null,
    form: (id: string): string | null => byId.get(id)?.form ?? null,
  };
}
