import { routes } from "#contract";
import type { Origin } from "#records";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";

const strongest = (origins: readonly Origin[]): Origin =>
  origins.includes("simulated") ? "simulated" : origins.includes("invented") ? "invented" : "real";

/** The words inside a picture that do not depend on its page: watermark and source line. */
export function useChartWords() {
  const say = useWords("charts");
  const format = useFormat();
  const version = useApi(routes.health, {}).value?.version;
  return {
    /** The word across the picture when anything in it is not real. */
    watermark: (origins: readonly Origin[]): string | null => {
      const origin = strongest(origins);
      if (origin === "simulated") return say("watermark.simulated");
      return origin === "invented" ? say("watermark.invented") : null;
    },
    /**
     * What is burnt into the picture: source, its date, the licence where one is known, and the version of
     * Socle that drew it. `date` is an ISO date or instant; null where none is known.
     */
    sourceLine: (source: string, date: string | null, licence?: string | null): string =>
      [
        date === null ? say("source", { source }) : say("sourceDated", { source, date: format.date(date) }),
        licence ? say("licence", { licence }) : null,
        version === undefined ? null : say("drawnBy", { version, host: window.location.host }),
      ]
        .filter((part) => part !== null)
        .join(" "),
  };
}
