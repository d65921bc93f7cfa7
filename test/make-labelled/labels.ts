// The labels of the invented reports, from the same content as the reports themselves.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type LabelOfContent, readContent } from "./markup.ts";

export const folders = ["development", "held-out", "trial", "trial-2", "trial-3"] as const;
export type Folder = (typeof folders)[number];

export const contentFiles = (folder: Folder): readonly string[] => {
  const path = join(import.meta.dirname, "content", folder);
  return readdirSync(path)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => join(path, name));
};

type Labels = {
  readonly note: string;
  readonly documents: readonly {
    readonly file: string;
    readonly language: string;
    readonly layout: string;
    readonly family: string;
    readonly origin: "invented";
    readonly complete: readonly string[];
    readonly passages: readonly LabelOfContent[];
  }[];
};

const completeByDefault = ["recommendation", "management-response", "lesson-learned", "good-practice"];

export function labelsOf(folder: Folder): Labels {
  return {
    note: "Invented reports. Made by test/make-labelled from one description of text and labels; do not edit.",
    documents: contentFiles(folder).map((path) => {
      const { settings, passages } = readContent(readFileSync(path, "utf8"));
      const setting = (name: string): string => {
        const value = settings.get(name);
        if (value === undefined) throw new Error(`${path} has no ${name}`);
        return value;
      };
      return {
        file: setting("file"),
        language: setting("language"),
        layout: setting("layout"),
        family: setting("family"),
        origin: "invented",
        complete: settings.get("complete")?.split(" ") ?? completeByDefault,
        passages,
      };
    }),
  };
}

export const labelsText = (labels: Labels): string => `${JSON.stringify(labels, null, 2)}\n`;
