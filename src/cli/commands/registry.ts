// Changes of the registry at the command line: looking at them, and taking one back.

import type { ChangeSet } from "#records";
import { type CommandLine, number, text } from "../command-line.ts";
import { columns } from "../print.ts";
import { said, workOnStore } from "./store-call.ts";

export const changesListCommand: CommandLine = {
  name: "changes list",
  summary: "Changes of the registry, newest first",
  operands: [],
  options: { limit: { takes: "number", value: "N", meaning: "At most this many (default 50)" } },
  examples: ["socle changes list"],
  async run(given, work) {
    const result = await workOnStore("changes-list", { limit: number(given, "limit") ?? 50 }, work);
    type Listed = {
      total: number;
      changes: (ChangeSet & { items: number; undoneBy: string | null })[];
    };
    return said<Listed>(result, ({ total, changes }) =>
      total === 0
        ? "No change yet."
        : columns(
            changes.map((one) => [
              one.id,
              one.kind,
              `${one.items}`,
              one.undoneBy ? `taken back by ${one.undoneBy}` : "-",
              one.title,
            ]),
          ),
    );
  },
};

export const changesUndoCommand: CommandLine = {
  name: "changes undo",
  summary: "Take a change of the registry back as a whole",
  operands: ["CHANGE"],
  options: { reason: { takes: "text", value: "TEXT", meaning: "Why; kept with the change" } },
  examples: ["socle changes undo change-3"],
  async run(given, work) {
    const [id = ""] = given.positionals;
    const result = await workOnStore("changes-undo", { id, reason: text(given, "reason") ?? "" }, work);
    type Undone = { change: string; added: number; superseded: number };
    return said<Undone>(
      result,
      ({ change, added, superseded }) =>
        `${id} is taken back by ${change}: ${superseded} versions no longer stand, ${added} stand again`,
    );
  },
};
