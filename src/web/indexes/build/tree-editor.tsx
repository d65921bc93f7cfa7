import { Button, Group, NativeSelect } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { languages } from "#kernel";
import { indicatorRoles } from "#securities";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { roleName } from "../names.ts";
import {
  addNodes,
  type Draft,
  type DraftNode,
  freeId,
  isIndicator,
  type Move,
  moveInto,
  moveNode,
  moves,
  nodesOf,
  parentOf,
  placesFor,
  removeNode,
} from "./draft.ts";
import { titleIn } from "./titles.ts";

const moveOfKey: Readonly<Record<string, Move>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/** What a node is called on the page: its title in the reader's language, or its id; the top as the index. */
export function useNodeLabel(draft: Draft): (node: DraftNode) => string {
  const language = useLanguage();
  const own = (title: unknown) => titleIn(title, language) || titleIn(title, "en");
  return (node) =>
    own(node.fields["title"]) || (node.key === draft.root.key && own(draft.fields["title"])) || node.id;
}

/** The tree as a list to walk through: arrows go from node to node, with Alt they move the node. */
export function TreeEditor({
  draft,
  chosen,
  wrong,
  onChoose,
  onChange,
}: {
  readonly draft: Draft;
  readonly chosen: number;
  /** Nodes with something wrong. */
  readonly wrong: ReadonlySet<number>;
  readonly onChoose: (key: number) => void;
  readonly onChange: (draft: Draft) => void;
}) {
  const say = useWords("index-builder");
  const format = useFormat();
  const labelOf = useNodeLabel(draft);
  const list = nodesOf(draft.root);
  const elements = useRef(new Map<number, HTMLButtonElement>());
  const toFocus = useRef<number | null>(null);
  useEffect(() => {
    if (toFocus.current === null) return;
    elements.current.get(toFocus.current)?.focus();
    toFocus.current = null;
  });
  const at = list.findIndex(({ node }) => node.key === chosen);
  const selected = list[at]?.node ?? draft.root;
  const go = (key: number) => {
    toFocus.current = key;
    onChoose(key);
  };
  const move = (how: Move) => {
    toFocus.current = selected.key;
    onChange(moveNode(draft, selected.key, how));
  };
  const remove = () => {
    if (selected.key === draft.root.key) return;
    const next = list[at - 1]?.node.key ?? draft.root.key;
    go(next);
    onChange(removeNode(draft, selected.key));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = moveOfKey[event.key];
    if (event.altKey && way) move(way);
    else if (event.key === "ArrowDown" && list[at + 1]) go(list[at + 1]!.node.key);
    else if (event.key === "ArrowUp" && list[at - 1]) go(list[at - 1]!.node.key);
    else if (event.key === "Home") go(draft.root.key);
    else if (event.key === "End") go(list.at(-1)!.node.key);
    else if (event.key === "Delete") remove();
    else return;
    event.preventDefault();
  };
  const addGroup = () => {
    const group = isIndicator(selected) ? (parentOf(draft, selected.key) ?? draft.root) : selected;
    const id = freeId(draft, "group");
    toFocus.current = draft.next;
    onChange(addNodes(draft, group.key, [{ id, fields: {} }]));
    onChoose(draft.next);
  };
  const addRoles = () => {
    const added = indicatorRoles.reduce(
      (before, role) =>
        addNodes(before, before.root.key, [
          { id: freeId(before, role), fields: { role, title: titleOfRole(role) } },
        ]),
      draft,
    );
    toFocus.current = draft.next;
    onChange(added);
    onChoose(draft.next);
  };
  const sumOf = (parent: DraftNode | null) =>
    parent?.children.reduce((sum, child) => sum + weightOf(child), 0) ?? 0;
  return (
    <div className="build-tree">
      <p className="figure-hint">{say("tree.keys")}</p>
      <ul aria-label={say("tree.label")}>
        {list.map(({ node, depth, parent }) => {
          const sum = sumOf(parent);
          return (
            <li key={node.key} data-depth={Math.min(depth, 8)}>
              <button
                type="button"
                ref={(element) => {
                  if (element) elements.current.set(node.key, element);
                  else elements.current.delete(node.key);
                }}
                tabIndex={node.key === selected.key ? 0 : -1}
                aria-current={node.key === selected.key ? "true" : undefined}
                onClick={() => onChoose(node.key)}
                onKeyDown={onKeyDown}
              >
                <span>
                  {isIndicator(node) ? (node.fields["direction"] === -1 ? "− " : "+ ") : ""}
                  {isIndicator(node) ? labelOf(node) : <strong>{labelOf(node)}</strong>}
                </span>
                <span className="tree-soft">
                  {parent && sum > 0 ? format.percent(weightOf(node) / sum) : ""}
                  {wrong.has(node.key) ? ` ${say("tree.wrong")}` : ""}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={addGroup}>
          {say("tree.addGroup")}
        </Button>
        {list.some(({ node }) => node.fields["role"] !== undefined) ? null : (
          <Button variant="default" size="xs" onClick={addRoles}>
            {say("tree.addRoles")}
          </Button>
        )}
        {moves.map((how) => (
          <Button
            key={how}
            variant="default"
            size="xs"
            disabled={moveNode(draft, selected.key, how) === draft}
            onClick={() => move(how)}
          >
            {say(`tree.move.${how}`)}
          </Button>
        ))}
        <Button variant="default" size="xs" disabled={selected.key === draft.root.key} onClick={remove}>
          {say("tree.remove")}
        </Button>
      </Group>
      {selected.key === draft.root.key ? null : (
        <NativeSelect
          label={say("tree.belongsTo")}
          value={String(parentOf(draft, selected.key)?.key ?? "")}
          onChange={(event) => onChange(moveInto(draft, selected.key, Number(event.currentTarget.value)))}
          data={placesFor(draft, selected.key).map((node) => ({
            value: String(node.key),
            label: labelOf(node),
          }))}
        />
      )}
    </div>
  );
}

/** The name of a role in every language, as a definition has it. */
const titleOfRole = (role: string) =>
  Object.fromEntries(languages.map((language) => [language, roleName(role, language)]));

export const weightOf = (node: DraftNode): number => {
  const weight = node.fields["weight"] ?? 1;
  return typeof weight === "number" && weight >= 0 ? weight : 0;
};
