// Accounts at the command line, for the operator of the machine: what the page on the Desk does for managers.

import { roles } from "#records";
import { type CommandLine, text } from "../command-line.ts";
import { columns } from "../print.ts";
import { present, said, workOnStore } from "./store-call.ts";

type Account = {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly disabledAt: string | null;
};

const accountRoles = roles.filter((role) => role !== "visitor");

export const accountsListCommand: CommandLine = {
  name: "accounts list",
  summary: "Accounts with their roles",
  operands: [],
  options: {},
  examples: ["socle accounts list"],
  run: async (_given, work) =>
    said<readonly Account[]>(await workOnStore("accounts-list", {}, work), (accounts) =>
      accounts.length === 0
        ? "There is no account yet. The first start of the server prints a link for the administrator."
        : columns(
            accounts.map(({ email, role, disabledAt, name }) => [
              email,
              role,
              disabledAt === null ? "open" : `disabled on ${disabledAt.slice(0, 10)}`,
              name,
            ]),
          ),
    ),
};

export const accountsAddCommand: CommandLine = {
  name: "accounts add",
  summary: "Make an account; prints the one-time link with which its owner sets a password",
  operands: ["EMAIL", "NAME"],
  options: {
    role: {
      takes: "text",
      value: "ROLE",
      choices: accountRoles,
      meaning: "What they may do (default member)",
    },
  },
  examples: ['socle accounts add ana@example.org "Ana Sousa" --role reviewer'],
  async run(given, work) {
    const [email, person] = given.positionals;
    const made = await workOnStore(
      "accounts-add",
      present({ email, person, role: text(given, "role") }),
      work,
    );
    return said<{ readonly link: string }>(made, ({ link }) => link);
  },
};

export const accountsLinkCommand: CommandLine = {
  name: "accounts link",
  summary: "A new one-time link with which somebody sets their password",
  operands: ["EMAIL"],
  options: {},
  examples: ["socle accounts link ada@example.org"],
  run: async (given, work) =>
    said<{ readonly link: string }>(
      await workOnStore("accounts-link", { email: given.positionals[0] }, work),
      ({ link }) => link,
    ),
};

const changeOf = (disabled: boolean): CommandLine["run"] =>
  async function change(given, work) {
    const changed = await workOnStore("accounts-disable", { email: given.positionals[0], disabled }, work);
    return said<Account>(changed, ({ email }) => `${email} is ${disabled ? "disabled" : "open"}`);
  };

export const accountsDisableCommand: CommandLine = {
  name: "accounts disable",
  summary: "Close an account: its sessions and links end at once, what it did stays",
  operands: ["EMAIL"],
  options: {},
  examples: ["socle accounts disable ben@example.org"],
  run: changeOf(true),
};

export const accountsEnableCommand: CommandLine = {
  name: "accounts enable",
  summary: "Open an account again that was disabled",
  operands: ["EMAIL"],
  options: {},
  examples: ["socle accounts enable ben@example.org"],
  run: changeOf(false),
};
