import { type Problem, problem } from "#kernel";
import { type FormQuestion, readXlsForm } from "#sources";

/** What a questionnaire says of itself, where it is of a kind that programs read. */
export type ReadForm = {
  /** None where it is not such a form. */
  readonly questions: readonly FormQuestion[];
  readonly warnings: readonly Problem[];
};

const none: ReadForm = { questions: [], warnings: [] };

/** Reads a form of questions (XLSForm); any other file is a questionnaire all the same. */
export async function readForm(bytes: Uint8Array, name: string): Promise<ReadForm> {
  if (!/\.xlsx$/i.test(name)) return none;
  const read = await readXlsForm(bytes, name);
  if (read.ok) return { ...none, questions: read.value.questions, warnings: read.value.notices };
  const [first, ...others] = read.problems;
  // A questionnaire laid out for paper is no form with faults.
  if (first === undefined || first.code === "studies.form-no-survey") return none;
  const why = first.message.replace(/ Nothing was imported\.$/, "");
  return {
    ...none,
    warnings: [
      problem(
        "app.form-not-read",
        `${name} is kept as a document; its questions could not be read: ${why}${others.length > 0 ? ` And ${others.length} more.` : ""}`,
        { ...first.at, file: name },
      ),
    ],
  };
}
