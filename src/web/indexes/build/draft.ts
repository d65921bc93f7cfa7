// A definition that is being made: a tree held as a tree, so that no node can be part of itself, and the
// fields as they stand in the file, so that nothing of an opened file is lost. Knows no page.

export type Json = Readonly<Record<string, unknown>>;

export type DraftNode = {
  /** Holds while the page is open, whatever the id becomes. */
  readonly key: number;
  readonly id: string;
  /** Everything else of the node but its parent. */
  readonly fields: Json;
  readonly children: readonly DraftNode[];
};

export type Draft = {
  /** Of the definition, without its nodes. */
  readonly fields: Json;
  readonly root: DraftNode;
  /** The key the next node gets. */
  readonly next: number;
};

export const emptyDraft: Draft = {
  fields: { id: "my-index", version: "1", title: { en: "My index" } },
  root: { key: 0, id: "index", fields: { aggregation: "arithmetic" }, children: [] },
  next: 1,
};

export const isIndicator = (node: DraftNode): boolean => node.fields["direction"] !== undefined;

/**
 * A draft from a file, as far as it can be shown as one tree. Nodes whose parent is missing or leads back to
 * themselves are hung below the top, where they can be seen and moved: a file with such a mistake is opened
 * to be mended.
 *
 * @returns null where there is nothing like a definition
 */
export function draftOf(json: unknown): Draft | null {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return null;
  const { nodes, ...fields } = json as Json;
  const list = (Array.isArray(nodes) ? nodes : []).filter(
    (node): node is Json => typeof node === "object" && node !== null,
  );
  const idOf = (node: Json) => String(node["id"] ?? "");
  const ids = new Set(list.map(idOf));
  const root = list.find((node) => node["parent"] === undefined || node["parent"] === null) ?? null;
  const placed = new Set<Json>(root ? [root] : []);
  let next = 1;
  const build = (node: Json, key: number): DraftNode => {
    const { id: _, parent: __, ...own } = node;
    const below = list.filter((child) => !placed.has(child) && child["parent"] === idOf(node));
    for (const child of below) placed.add(child);
    return { key, id: idOf(node), fields: own, children: below.map((child) => build(child, next++)) };
  };
  const built = root ? build(root, 0) : { ...emptyDraft.root, id: ids.has("index") ? "top" : "index" };
  const lost = list.filter((node) => !placed.has(node));
  const found: DraftNode[] = [];
  for (const node of lost)
    if (!placed.has(node)) {
      placed.add(node);
      found.push(build(node, next++));
    }
  return { fields, root: { ...built, children: [...built.children, ...found] }, next };
}

/** All nodes, a parent before its children, with their depth and parent. */
export function nodesOf(
  node: DraftNode,
  depth = 0,
  parent: DraftNode | null = null,
): readonly { readonly node: DraftNode; readonly depth: number; readonly parent: DraftNode | null }[] {
  return [{ node, depth, parent }, ...node.children.flatMap((child) => nodesOf(child, depth + 1, node))];
}

/** The definition as its file has it; nodes stand in the order of `nodesOf`. */
export const jsonOf = ({ fields, root }: Draft): Json => ({
  ...fields,
  nodes: nodesOf(root).map(({ node, parent }) => ({
    id: node.id,
    ...(parent && { parent: parent.id }),
    ...node.fields,
  })),
});

/** Where a problem belongs: a node by its key, or the definition itself; and the field of it. */
export function placeOf(
  draft: Draft,
  field: string | undefined,
): { readonly key: number | null; readonly field: string } {
  const found = /^nodes\[(\d+)\]\.?(.*)$/.exec(field ?? "");
  if (!found) return { key: null, field: field ?? "" };
  return { key: nodesOf(draft.root)[Number(found[1])]?.node.key ?? null, field: found[2]! };
}

export const nodeOf = (draft: Draft, key: number): DraftNode | undefined =>
  nodesOf(draft.root).find(({ node }) => node.key === key)?.node;

export const parentOf = (draft: Draft, key: number): DraftNode | null =>
  nodesOf(draft.root).find(({ node }) => node.key === key)?.parent ?? null;

const mapped = (node: DraftNode, change: (node: DraftNode) => DraftNode): DraftNode => {
  const children = node.children.map((child) => mapped(child, change));
  return change(children.every((child, i) => child === node.children[i]) ? node : { ...node, children });
};

const changedNode = (draft: Draft, key: number, change: (node: DraftNode) => DraftNode): Draft => ({
  ...draft,
  root: mapped(draft.root, (node) => (node.key === key ? change(node) : node)),
});

/** A field set; `undefined` takes it away. */
function withField(fields: Json, field: string, value: unknown): Json {
  const { [field]: _, ...rest } = fields;
  return value === undefined ? rest : { ...fields, [field]: value };
}

export const setField = (draft: Draft, field: string, value: unknown): Draft => ({
  ...draft,
  fields: withField(draft.fields, field, value),
});

export const setNodeField = (draft: Draft, key: number, field: string, value: unknown): Draft =>
  changedNode(draft, key, (node) =>
    field === "id"
      ? { ...node, id: String(value ?? "") }
      : { ...node, fields: withField(node.fields, field, value) },
  );

/** An id that no node has yet: `group`, `group-2`, … */
export function freeId(draft: Draft, wanted: string): string {
  const ids = new Set(nodesOf(draft.root).map(({ node }) => node.id));
  for (let i = 1; ; i++) {
    const id = i === 1 ? wanted : `${wanted}-${i}`;
    if (!ids.has(id)) return id;
  }
}

/** Adds nodes at the end of a parent; their keys are the next ones, in order. */
export function addNodes(
  draft: Draft,
  parent: number,
  added: readonly { readonly id: string; readonly fields: Json }[],
): Draft {
  const nodes = added.map((node, i): DraftNode => ({ ...node, key: draft.next + i, children: [] }));
  const changed = changedNode(draft, parent, (node) => ({ ...node, children: [...node.children, ...nodes] }));
  return { ...changed, next: draft.next + added.length };
}

/** Takes a node out with everything below it; the top stays. */
export const removeNode = (draft: Draft, key: number): Draft => ({
  ...draft,
  root: mapped(draft.root, (node) =>
    node.children.some((child) => child.key === key)
      ? { ...node, children: node.children.filter((child) => child.key !== key) }
      : node,
  ),
});

export const moves = ["up", "down", "in", "out"] as const;
export type Move = (typeof moves)[number];

/**
 * Moves a node one step: among its siblings, into the group before it, or out beside its parent.
 *
 * @returns the same draft where there is no such step
 */
export function moveNode(draft: Draft, key: number, move: Move): Draft {
  const node = nodeOf(draft, key);
  const parent = parentOf(draft, key);
  if (!node || !parent) return draft;
  const at = parent.children.indexOf(node);
  const before = parent.children[at - 1];
  if (move === "up" || move === "down") {
    const to = move === "up" ? at - 1 : at + 1;
    if (to < 0 || to >= parent.children.length) return draft;
    const children = parent.children.toSpliced(at, 1).toSpliced(to, 0, node);
    return changedNode(draft, parent.key, (one) => ({ ...one, children }));
  }
  if (move === "in") {
    if (!before || isIndicator(before)) return draft;
    return changedNode(removeNode(draft, key), before.key, (one) => ({
      ...one,
      children: [...one.children, node],
    }));
  }
  const above = parentOf(draft, parent.key);
  if (!above) return draft;
  return changedNode(removeNode(draft, key), above.key, (one) => ({
    ...one,
    children: one.children.toSpliced(
      one.children.findIndex((child) => child.key === parent.key) + 1,
      0,
      node,
    ),
  }));
}

/** Groups a node may be put into: all but indicators, itself and what lies below it. */
export function placesFor(draft: Draft, key: number): readonly DraftNode[] {
  const node = nodeOf(draft, key);
  const below = new Set(node ? nodesOf(node).map((one) => one.node.key) : []);
  return nodesOf(draft.root)
    .map((one) => one.node)
    .filter((one) => !isIndicator(one) && !below.has(one.key));
}

export function moveInto(draft: Draft, key: number, parent: number): Draft {
  const node = nodeOf(draft, key);
  if (!node || parentOf(draft, key)?.key === parent) return draft;
  if (!placesFor(draft, key).some((one) => one.key === parent)) return draft;
  return changedNode(removeNode(draft, key), parent, (one) => ({
    ...one,
    children: [...one.children, node],
  }));
}

/** What was, what is, and what was taken back. */
export type History = {
  readonly past: readonly Draft[];
  readonly now: Draft;
  readonly future: readonly Draft[];
};

const remembered = 100;

export const begun = (now: Draft): History => ({ past: [], now, future: [] });

export const done = (history: History, now: Draft): History =>
  now === history.now
    ? history
    : { past: [...history.past, history.now].slice(-remembered), now, future: [] };

export function undone({ past, now, future }: History): History {
  const last = past.at(-1);
  return last ? { past: past.slice(0, -1), now: last, future: [now, ...future] } : { past, now, future };
}

export function redone({ past, now, future }: History): History {
  const [next, ...rest] = future;
  return next ? { past: [...past, now], now: next, future: rest } : { past, now, future };
}
