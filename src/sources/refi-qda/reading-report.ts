// What was odd about a project while it was read: the same fault in a hundred places is one sentence with its
// count and a few names.

import { type Problem, problem } from "#kernel";
import type { qdaProblems } from "./problems.ts";

export type QdaFault = keyof typeof qdaProblems;

export type ReadingReport = {
  /** Counts a fault; `what` names the thing it befell. */
  note(fault: QdaFault, what: string): void;
  problems(): readonly Problem[];
};

const named = 5;

const sentences: Partial<Readonly<Record<QdaFault, (count: number) => string>>> = {
  "sources.qda-guid-made": (n) =>
    `${n} identifier${n === 1 ? " is" : "s are"} no GUID, or stand${n === 1 ? "s" : ""} there twice; GUIDs were made from what stood there`,
  "sources.qda-codable-missing": (n) =>
    `${n} code${n === 1 ? " does" : "s do"} not say whether ${n === 1 ? "it" : "they"} can be applied (isCodable); ${n === 1 ? "it was" : "they were"} taken as codes that can. Mark those that are mere categories`,
  "sources.qda-nesting-rebuilt": (n) =>
    `${n} code${n === 1 ? " has its" : "s have their"} place in the tree written into the name; the tree was built again from the names. Look through it`,
  "sources.qda-colour-dropped": (n) =>
    `${n} colour${n === 1 ? " is" : "s are"} not of the form #rrggbb and ${n === 1 ? "was" : "were"} left out`,
  "sources.qda-path-repaired": (n) =>
    `the text${n === 1 ? "" : "s"} of ${n} source${n === 1 ? "" : "s"} ${n === 1 ? "was" : "were"} not where the project says and ${n === 1 ? "was" : "were"} found elsewhere in the archive`,
  "sources.qda-text-missing": (n) =>
    `the text${n === 1 ? "" : "s"} of ${n} source${n === 1 ? "" : "s"} ${n === 1 ? "is" : "are"} not in the archive; what is coded there could not be read. Export the project anew with its sources`,
  "sources.qda-reference-missing": (n) =>
    `${n} reference${n === 1 ? " leads" : "s lead"} to nothing that is there and ${n === 1 ? "was" : "were"} left out`,
  "sources.qda-part-left-out": (n) =>
    `${n} part${n === 1 ? " is" : "s are"} of a kind that is not read. Keep the original file for ${n === 1 ? "it" : "them"}`,
  "sources.qda-positions-doubtful": (n) =>
    `${n} selection${n === 1 ? " goes" : "s go"} beyond ${n === 1 ? "its text" : "their texts"}; ${n === 1 ? "it was" : "they were"} cut off at the end, or left out where nothing remained. Compare the coded passages with the original`,
};

export function readingReport(file: string): ReadingReport {
  const faults = new Map<QdaFault, { count: number; names: string[] }>();
  return {
    note(fault, what) {
      const known = faults.get(fault) ?? { count: 0, names: [] };
      known.count++;
      if (known.names.length < named && !known.names.includes(what)) known.names.push(what);
      faults.set(fault, known);
    },
    problems: () =>
      [...faults].map(([fault, { count, names }]) =>
        problem(
          fault,
          `${file}: ${sentences[fault]?.(count) ?? `${count} times`}: ${names.map((name) => name.slice(0, 80)).join("; ")}${count > names.length ? "; and others" : ""}.`,
          { file },
        ),
      ),
  };
}
