// Completion scripts for three shells, made from the command table.

import type { CommandLine } from "./command-line.ts";

export const shells = ["bash", "zsh", "fish"] as const;
export type ShellName = (typeof shells)[number];

/** First words, and for each the words that may follow. */
function tree(table: readonly CommandLine[]) {
  const first = new Map<string, Set<string>>();
  for (const { name, options, operandChoices } of table) {
    const [one = "", two] = name.split(" ");
    const next = first.get(one) ?? new Set<string>();
    if (two) next.add(two);
    for (const choice of operandChoices?.[0] ?? []) next.add(choice);
    for (const option of [...Object.keys(options), "json"]) next.add(`--${option}`);
    first.set(one, next);
  }
  first.set("help", new Set([...table.map(({ name }) => name), "settings"]));
  first.set("completion", new Set(shells));
  return first;
}

const quoted = (words: Iterable<string>) => [...words].join(" ");

function bash(table: readonly CommandLine[]): string {
  const words = tree(table);
  const cases = [...words].map(([name, next]) => `    ${name}) words="${quoted(next)}" ;;`);
  return [
    "# Completion of socle for bash: source this file, or put it into your completions folder.",
    "_socle() {",
    `  local word="\${COMP_WORDS[COMP_CWORD]}" words`,
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    words="${quoted(words.keys())}"`,
    `  else case "\${COMP_WORDS[1]}" in`,
    ...cases,
    "  esac; fi",
    '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
    '  if [ "$COMP_CWORD" -gt 1 ] && [[ "$word" != -* ]]; then COMPREPLY+=($(compgen -f -- "$word")); fi',
    "}",
    "complete -o filenames -F _socle socle",
  ].join("\n");
}

function zsh(table: readonly CommandLine[]): string {
  const words = tree(table);
  return [
    "#compdef socle",
    "# Completion of socle for zsh: put this file as _socle into a folder of your fpath.",
    "_socle() {",
    "  if (( CURRENT == 2 )); then",
    `    compadd -- ${quoted(words.keys())}`,
    '  else case "$words[2]" in',
    ...[...words].map(([name, next]) => `    ${name}) compadd -- ${quoted(next)} ;;`),
    "  esac; _files; fi",
    "}",
    '[ "$funcstack[1]" = "_socle" ] && _socle "$@" || compdef _socle socle',
  ].join("\n");
}

function fish(table: readonly CommandLine[]): string {
  const words = tree(table);
  const summaries = new Map(table.map(({ name, summary }) => [name, summary.split(/[;,:]/)[0]!]));
  const line = (condition: string, word: string, about?: string) =>
    word.startsWith("--")
      ? `complete -c socle -n '${condition}' -l ${word.slice(2)}`
      : `complete -c socle -n '${condition}' -a '${word}'${about ? ` -d '${about.replaceAll("'", "")}'` : ""}`;
  return [
    "# Completion of socle for fish: put this file into ~/.config/fish/completions/socle.fish.",
    ...[...words.keys()].map((word) => line("__fish_use_subcommand", word, summaries.get(word))),
    ...[...words].flatMap(([name, next]) =>
      [...next].map((word) =>
        line(`__fish_seen_subcommand_from ${name}`, word, summaries.get(`${name} ${word}`)),
      ),
    ),
  ].join("\n");
}

const scripts: Readonly<Record<ShellName, (table: readonly CommandLine[]) => string>> = { bash, zsh, fish };

export const isShellName = (word: string): word is ShellName => (shells as readonly string[]).includes(word);

export const completionScript = (shell: ShellName, table: readonly CommandLine[]): string =>
  scripts[shell](table);
