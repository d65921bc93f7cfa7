import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useChartWords } from "../charts/chart-words.ts";

type Row = { readonly source: string; readonly release: string };

/** The source line of figures from several releases: agencies, releases, the date of the newest, their licences. */
export function useSourceOfRows() {
  const words = useChartWords();
  const releases = useApi(routes.listReleases, {}).value ?? [];
  return (rows: readonly Row[]): string => {
    const ids = [...new Set(rows.map(({ release }) => release))];
    const own = releases.filter(({ id }) => ids.includes(id));
    const agencies = [...new Set(rows.map(({ source }) => source))].filter(Boolean).join("; ");
    return words.sourceLine(
      agencies === "" ? ids.join(", ") : `${agencies} (${ids.join(", ")})`,
      own
        .map(({ createdAt }) => createdAt)
        .sort()
        .at(-1) ?? null,
      [...new Set(own.map(({ licence }) => licence))].filter(Boolean).join("; ") || null,
    );
  };
}
