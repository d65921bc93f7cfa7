// The report as a tagged PDF after PDF/UA-1: language, title, structure tree, header cells, alternative texts,
// embedded fonts.

import type { Result } from "#kernel";
import type { ReportDocument } from "#records";
import { setApart } from "./pdf/set-apart.ts";
import { typesetContent } from "./pdf/typeset-content.ts";

/**
 * The file; the same bytes for the same document, moment, fonts and version of the code.
 *
 * @param at moment that the file is said to be of, such as that of the last event it counts (ISO)
 * @returns `app.pdf-no-typesetter` where the machine has none, `app.pdf-not-set` where it refused or took too long
 */
export const reportPdf = (document: ReportDocument, at: string): Promise<Result<Uint8Array>> =>
  setApart({
    content: JSON.stringify(typesetContent(document)),
    seconds: Math.floor(Date.parse(at) / 1000),
  });
