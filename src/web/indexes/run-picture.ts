import { useChartWords } from "../charts/chart-words.ts";
import type { PictureText } from "../charts/picture.tsx";
import { useWords } from "../i18n.ts";
import type { Run } from "./run-scores.ts";

/** The words in every picture of a run: its title, what is measured, and the source line of the run. */
export function useRunPicture(run: Run): (title: string, subtitle: string) => PictureText {
  const say = useWords("indexes");
  const words = useChartWords();
  return (title, subtitle) => ({
    title,
    subtitle,
    source: words.sourceLine(
      say("scores.source", {
        definition: run.definitionId,
        version: run.definitionVersion,
        release: run.release,
      }),
      run.createdAt,
    ),
    watermark: words.watermark([run.origin]),
  });
}
