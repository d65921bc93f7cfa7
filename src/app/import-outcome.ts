import { fail, type Problem, problem, type Result } from "#kernel";
import type { Upload } from "./use-case.ts";

/** What every import answers, at the command line, in the API and on the page. */
export type ImportOutcome = {
  added: number;
  superseded: number;
  unchanged: number;
  release: string | null;
  /** The change of the registry, where it is one that can be taken back. */
  change: string | null;
  /** What came in: source, evaluation or release. */
  ids: string[];
  warnings: Problem[];
  problems: Problem[];
};

export const importOutcome = (counts: Partial<ImportOutcome>): ImportOutcome => ({
  added: 0,
  superseded: 0,
  unchanged: 0,
  release: null,
  change: null,
  ids: [],
  warnings: [],
  problems: [],
  ...counts,
});

/** The file of a request, or a problem that says how to send one. */
export const uploadOf = (input: { readonly upload?: Upload }): Result<Upload> =>
  input.upload
    ? { ok: true, value: input.upload }
    : fail(
        problem(
          "app.file-missing",
          "No file came with the request. Send the bytes of the file as the body, with the content type application/octet-stream.",
        ),
      );
