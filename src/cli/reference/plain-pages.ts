// Pages made straight from tables of the code: commands, settings, tables of the catalogue, rights.

import { actions, roleDescriptions, settingsTable } from "#app";
import { roles } from "#records";
import { tables } from "#store";
import { commandTable, groupSummaries } from "../command-table.ts";
import { commandHelp, generalHelp } from "../help.ts";
import { code, fenced, page, table } from "./markdown.ts";

export function commandsPage(): string {
  return page(
    "Commands",
    "`bin/socle` runs from a clone, from any folder, after `npm start` or `npm test` has installed what it needs. While a server holds the data folder, commands on the store are sent there; otherwise the command opens the folder itself.",
    fenced(generalHelp(commandTable, groupSummaries)),
    ...commandTable.map((command) => `## socle ${command.name}\n\n${fenced(commandHelp(command))}`),
  );
}

export function settingsPage(): string {
  return page(
    "Settings",
    "Settings are environment variables; each has a default, and all are checked at the start. `socle help settings` prints the same list.",
    table(
      ["name", "default", "meaning"],
      Object.entries(settingsTable).map(([name, { default: otherwise, meaning }]) => [
        code(name),
        code(otherwise) || "empty",
        meaning,
      ]),
    ),
  );
}

export function tablesPage(): string {
  return page(
    "Tables of the catalogue",
    "The catalogue is PostgreSQL in one dialect: embedded in the data folder, or on a server named by `DATABASE_URL`. Observations are not in it: they lie in Parquet files named by their hash.",
    ...tables.map(({ name, meaning, columns }) =>
      [
        `## ${name}`,
        meaning,
        table(
          ["column", "meaning"],
          Object.entries(columns).map(([column, about]) => [code(column), about]),
        ),
      ].join("\n\n"),
    ),
  );
}

export function accessPage(): string {
  const allowed = (rule: (typeof actions)[keyof typeof actions]): string =>
    typeof rule.allowed === "string"
      ? rule.allowed === "everyone"
        ? "everyone"
        : "whoever can read the data folder"
      : rule.allowed.join(", ");
  return page(
    "Who may do what",
    "What is not in this table is refused. A source or release may carry a tier besides: `members` is read by people with an account, `restricted` by custodians and administrators, and either by whoever brought it in. Whoever can read the data folder is its operator and may do everything. A refusal says which roles may.",
    "## Roles",
    table(
      ["role", "what it is for"],
      roles.map((role) => [role, roleDescriptions[role]]),
    ),
    "## Actions",
    table(
      ["action", "lets one", "who", "why the line is there"],
      Object.entries(actions).map(([action, rule]) => [code(action), rule.does, allowed(rule), rule.because]),
    ),
  );
}
