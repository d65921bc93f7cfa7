// Which column of a table of references holds what.

import { type ColumnRole, columnNames, shortTags } from "./record-columns.data.ts";

const folded = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s\(\d+\)$/, "")
    .replace(/[^\p{L}\p{N}#]+/gu, "");

const roleByName: ReadonlyMap<string, readonly [role: ColumnRole, rank: number]> = /* @__PURE__ */ new Map(
  Object.entries(columnNames)
    .flatMap(([role, names]) =>
      names.map((name, rank) => [folded(name), [role as ColumnRole, rank]] as const),
    )
    // The first role that claims a name keeps it.
    .reverse(),
);

/** What a column of that name holds, or null. */
export const columnRole = (name: string): ColumnRole | null => roleByName.get(folded(name))?.[0] ?? null;

/** Roles of which every column counts; of the others one does. */
const gathered: ReadonlySet<ColumnRole> = new Set(["keywords", "url", "label", "notes"]);

export type AssignedColumns = {
  /** Role by position. */
  readonly roles: ReadonlyMap<number, ColumnRole>;
  /** Position of the one column of a role. */
  readonly positions: ReadonlyMap<ColumnRole, number>;
};

/** Short tags of Web of Science mean something only where several of them stand together. */
const isShortTagged = (names: readonly string[]): boolean =>
  ["PT", "AU", "TI", "SO", "UT", "PY"].filter((tag) => names.includes(tag)).length >= 4;

/** Columns by role; of two for one role the one with the more usual name counts. */
export function assignColumns(names: readonly string[]): AssignedColumns {
  const isShort = isShortTagged(names);
  const found = names.flatMap((name, position) => {
    const short = isShort ? shortTags[name] : undefined;
    const known = short === undefined ? roleByName.get(folded(name)) : ([short, position] as const);
    return known === undefined || (isShort && short === undefined && name.length === 2)
      ? []
      : [{ position, role: known[0], rank: name === "AF" ? -1 : known[1] }];
  });
  const roles = new Map<number, ColumnRole>();
  const positions = new Map<ColumnRole, number>();
  for (const { position, role } of found.sort((a, b) => a.rank - b.rank || a.position - b.position)) {
    if (!positions.has(role)) positions.set(role, position);
    else if (!gathered.has(role)) continue;
    roles.set(position, role);
  }
  return { roles, positions };
}

/** A table is one of references if its rows can be told apart as such. */
export const hasIdentity = ({ positions }: AssignedColumns): boolean =>
  positions.has("title") || positions.has("doi") || positions.has("pmid");
