// The README that goes with every download: how to cite it, under which licence, what to know, and what
// each column holds.

import { citationText, type Language } from "#kernel";
import type { DownloadContent } from "./download-table.ts";
import { columnWords, originWords, readmeWords } from "./words.data.ts";

/** The facts of a README, as lines of label and text; the same in Markdown, in a sheet and in JSON. */
export type Readme = {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly caveats: { readonly label: string; readonly texts: readonly string[] };
  readonly tables: readonly {
    readonly heading: string;
    readonly columns: readonly (readonly [name: string, meaning: string])[];
  }[];
};

export function readmeOf(content: DownloadContent, language: Language): Readme {
  const { about, tables } = content;
  const word = (key: keyof typeof readmeWords) => readmeWords[key][language];
  return {
    title: about.title,
    facts: [
      [word("origin"), originWords[about.origin][language]],
      [word("cite"), citationText(about.citation)],
      [word("licence"), about.licence],
      [word("version"), `${about.id}, ${about.version}`],
      [word("made"), about.madeAt.slice(0, 10)],
      [word("checksum"), `SHA-256 ${about.checksum}`],
      ...(content.facts ?? []),
    ],
    caveats: { label: word("caveats"), texts: about.caveats },
    tables: [
      ...tables.map((table) => ({
        heading: `${word("table")} ${table.name}${table.rowCount === null ? "" : ` (${table.rowCount} ${word("rows")})`}`,
        columns: table.columns.map(({ name, meaning }) => [name, columnWords[meaning][language]] as const),
      })),
      ...(content.codes ?? []),
    ],
  };
}

export function readmeMarkdown(readme: Readme, language: Language): string {
  const lines = [`# ${readme.title}`, "", ...readme.facts.map(([label, text]) => `- **${label}**: ${text}`)];
  if (readme.caveats.texts.length > 0)
    lines.push("", `## ${readme.caveats.label}`, "", ...readme.caveats.texts.map((text) => `- ${text}`));
  for (const { heading, columns } of readme.tables)
    lines.push(
      "",
      `## ${heading}`,
      "",
      `| ${readmeWords.column[language]} | ${readmeWords.meaning[language]} |`,
      "|---|---|",
      ...columns.map(([name, meaning]) => `| ${name.replaceAll("|", "\\|")} | ${meaning} |`),
    );
  return `${lines.join("\n")}\n`;
}
