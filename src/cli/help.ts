import { type CommandLine, neededOptions, type OptionForm } from "./command-line.ts";

export const usageOf = ({ name, operands, options }: CommandLine): string => {
  const needed = neededOptions({ options });
  return [
    "socle",
    name,
    ...operands,
    ...needed.map((option) => `--${option} ${options[option]?.value ?? "TEXT"}`),
    ...(Object.keys(options).length > needed.length ? ["[options]"] : []),
    "[--json]",
  ].join(" ");
};

/** Width of a screen. */
const width = 100;

/** Two columns, the second broken between words to stay on the screen. */
function explained(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows
    .map(([name, meaning]) => {
      const lines: string[] = [];
      for (const word of meaning.split(" ")) {
        const last = lines.at(-1);
        if (last !== undefined && left + last.length + 1 + word.length <= width)
          lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
      }
      return `${name.padEnd(left)}${lines.join(`\n${" ".repeat(left)}`)}`;
    })
    .join("\n");
}

const optionRow = ([name, form]: readonly [string, OptionForm]): readonly [string, string] => [
  `  --${name}${form.takes === "flag" ? "" : ` ${form.value ?? "TEXT"}`}`,
  form.choices ? `${form.meaning} (${form.choices.join(", ")})` : form.meaning,
];

/** The first clause of a summary, so that a command takes one line of a screen. */
const briefly = (summary: string): string => summary.split(/[;,(]/)[0]!.trimEnd();

/** Commands that share their first word, in the order of the table. */
function groupsOf(table: readonly CommandLine[]): ReadonlyMap<string, readonly CommandLine[]> {
  const groups = new Map<string, CommandLine[]>();
  for (const command of table) {
    const [first = ""] = command.name.split(" ");
    const group = groups.get(first);
    if (group) group.push(command);
    else groups.set(first, [command]);
  }
  return groups;
}

/** Widest call of the general help; what may follow the first word of a longer group stands below, over the whole width. */
const callWidth = 42;

/** A command with its operands; of a group the first word once, then what may follow it. */
function callsOf([one, ...more]: readonly CommandLine[]): readonly string[] {
  if (one === undefined || more.length === 0) return [[one?.name, ...(one?.operands ?? [])].join(" ")];
  const [first = ""] = one.name.split(" ");
  const words = [one, ...more].map(({ name }) => name.slice(first.length + 1));
  const short = `${first} ${words.join(" | ")}`;
  if (short.length <= callWidth - 2) return [short];
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 3 <= width - 2)
      lines[lines.length - 1] = `${last} | ${word}`;
    else lines.push(`  | ${word}`);
  }
  return [first, ...lines];
}

const generalRow = (call: string, summary: string): string => `  ${call.padEnd(callWidth)}${summary}`;

/** All commands on one screen, those that share their first word together, with examples. */
export function generalHelp(
  table: readonly CommandLine[],
  groupSummaries: Readonly<Record<string, string>>,
): string {
  return [
    "Socle: the evidence system for social protection and socio-economic security",
    "",
    ...[...groupsOf(table)].flatMap(([first, group]) => {
      const [call = "", ...below] = callsOf(group);
      const summary = groupSummaries[first] ?? briefly(group[0]!.summary);
      return [generalRow(call, summary), ...below.map((line) => `  ${line}`)];
    }),
    generalRow("help [COMMAND | settings]", "Help on a command, a group of commands, or all settings"),
    generalRow("completion bash | zsh | fish", "A script that completes commands in your shell"),
    "",
    "Examples: socle import observations coverage.csv --series coverage --agency ILO",
    "          socle trace score:income-security-v1-demo-indicators-1/XAA/income/2024",
    "--json: one JSON document on standard output. Exit: 0 done, 1 could not be done, 2 wrong usage.",
  ].join("\n");
}

export function commandHelp(command: CommandLine): string {
  const options = Object.entries(command.options);
  return [
    `${command.summary}.`,
    "",
    `  ${usageOf(command)}`,
    ...(options.length > 0 ? ["", "Options", explained(options.map(optionRow))] : []),
    "",
    "Examples",
    ...command.examples.map((example) => `  ${example}`),
  ].join("\n");
}

export async function settingsHelp(): Promise<string> {
  const { settingsTable } = await import("#app");
  return [
    "Settings are environment variables; each has a default.",
    ...Object.entries(settingsTable).map(
      ([name, { default: otherwise, meaning }]) =>
        `\n${name}  (default: ${otherwise || "empty"})\n  ${meaning}`,
    ),
  ].join("\n");
}
