// What the commands of reviews share: asking a route, and options that several have.

import { basename, resolve } from "node:path";
import { fail, ok, problem, type Result } from "#kernel";
import type { Answer, OptionForm, Work } from "../command-line.ts";
import { checkFiles } from "../given-files.ts";
import { present, said, workOnStore } from "./store-call.ts";

/** A file of this machine as the server is told of it. */
export const named = (path: string) => ({ path: resolve(path), name: basename(path) });

/** Asks one route of reviews, by the name it has in the contract. */
export async function askReview(
  route: string,
  input: Readonly<Record<string, unknown>>,
  work: Work,
  more: {
    readonly file?: string | undefined;
    readonly out?: string | undefined;
    readonly as?: string | undefined;
  } = {},
): Promise<Result<unknown>> {
  if (more.file !== undefined) {
    const there = await checkFiles([more.file]);
    if (!there.ok) return there;
  }
  return workOnStore(
    "review",
    present({
      route,
      input: present(input),
      file: more.file === undefined ? undefined : named(more.file),
      out: more.out === undefined ? undefined : resolve(more.out),
      as: more.as,
    }),
    work,
  );
}

export const written = (result: Result<unknown>, out: string): Result<Answer> =>
  said<{ readonly bytes: number }>(result, ({ bytes }) => `${out}: ${bytes} bytes`);

/** Whose acts a file holds: nobody appraises, extracts or codes as the operator. */
export const asOption: OptionForm = {
  takes: "text",
  value: "EMAIL",
  meaning: "The member whose work FILE holds: the log says that the operator entered it for them",
};

/** A wrong call, where a file does not say whose it is, or --as comes without one. */
export function withoutPerson(file: string | undefined, as: string | undefined): Result<null> {
  if (file !== undefined && as === undefined)
    return fail(problem("cli.usage", "What FILE holds is somebody's work: say whose with --as EMAIL."));
  if (file === undefined && as !== undefined) return fail(problem("cli.usage", "--as belongs to a FILE."));
  return ok(null);
}

export const stageOption: OptionForm = {
  takes: "text",
  value: "STAGE",
  choices: ["title-abstract", "full-text"],
  meaning: "Stage of the screening (default title-abstract)",
};
export const languageOption: OptionForm = {
  takes: "text",
  value: "CODE",
  choices: ["en", "fr", "es", "pt"],
  meaning: "Language (default en)",
};
