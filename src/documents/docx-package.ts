// Checks a DOCX package before anything is unfolded, and keeps only the parts that hold text: pictures,
// fonts, macros and embedded files never reach the converter.

import { unzipSync, zipSync } from "fflate";
import { fail, ok, problem, type Result } from "#kernel";
import type { ReadingLimits } from "./document.ts";

const textParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels|docProps\/core\.xml)$/;
/** Text compresses five- to twenty-fold; a hundredfold is a bomb unless the part is small. */
const largestRatio = 200;
const smallPart = 1_000_000;
const mostParts = 5_000;

/** The package with its text parts only, stored without compression; or why it is refused. */
export function thinnedPackage(bytes: Uint8Array, name: string, limits: ReadingLimits): Result<Uint8Array> {
  const at = { file: name };
  let total = 0;
  let parts = 0;
  let bomb: string | null = null;
  const names = new Set<string>();
  try {
    // First pass: the directory only; the filter refuses every part, so nothing is unfolded.
    unzipSync(bytes, {
      filter: ({ name: part, size, originalSize }) => {
        parts++;
        names.add(part);
        if (!textParts.test(part)) return false;
        total += originalSize;
        if (originalSize > smallPart && originalSize > size * largestRatio) bomb = part;
        return false;
      },
    });
  } catch {
    return fail(damaged(name));
  }
  if (!names.has("word/document.xml"))
    return fail(
      problem(
        "documents.format-unknown",
        `${name} is a ZIP archive without a Word document inside. Give the document itself, as DOCX, PDF, HTML or plain text.`,
        at,
      ),
    );
  if (bomb !== null || total > limits.maxUnpackedBytes || parts > mostParts)
    return fail(
      problem(
        "documents.unfolds-too-large",
        `${name} unfolds to ${total} bytes in ${parts} parts${bomb === null ? "" : ` (${bomb} more than ${largestRatio}-fold)`}; the limit is ${limits.maxUnpackedBytes}. It was not opened.`,
        at,
      ),
    );
  try {
    // Each part is unfolded into a buffer of the announced size, so a directory that lies cannot exceed it.
    const kept = unzipSync(bytes, { filter: ({ name: part }) => textParts.test(part) });
    for (const [part, content] of Object.entries(kept)) {
      const head = new TextDecoder("latin1").decode(content.subarray(0, 4096));
      if (/<!(?:DOCTYPE|ENTITY)/i.test(head))
        return fail(
          problem(
            "documents.entity-refused",
            `${name}: the part ${part} declares a document type or entities, which a DOCX never needs. It was not opened.`,
            at,
          ),
        );
    }
    return ok(zipSync(kept, { level: 0 }));
  } catch {
    return fail(damaged(name));
  }
}

const damaged = (name: string) =>
  problem(
    "documents.damaged",
    `${name} begins like a DOCX, but its package cannot be read. It may have been cut off while downloading.`,
    { file: name },
  );
