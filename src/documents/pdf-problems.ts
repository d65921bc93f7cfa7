// What can be wrong with a PDF, in words: each says what, where, why it matters and what to do.

import { type Problem, problem } from "#kernel";
import { inRanges } from "./number-ranges.ts";

export const encrypted = (name: string): Problem =>
  problem("documents.encrypted", `${name} needs a password. Save a copy without one and read that.`, {
    file: name,
  });

export const damaged = (name: string): Problem =>
  problem(
    "documents.damaged",
    `${name} begins like a PDF but its structure cannot be read. Download or export it again.`,
    { file: name },
  );

export const cutOff = (name: string, pages: number): Problem =>
  problem(
    "documents.cut-off",
    `${name} lacks the mark with which every PDF ends: it was probably cut off while it was saved or downloaded. ${pages} ${pages === 1 ? "page was" : "pages were"} found and read; others may be missing. Get a fresh copy and compare the number of pages.`,
    { file: name },
  );

export const bomb = (name: string, most: number): Problem =>
  problem(
    "documents.unfolds-too-large",
    `${name} holds a compressed stream that unfolds to more than ${most} bytes, as no page needs. It was not opened. If it comes from a source you trust, print it to a new PDF and read that.`,
    { file: name },
  );

export const stopped = (name: string, page: number, pages: number): Problem =>
  problem(
    "documents.stopped",
    `The reading of ${name} was stopped after page ${page} of ${pages}. Nothing of it was kept; read it again to have it.`,
    { file: name, page },
  );

export const onlyPictures = (name: string, pages: number): Problem =>
  problem(
    "documents.no-text",
    `${name} holds no text: ${pages === 1 ? "its page is a picture" : `its ${pages} pages are pictures`}. Run character recognition on it and read the result.`,
    { file: name },
  );

export function somePictures(name: string, pictures: readonly number[], pages: number): Problem {
  const one = pictures.length === 1;
  return problem(
    "documents.pages-without-text",
    `${one ? "Page" : "Pages"} ${inRanges(pictures)} of ${name} (${pictures.length} of ${pages}) ${one ? "is a picture" : "are pictures"} without text, so that what ${one ? "it says is" : "they say is"} missing here. Run character recognition on the file and read the result.`,
    { file: name, page: pictures[0]! },
  );
}
