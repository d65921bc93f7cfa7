// The entry of `bin/socle`: parse, call, show. Nothing is computed here.

import { type Problem, problem } from "#kernel";
import { codeVersion } from "./code-version.ts";
import { isUsage } from "./command-line.ts";
import { commandTable, groupSummaries } from "./command-table.ts";
import { completionScript, isShellName, shells } from "./completion.ts";
import { commandHelp, generalHelp, settingsHelp, usageOf } from "./help.ts";
import { parseCall } from "./parse-call.ts";
import { problemLines } from "./print.ts";
import { progressBar } from "./progress-bar.ts";

const out = (text: string) => process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
const say = (text: string) => process.stderr.write(text.endsWith("\n") ? text : `${text}\n`);

async function help(words: readonly string[]): Promise<0 | 2> {
  const [first, second] = words;
  if (!first) {
    out(generalHelp(commandTable, groupSummaries));
    return 0;
  }
  if (first === "settings") {
    out(await settingsHelp());
    return 0;
  }
  const named = commandTable.filter(({ name }) => name === `${first} ${second}` || name === first);
  const chosen = named.length > 0 ? named : commandTable.filter(({ name }) => name.startsWith(`${first} `));
  if (chosen.length === 0) {
    say(`There is no command "${first}". See socle help.`);
    return 2;
  }
  out(chosen.map(commandHelp).join("\n\n"));
  return 0;
}

function completion(shell: string): 0 | 2 {
  if (!isShellName(shell)) {
    say(`socle completion takes one of ${shells.join(", ")}.`);
    return 2;
  }
  out(completionScript(shell, commandTable));
  return 0;
}

async function work(words: readonly string[]): Promise<0 | 1 | 2> {
  const call = parseCall(words, commandTable);
  if (!call.ok) {
    say(call.problems.map(({ message }) => message).join("\n"));
    return 2;
  }
  const { command, given } = call.value;
  const asJson = given.options["json"] === true;
  const bar = progressBar(process.stderr, () => performance.now());
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  const answer = await command.run(given, { progress: bar.progress, signal: stop.signal });
  bar.end();
  if (answer.ok) {
    out(asJson ? JSON.stringify(answer.value.json) : answer.value.text);
    return answer.value.status ?? 0;
  }
  if (isUsage(answer.problems)) {
    say(`${answer.problems.map(({ message }) => message).join("\n")}\n  ${usageOf(command)}`);
    return 2;
  }
  refuse(answer.problems, asJson);
  return 1;
}

function refuse(problems: readonly Problem[], asJson: boolean) {
  if (asJson) out(JSON.stringify({ problems }));
  else say(problemLines(problems));
}

async function main(words: readonly string[]): Promise<number> {
  const [first] = words;
  if (first === undefined || first === "help" || first === "--help" || first === "-h")
    return help(words.slice(1));
  if (first === "--version" || first === "version") {
    out(codeVersion);
    return 0;
  }
  if (first === "completion") return completion(words[1] ?? "");
  if (words.includes("--help") || words.includes("-h")) return help(words);
  return work(words);
}

// A pipe that closes early (`socle … | head`) is not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  refuse(
    [
      problem(
        "cli.defect",
        `This should not have happened, and nothing more was done: ${detail}. Please report it with the command you gave. Set SOCLE_DEBUG=1 to see where it arose.`,
      ),
    ],
    process.argv.includes("--json"),
  );
  if (process.env["SOCLE_DEBUG"]) console.error(error);
  process.exitCode = 1;
}
