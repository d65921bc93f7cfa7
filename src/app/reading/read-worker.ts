// The thread in which documents are read: whatever a file does to it, the program goes on.

import { parentPort } from "node:worker_threads";
import { readDocument } from "#documents";
import { readEvaluationFacts, readEvaluationReport, readerVersion, readingToJson } from "#sources";
import type { ReadMessage, ReadRequest } from "./read-answer.ts";

const port = parentPort;
const tell = (message: ReadMessage) => port?.postMessage(message);

port?.on("message", async ({ bytes, name, limits, as, sha256 }: ReadRequest) => {
  let told = 0;
  const document = await readDocument(bytes, name, {
    ...limits,
    onPage(page, pages) {
      if (performance.now() - told < 200) return;
      told = performance.now();
      tell({ page, pages });
    },
  });
  if (!document.ok) return tell({ answer: document });
  if (as === "facts") return tell({ answer: { ok: true, value: readEvaluationFacts(document.value) } });
  const reading = readEvaluationReport(document.value);
  const { format, language, title, pages, text, blocks, warnings } = document.value;
  if (as === "json")
    return tell({
      answer: {
        ok: true,
        value: { json: readingToJson(document.value, reading, { file: name, sha256 }), text },
      },
    });
  tell({
    answer: {
      ok: true,
      value: {
        readerVersion,
        format,
        language,
        title,
        pages,
        text,
        blocks,
        warnings,
        passages: reading.passages,
      },
    },
  });
});
