import { readFile } from "node:fs/promises";
import { permission } from "#access";
import { ok, type Problem } from "#kernel";
import { readDdi } from "#sources";
import { uploadOf } from "../../import-outcome.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";

type Reply = RouteReply<"readStudyDdi">;

/** What is not stated is left out, so that a form shows it empty. */
const stated = (fields: Readonly<Record<string, unknown>>): Reply["study"] =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** A codebook of another library as a description and a dictionary to begin with; nothing is kept. */
export const readStudyDdi: RouteUseCase<"readStudyDdi"> = async (_effects, actor, input) => {
  const allowed = permission(actor, "study.change");
  if (!allowed.ok) return allowed;
  const upload = uploadOf(input);
  if (!upload.ok) return upload;
  const read = readDdi(await readFile(upload.value.path), input.name);
  if (!read.ok) return read;
  const { study, files, variables, notices } = read.value;
  const { universe, ...rest } = study;
  return ok({
    study: { ...stated(rest), ...(universe.text !== null && { universe }) },
    files: files.map(({ name, rows }) => ({ name, rows })),
    variables: variables as unknown as Reply["variables"],
    warnings: notices as Problem[],
  });
};
