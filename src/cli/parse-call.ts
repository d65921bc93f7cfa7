import { parseArgs } from "node:util";
import { fail, ok, problem, type Result } from "#kernel";
import { type CommandLine, type Given, neededOptions, type OptionForm, usageCode } from "./command-line.ts";

export type Call = { readonly command: CommandLine; readonly given: Given };

/** Every batch command takes it. */
const jsonFlag: OptionForm = { takes: "flag", meaning: "One JSON document on standard output" };

const usage = (message: string) => fail(problem(usageCode, message));

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** How many letters have to be put in, left out or exchanged to come from one word to the other. */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [k, there] of [...other].entries())
      next.push(Math.min(next[k]! + 1, row[k + 1]! + 1, row[k]! + (letter === there ? 0 : 1)));
    row = next;
  }
  return row[other.length]!;
}

const nearest = (word: string, known: readonly string[]): string | null =>
  known.find((name) => word.length > 1 && name.startsWith(word)) ??
  known.find((name) => lettersApart(word, name.split(" ")[0]!) <= (word.length > 4 ? 2 : 1)) ??
  null;

/**
 * Reads the words after `socle`: the command of one or two words, its operands and options.
 *
 * @returns the call, or `cli.usage` with what is wrong and the nearest thing that exists
 */
export function parseCall(words: readonly string[], table: readonly CommandLine[]): Result<Call> {
  const [first = "", second = ""] = words;
  const command =
    table.find(({ name }) => name === `${first} ${second}`) ?? table.find(({ name }) => name === first);
  if (!command) {
    const group = table.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
    if (group.length > 0) return usage(`"${first}" needs one more word: ${group.join(", ")}.`);
    const near = nearest(
      first,
      table.map(({ name }) => name),
    );
    return usage(`There is no command "${first}".${near ? ` Did you mean "${near}"?` : ""} See socle help.`);
  }
  const rest = words.slice(command.name.split(" ").length);
  const options = Object.fromEntries(
    Object.entries({ ...command.options, json: jsonFlag }).map(([name, { takes }]) => [
      name,
      { type: takes === "flag" ? ("boolean" as const) : ("string" as const), multiple: takes === "texts" },
    ]),
  );
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    const said = error instanceof Error ? error.message.split(". ")[0] : String(error);
    return usage(`${said}. ${command.name} takes ${known.join(", ")}.`);
  }
  for (const [name, form] of Object.entries(command.options)) {
    const value = parsed.values[name];
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
    for (const one of values)
      if (form.takes === "number" && !/^\d{1,9}$/.test(String(one)))
        return usage(`--${name} takes a whole number from 0; "${one}" is not.`);
      else if (form.choices && !form.choices.includes(String(one)))
        return usage(`--${name} is one of ${form.choices.join(", ")}; "${one}" is not.`);
  }
  const missing = neededOptions(command).filter((name) => isEmpty(parsed.values[name]));
  if (missing.length > 0)
    return usage(
      `${command.name} needs ${missing.map((name) => `--${name} ${command.options[name]?.value ?? "TEXT"}`).join(" and ")}.`,
    );
  const most = command.operands.some((operand) => operand.endsWith("..."))
    ? Number.POSITIVE_INFINITY
    : command.operands.length;
  const least = command.operands.filter((operand) => !operand.startsWith("[")).length;
  const count = parsed.positionals.length;
  if (count < least)
    return usage(
      `${command.name} needs ${command.operands.join(" ")}; ${command.operands[count]} is missing.`,
    );
  if (count > most)
    return usage(
      `${command.name} takes ${command.operands.join(" ") || "no operand"}; "${parsed.positionals[most]}" is too much.`,
    );
  return ok({
    command,
    given: { positionals: parsed.positionals, options: parsed.values as Given["options"] },
  });
}
