import { ok } from "#kernel";
import { reportDocument, sayIn } from "#reviews";
import { readableSources } from "../../readable.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { knownReview } from "../known-review.ts";
import { shownReport } from "./read-report.ts";
import { reportDocx } from "./report-docx.ts";
import { reportPdf } from "./report-pdf.ts";

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
  const bytes = format === "docx" ? await reportDocx(document) : reportPdf(document);
  const name = shown.value.edition === null ? "draft" : `edition-${shown.value.edition}`;
  return ok({
    fileName: `${id}-${name}-${lang}.${format}`,
    mediaType: mediaTypes[format],
    stream: (async function* () {
      yield bytes;
    })(),
  });
};
