import type { CommandLine, OptionForm } from "./command-line.ts";
import { columns } from "./print.ts";

export const usageOf = ({ name, operands, options }: CommandLine): string =>
  ["socle", name, ...operands, ...(Object.keys(options).length > 0 ? ["[options]"] : []), "[--json]"].join(
    " ",
  );

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

/** All commands on one screen, with examples. */
export function generalHelp(table: readonly CommandLine[]): string {
  return [
    "Socle: the evidence system for social protection and socio-economic security",
    "",
    columns([
      ...table.map((command) => [
        `  ${[command.name, ...command.operands].join(" ")}`,
        briefly(command.summary),
      ]),
      ["  help [COMMAND | settings]", "Help on a command, or all settings"],
      ["  completion bash | zsh | fish", "A script that completes commands in your shell"],
    ]),
    "",
    "Examples",
    "  socle read report.pdf",
    "  socle import observations coverage.csv --series coverage --agency ILO",
    "  socle trace score:income-security-v1-demo-indicators-1/XAA/income/2024",
    "",
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
