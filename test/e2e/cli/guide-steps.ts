// What a guide tells its reader to do, read from its text: files to write, and commands with their output.

export type GuideStep =
  | { readonly file: string; readonly content: string }
  | { readonly command: readonly string[]; readonly output: string };

/** Words of a command line; double quotation marks hold words together. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);

/**
 * "Put this into `name`" names the file of the fenced block after it; a block whose lines begin with
 * `$ socle` holds commands, each followed by what it prints.
 */
export function guideSteps(text: string): readonly GuideStep[] {
  const steps: GuideStep[] = [];
  let file: string | null = null;
  for (const [, prose, fence] of text.matchAll(/([\s\S]*?)```\w*\n([\s\S]*?)```/g)) {
    file = /Put this into `([^`]+)`[^\n]*:\s*$/.exec(prose!)?.[1] ?? null;
    if (file !== null) steps.push({ file, content: fence! });
    else if (fence!.startsWith("$ socle "))
      for (const [, line, output] of fence!.matchAll(/^\$ socle (.+)\n((?:(?!\$ socle ).*\n)*)/gm))
        steps.push({ command: wordsOf(line!), output: output! });
  }
  return steps;
}
