/** Roles hold for the whole installation; from least to most. */
export const roles = [
  "visitor",
  "member",
  "correspondent",
  "analyst",
  "reviewer",
  "custodian",
  "manager",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

export type Account = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly disabledAt: string | null;
};

/** Who acts: somebody signed in, an unknown visitor, or the operator at the machine itself. */
export type Actor = {
  readonly id: string;
  readonly role: Role;
  readonly kind: "visitor" | "account" | "operator";
};

export const visitor: Actor = { id: "visitor", role: "visitor", kind: "visitor" };
/** Work at the command line of the installation: whoever can read the data folder is its administrator. */
export const operator: Actor = { id: "operator", role: "administrator", kind: "operator" };

/** One line of the append-only audit, written in the transaction of the change it records. */
export type AuditEntry = {
  /** `noun.verb`, for example `release.create`. */
  readonly action: string;
  readonly actor: string;
  readonly resource: string;
  readonly at: string;
  readonly detail: Readonly<Record<string, unknown>>;
};
