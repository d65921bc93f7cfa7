import { readDocument } from "#documents";
import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import {
  type LabelledReading,
  type ReadingScore,
  readEvaluationReport,
  readLabelledSet,
  scoreReadings,
} from "#sources";

export type FolderScore = ReadingScore & {
  /** Documents that could not be read; they count in no figure. */
  readonly unread: readonly Problem[];
};

/**
 * How well a labelled folder is read: `labels.json` and the documents it names. Touches no store. Documents
 * are read one after the other; one that cannot be read is named and left out.
 *
 * @param labels the parsed `labels.json`
 * @param open the bytes of a document by the name in the labels; null where it is absent
 */
export async function scoreFolder(
  labels: unknown,
  name: string,
  open: (file: string) => Promise<Uint8Array | null>,
  progress?: (done: number, total: number) => void,
): Promise<Result<FolderScore>> {
  const set = readLabelledSet(labels, name);
  if (!set.ok) return set;
  const readings: LabelledReading[] = [];
  const unread: Problem[] = [];
  for (const [place, document] of set.value.documents.entries()) {
    progress?.(place, set.value.documents.length);
    const bytes = await open(document.file);
    if (bytes === null) {
      unread.push(
        problem(
          "app.labelled-file-absent",
          `${document.file} is named in ${name} and is not in the folder.`,
          {
            file: document.file,
          },
        ),
      );
      continue;
    }
    const read = await readDocument(bytes, document.file);
    if (read.ok)
      readings.push({ document, text: read.value.text, found: readEvaluationReport(read.value).passages });
    else unread.push(...read.problems.map((one) => ({ ...one, at: { file: document.file, ...one.at } })));
  }
  progress?.(set.value.documents.length, set.value.documents.length);
  return readings.length === 0 && unread.length > 0
    ? failAll(unread)
    : ok({ ...scoreReadings(readings), unread });
}
