import { useChartWords } from "../charts/chart-words.ts";
import { useWords } from "../i18n.ts";
import type { Explored } from "./answers.ts";

/** The source line of what is drawn: the releases it comes from, the date of the newest, their licences. */
export function useSourceOfReleases() {
  const say = useWords("charts");
  const words = useChartWords();
  return (found: Explored, drawn: Explored["observations"]): string => {
    const ids = [...new Set(drawn.map(({ release }) => release))];
    const releases = found.releases.filter(({ id }) => ids.includes(id));
    const titles = new Map(releases.map(({ id, title }) => [id, title]));
    return words.sourceLine(
      ids.map((id) => say("sourceRelease", { title: titles.get(id) ?? id, id })).join("; "),
      releases
        .map(({ createdAt }) => createdAt)
        .sort()
        .at(-1) ?? null,
      [...new Set(releases.map(({ licence }) => licence))].filter(Boolean).join("; ") || null,
    );
  };
}
