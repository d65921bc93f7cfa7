import type { z } from "zod/mini";
import { type IndicatorShape, type ReleaseContentsShape, routes } from "#contract";
import { useApi } from "../api.ts";
import { useLanguage } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";

type Indicators = readonly Pick<z.output<typeof IndicatorShape>, "id" | "form" | "group">[];
type Contents = readonly Pick<
  z.output<typeof ReleaseContentsShape>[number],
  "indicator" | "unit" | "values"
>[];

/** Names, forms and order of indicators from the catalogue; one that is not in it is shown by its code. */
export function useIndicators() {
  const language = useLanguage();
  const catalogue = useApi(routes.listIndicators, {});
  const indicators = catalogue.value ?? [];
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return {
    /** Whether the catalogue has answered, with indicators or with a problem. */
    ready: !catalogue.pending,
    label: (id: string): string => {
      const known = byId.get(id);
      return known ? inLanguage(known.label, language) : id;
    },
    form: (id: string): string | null => byId.get(id)?.form ?? null,
    ordered: <T>(items: readonly T[], idOf: (item: T) => string): readonly T[] =>
      inCatalogueOrder(items, idOf, indicators),
    first: (contents: Contents) => tellingIndicator(contents, indicators),
  };
}

/** In the order of the catalogue: form by form, inputs before outcomes; what is not in it last, by code. */
export function inCatalogueOrder<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  catalogue: Indicators,
): readonly T[] {
  const place = new Map(catalogue.map(({ id }, i) => [id, i]));
  const last = catalogue.length;
  return [...items].sort(
    (a, b) => (place.get(idOf(a)) ?? last) - (place.get(idOf(b)) ?? last) || (idOf(a) < idOf(b) ? -1 : 1),
  );
}

/**
 * The indicator to show before the reader has chosen one: what income security came to (the poverty rate,
 * where there is one), else a share, else a quantity; a yes or no only where there is nothing else.
 */
export function tellingIndicator(contents: Contents, catalogue: Indicators): string | undefined {
  const byId = new Map(catalogue.map((indicator) => [indicator.id, indicator]));
  const inOrder = inCatalogueOrder(contents, (one) => one.indicator, catalogue);
  const known = inOrder.filter((one) => one.values > 0);
  const found =
    known.find(({ indicator }) => {
      const entry = byId.get(indicator);
      return entry?.form === "income" && entry.group === "outcome";
    }) ??
    known.find((one) => one.unit === "PT") ??
    known.find((one) => one.unit !== "BIN") ??
    inOrder[0];
  return found?.indicator;
}
