// What the process that reads does with a file it is sent.

import { readDocument, readWorkbook } from "#documents";
import { type Result, visibleTexts } from "#kernel";
import {
  readBibliography,
  readEvaluationFacts,
  readEvaluationReport,
  readerVersion,
  readingToJson,
  readReferences,
  readRefiQda,
} from "#sources";
import type { ReadAnswer, ReadMessage, ReadRequest } from "./read-answer.ts";

const tell = (message: ReadMessage) => process.send?.(message);
const ok = <T>(value: T): Result<T> => ({ ok: true, value });

process.on("message", (request: ReadRequest) => {
  answerTo(request).then(
    (answer) => tell({ answer }),
    (error: unknown) => tell({ broken: error instanceof Error ? error.message : String(error) }),
  );
});

async function answerTo({
  bytes,
  name,
  limits,
  as,
  sha256,
}: ReadRequest): Promise<ReadAnswer[keyof ReadAnswer]> {
  // Cells become fields of records: what nobody sees in them stays outside.
  if (as === "workbook") return visibleTexts(await readWorkbook(bytes, name));
  if (as === "bibliography") return readBibliography(bytes, name);
  if (as === "references") return visibleTexts(await readReferences(bytes, name));
  // Nothing is taken out of its texts: positions count every sign.
  if (as === "qda") return readRefiQda(bytes, name, { bytes: limits.maxBytes });
  let told = 0;
  const document = await readDocument(bytes, name, {
    ...limits,
    onPage(page, pages) {
      if (performance.now() - told < 200) return;
      told = performance.now();
      tell({ page, pages });
    },
  });
  if (!document.ok || as === "document") return document;
  if (as === "facts") return ok(readEvaluationFacts(document.value));
  const reading = readEvaluationReport(document.value);
  const { format, language, title, pages, text, blocks, warnings } = document.value;
  if (as === "json")
    return ok({ json: readingToJson(document.value, reading, { file: name, sha256 }), text });
  const { passages } = reading;
  return ok({ readerVersion, format, language, title, pages, text, blocks, warnings, passages });
}
