// What a tagged PDF says about itself: its tables, and which contents are headings, notes and captions. Knows
// the tree of tags of one page, not where its words stand; whether the words bear the tags out is decided in
// `pdf-tables.ts` and `pdf-layout.ts`.

/** A table as tagged: rows, their cells, and for each cell the marked contents of this page that fill it. */
export type TaggedTable = {
  /** How many cells each row has, also of rows on other pages: what stays the same from page to page. */
  readonly signature: string;
  readonly rows: readonly (readonly (readonly string[])[])[];
  /** How many of the first rows are tagged as heads. */
  readonly heads: number;
};

/** What the innermost tag that means something says of a content; one object for each element. */
export type ContentRole =
  | { readonly kind: "heading"; readonly level: number }
  | { readonly kind: "paragraph" | "item" | "note" | "caption" | "contents" | "artifact" };

type TaggedContent = {
  readonly tables: readonly TaggedTable[];
  readonly roles: ReadonlyMap<string, ContentRole>;
};

/** Counts down over all pages of a file, so that no tree, however large, is walked for ever. */
export type NodeBudget = { left: number };

type Node = { readonly role?: unknown; readonly id?: unknown; readonly children?: unknown };

/** Real trees are some ten deep; the engine itself stops at forty. */
const deepest = 60;

const childrenOf = (node: Node): readonly Node[] =>
  Array.isArray(node.children)
    ? (node.children as readonly unknown[]).filter(
        (child): child is Node => typeof child === "object" && child !== null,
      )
    : [];

/** A list inside a heading is a list that took the heading's style; a note in a heading is a note. */
function roleOf(tag: unknown, outer: ContentRole | null): ContentRole | null {
  if (tag === "Note" || tag === "FENote") return outer?.kind === "note" ? outer : { kind: "note" };
  if (outer?.kind === "note" || outer?.kind === "caption") return outer;
  switch (tag) {
    case "LI":
      return { kind: "item" };
    case "TOC":
    case "TOCI":
      return { kind: "contents" };
    case "Caption":
      return { kind: "caption" };
    case "P":
      return outer === null || outer.kind === "paragraph" ? { kind: "paragraph" } : outer;
    case "H":
    case "Title":
      return outer?.kind === "contents" ? outer : { kind: "heading", level: 1 };
  }
  const level = typeof tag === "string" ? /^H([1-6])$/.exec(tag)?.[1] : undefined;
  return level === undefined || outer?.kind === "contents"
    ? outer
    : { kind: "heading", level: Number(level) };
}

/**
 * The tagged tables of a page that could be tables (at least two rows, most of them with at least two cells),
 * and what the tags say of its other contents. Tables of one column are boxes around running text, and tables
 * around tables serve the layout: both are left to the reader of lines, with the tables inside.
 *
 * @param tree what the engine gives as the structure of one page; null where the page has no tags
 * @param budget shared by all pages; nothing comes out once it is used up
 */
export function taggedContent(tree: unknown, budget: NodeBudget): TaggedContent {
  const tables: TaggedTable[] = [];
  const roles = new Map<string, ContentRole>();
  const visit = (node: Node, depth: number, outer: ContentRole | null): void => {
    if (depth > deepest || budget.left-- <= 0) return;
    if (node.role === "Table" && !holdsTable(node, depth, budget)) {
      const table = tableOf(node, depth, budget);
      if (table !== null) {
        tables.push(table);
        notesIn(node, depth, budget, roles);
        return;
      }
    }
    const role = roleOf(node.role, outer);
    if (role !== null && typeof node.id === "string") roles.set(node.id, role);
    for (const child of childrenOf(node)) visit(child, depth + 1, role);
  };
  if (typeof tree === "object" && tree !== null) visit(tree, 0, null);
  return budget.left > 0 ? { tables, roles } : { tables: [], roles: new Map() };
}

function holdsTable(node: Node, depth: number, budget: NodeBudget): boolean {
  if (depth > deepest || budget.left-- <= 0) return false;
  return childrenOf(node).some((child) => child.role === "Table" || holdsTable(child, depth + 1, budget));
}

/** Notes of a table stand at the foot of the page, outside its cells. */
function notesIn(node: Node, depth: number, budget: NodeBudget, roles: Map<string, ContentRole>): void {
  for (const child of childrenOf(node)) {
    if (depth > deepest || budget.left-- <= 0) return;
    const role = roleOf(child.role, null);
    if (role?.kind !== "note") notesIn(child, depth + 1, budget, roles);
    else {
      const ids: string[] = [];
      contentsOf(child, depth + 1, budget, ids);
      for (const id of ids) roles.set(id, role);
    }
  }
}

function tableOf(table: Node, depth: number, budget: NodeBudget): TaggedTable | null {
  const rows: (readonly string[])[][] = [];
  const isHead: boolean[] = [];
  const collect = (node: Node, at: number): void => {
    for (const child of childrenOf(node)) {
      if (at > deepest || budget.left-- <= 0) return;
      if (child.role === "TR") {
        rows.push(cellsOf(child, at + 1, budget));
        isHead.push(node.role === "THead" || childrenOf(child).every(({ role }) => role === "TH"));
      } else collect(child, at + 1);
    }
  };
  collect(table, depth);
  const wide = rows.filter((row) => row.length >= 2).length;
  if (rows.length < 2 || wide * 2 <= rows.length) return null;
  const first = isHead.indexOf(false);
  // Where every row is one, somebody called all cells heads.
  return { signature: rows.map((row) => row.length).join(" "), rows, heads: Math.max(first, 0) };
}

function cellsOf(row: Node, depth: number, budget: NodeBudget): (readonly string[])[] {
  return childrenOf(row)
    .filter(({ role }) => role === "TD" || role === "TH")
    .map((cell) => {
      const ids: string[] = [];
      contentsOf(cell, depth, budget, ids);
      return ids;
    });
}

/** A note stands at the foot of the page, wherever its mark stands. */
function contentsOf(node: Node, depth: number, budget: NodeBudget, ids: string[]): void {
  for (const child of childrenOf(node)) {
    if (depth > deepest || budget.left-- <= 0) return;
    if (typeof child.id === "string" && child.children === undefined) ids.push(child.id);
    else if (child.role !== "Note") contentsOf(child, depth + 1, budget, ids);
  }
}
