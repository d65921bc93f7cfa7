import { createReadStream } from "node:fs";
import { fail, ok, problem } from "#kernel";
import { auditEntry } from "../../audit-entry.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { readableEdition } from "../visible-studies.ts";
import { guardedCsv } from "./guarded-csv.ts";

/**
 * The rows of a file of an edition, for those who may have them. Every time is written into the audit before the
 * first byte leaves: whoever keeps the promise given to the persons asked must be able to say who received them.
 */
export const downloadMicrodata: RouteUseCase<"downloadMicrodata"> = async (effects, actor, input) => {
  const readable = await readableEdition(effects, actor, input.id, input.edition, "rows");
  if (!readable.ok) return readable;
  const { edition } = readable.value;
  const file = edition.files.find(({ name }) => name === input.file);
  if (file === undefined)
    return fail(
      problem(
        "app.not-found",
        `${input.id} has no file "${input.file.slice(0, 100)}". It has ${edition.files.map(({ name }) => name).join(", ")}.`,
      ),
    );
  const { format } = input;
  const { files, microdata } = effects.store;
  const path = await files.path(file.data);
  if (path === null)
    return fail(
      problem(
        "microdata.file-absent",
        `The rows of ${file.name} of ${input.id} are absent from the data folder. Put them back from a backup; socle verify names what is absent.`,
      ),
    );
  const recorded = await effects.store.transaction(async (catalogue) => {
    await catalogue.audit.append(
      auditEntry(effects, actor, "study.microdata", `study:${input.id}`, {
        file: file.name,
        version: edition.version,
        format,
      }),
    );
    return ok(null);
  });
  if (!recorded.ok) return recorded;
  const name = `${input.id}_${file.name}_edition-${edition.version}`;
  return ok(
    format === "parquet"
      ? {
          fileName: `${name}.parquet`,
          mediaType: "application/vnd.apache.parquet",
          stream: createReadStream(path) as AsyncIterable<Uint8Array>,
        }
      : {
          fileName: `${name}.csv`,
          mediaType: "text/csv; charset=utf-8",
          stream: guardedCsv(microdata.csv(file.data)),
        },
  );
};
