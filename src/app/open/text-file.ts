import type { Download } from "../use-case.ts";

/** What XML cannot hold at all, however it is written. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text that may stand in XML once its signs are escaped. */
export const writable = (text: string): string => text.toWellFormed().replace(unwritable, "\uFFFD");

/** A text as an answer that is read where it is asked for. */
export const textFile = (fileName: string, mediaType: string, text: string): Download => ({
  fileName,
  mediaType,
  stream: (async function* () {
    yield new TextEncoder().encode(text);
  })(),
  inline: true,
});
