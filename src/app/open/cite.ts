// Citing one record: in three styles, and as a file for reference managers.

import { permission } from "#access";
import { fail, ok, problem, type Result } from "#kernel";
import type { Actor, BibliographicRecord } from "#records";
import { writeBibtex, writeCslJson, writeRis } from "#sources";
import type { HarvestKind } from "#store";
import type { Effects } from "../effects.ts";
import type { RouteUseCase } from "../use-case.ts";
import { type Cited, citationStyles, cite, citeAsText } from "./citation-styles.ts";
import { originNotes } from "./dublin-core.ts";
import { publicRecord } from "./public-record.ts";
import { textFile } from "./text-file.ts";

const styleNames = {
  apa: "APA, 7th edition",
  chicago: "Chicago, author-date (17th edition)",
  vancouver: "Vancouver (NLM)",
} as const;

async function readable(
  effects: Effects,
  actor: Actor,
  kind: HarvestKind,
  id: string,
): Promise<Result<{ readonly reference: BibliographicRecord; readonly address: string }>> {
  const record = await publicRecord(effects, actor, kind, id);
  if (!record)
    return fail(
      problem(
        "app.not-found",
        `There is no ${kind} "${id.slice(0, 200)}" to cite. It may be misspelt, or come from another installation; look it up in the list.`,
      ),
    );
  const note = originNotes[record.origin];
  const address = `${effects.address}${record.path}`;
  const { reference } = record;
  return ok({
    address,
    reference: {
      ...reference,
      urls: [address, ...reference.urls.filter((url) => url !== address)],
      notes: [...(note ? [note] : []), ...reference.notes],
    },
  });
}

export const citation: RouteUseCase<"citation"> = async (effects, actor, { kind, id, lang }) => {
  const allowed = permission(actor, "record.harvest");
  if (!allowed.ok) return allowed;
  const found = await readable(effects, actor, kind, id);
  if (!found.ok) return found;
  const cited: Cited = { ...found.value, accessed: effects.now().slice(0, 10), language: lang };
  return ok({
    styles: citationStyles.map((style) => ({
      style,
      name: styleNames[style],
      text: citeAsText(style, cited),
      parts: [...cite(style, cited)],
    })),
  });
};

const writers = {
  ris: { write: writeRis, extension: "ris", mediaType: "application/x-research-info-systems" },
  bibtex: { write: writeBibtex, extension: "bib", mediaType: "application/x-bibtex; charset=utf-8" },
  "csl-json": {
    write: writeCslJson,
    extension: "json",
    mediaType: "application/vnd.citationstyles.csl+json",
  },
} as const;

export const downloadCitation: RouteUseCase<"downloadCitation"> = async (
  effects,
  actor,
  { kind, id, format },
) => {
  const allowed = permission(actor, "record.harvest");
  if (!allowed.ok) return allowed;
  const found = await readable(effects, actor, kind, id);
  if (!found.ok) return found;
  const { write, extension, mediaType } = writers[format];
  const name = id.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 80);
  const { inline: _, ...file } = textFile(
    `${kind}-${name}.${extension}`,
    mediaType,
    write([found.value.reference]),
  );
  return ok(file);
};
