// Searching at the command line: the answer that scripts rely on, with why nothing was found, or a file.

import { type PassageSearchInput, searchExportFormats } from "#contract";
import { fail, ok, problem, type Result } from "#kernel";
import type { Actor } from "#records";
import type { Effects } from "../effects.ts";
import { searchPassages } from "../read-registry.ts";
import { downloadPassages } from "./download-search.ts";
import { explainPassages } from "./explain-search.ts";

type Asked = ReturnType<typeof PassageSearchInput.parse>;

export async function searchAtCommandLine(
  effects: Effects,
  actor: Actor,
  asked: Asked,
): Promise<Result<unknown>> {
  const found = await searchPassages(effects, actor, asked);
  if (!found.ok) return found;
  const { total, more, ranked, understood, hits, facets } = found.value;
  const why = total === 0 ? await explainPassages(effects, actor, asked) : null;
  return ok({
    query: asked,
    understood,
    total,
    more,
    ranked,
    hits: hits.map(({ passage, evaluation, title, year, highlights, score }) => ({
      evaluation,
      title,
      year,
      language: passage.language,
      passage: {
        id: passage.id,
        kind: passage.kind,
        label: passage.label,
        page: passage.page,
        text: passage.text,
        highlights,
      },
      score,
    })),
    facets,
    ...(why?.ok ? { explanation: why.value } : {}),
  });
}

/** Writes what a search finds into a file, in the format its name ends with. */
export async function exportAtCommandLine(
  effects: Effects,
  actor: Actor,
  { out, ...asked }: Asked & { readonly out: string },
): Promise<Result<unknown>> {
  const ending = out.split(".").at(-1)?.toLowerCase();
  // A table of comma-separated values comes with its README, in a zip.
  const format = searchExportFormats.find((one) => one === (ending === "zip" ? "csv" : ending));
  if (format === undefined || ending === "csv")
    return fail(
      problem(
        "app.arguments-invalid",
        `The file name "${out}" does not end with a format that can be written. Use .ris, .xlsx, .json, or .zip for comma-separated values with their README. Nothing was written.`,
        { field: "export" },
      ),
    );
  const download = await downloadPassages(effects, actor, { ...asked, format, lang: "en" });
  if (!download.ok) return download;
  const written = await effects.store.writeOut(out, download.value.stream);
  return written.ok ? ok({ file: out, bytes: written.value.bytes }) : written;
}
