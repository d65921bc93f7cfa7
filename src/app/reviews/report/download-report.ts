import { ok, type Result } from "#kernel";
import type { ReportDocument } from "#records";
import { reportDocument, sayIn } from "#reviews";
import { readableSources } from "../../readable.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { knownReview } from "../known-review.ts";
import { shownReport } from "./read-report.ts";
import { reportPdf } from "./report-pdf.ts";

/** The library of Word files is a megabyte of code: loaded when the first is asked for. */
const docxOf = async (document: ReportDocument): Promise<Uint8Array> =>
  (await import("./report-docx.ts")).reportDocx(document);

const mediaTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

export const downloadReviewReport: RouteUseCase<"downloadReviewReport"> = async (
  effects,
  actor,
  { id, lang, edition, format },
) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const shown = await shownReport(effects, known.value, edition);
  if (!shown.ok) return shown;
  const document = reportDocument(shown.value.state, sayIn(lang), shown.value.edition, (source) =>
    readable.has(source),
  );
  const file: Result<Uint8Array> =
    format === "docx"
      ? ok(await docxOf(document))
      : await reportPdf(document, shown.value.state.lastAt ?? effects.now());
  if (!file.ok) return file;
  const name = shown.value.edition === null ? "draft" : `edition-${shown.value.edition}`;
  return ok({
    fileName: `${id}-${name}-${lang}.${format}`,
    mediaType: mediaTypes[format],
    stream: (async function* () {
      yield file.value;
    })(),
  });
};
