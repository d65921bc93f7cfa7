import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { routes } from "#contract";
import { useApi } from "../../api.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { formName, inLanguage, roleName } from "../names.ts";
import { addNodes, type Draft, type DraftNode, nodesOf } from "./draft.ts";

type Pick = {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  /** Null where nothing says it; whoever adds the indicator does. */
  readonly direction: 1 | -1 | null;
  readonly title: object | undefined;
  /** Countries with it in the release; null where the release does not have it. */
  readonly areas: number | null;
};

const mostShown = 40;

/** Indicators of the catalogue and of the chosen release, to put into a group. */
export function IndicatorPicker({
  draft,
  group,
  groupLabel,
  release,
  onChange,
}: {
  readonly draft: Draft;
  readonly group: DraftNode;
  readonly groupLabel: string;
  readonly release: string | undefined;
  readonly onChange: (draft: Draft) => void;
}) {
  const say = useWords("index-builder");
  const language = useLanguage();
  const catalogue = useApi(routes.listIndicators, {});
  const held = useApi(routes.release, { params: { id: release ?? "" } }, { when: release !== undefined });
  const [words, setWords] = useState("");
  const contents = new Map((held.value?.contents ?? []).map((one) => [one.indicator, one]));
  const known = (catalogue.value ?? []).map(
    (one): Pick => ({
      id: one.id,
      label: inLanguage(one.label, language),
      about: `${formName(one.form, language)}, ${roleName(one.group, language)}`,
      direction: one.direction,
      title: one.label,
      areas: contents.get(one.id)?.areas ?? null,
    }),
  );
  const others = [...contents.values()]
    .filter(({ indicator }) => !known.some(({ id }) => id === indicator))
    .map(
      ({ indicator, unit, areas }): Pick => ({
        id: indicator,
        label: indicator,
        about: unit ?? "",
        direction: null,
        title: undefined,
        areas,
      }),
    );
  const used = new Set(nodesOf(draft.root).map(({ node }) => node.id));
  const wanted = words.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = [...known, ...others]
    .filter((one) => !used.has(one.id))
    .filter((one) => {
      const text = `${one.id} ${one.label} ${one.about}`.toLocaleLowerCase(language);
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => Number(b.areas !== null) - Number(a.areas !== null));
  const add = ({ id, title }: Pick, direction: 1 | -1) =>
    onChange(addNodes(draft, group.key, [{ id, fields: { ...(title && { title }), direction } }]));
  return (
    <div>
      <TextInput
        label={say("pick.search")}
        description={say("pick.into", { group: groupLabel })}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <p className="figure-hint" role="status">
        {say("pick.found", { count: found.length })}
      </p>
      {found.some(({ direction }) => direction === null) ? (
        <p className="figure-hint">{say("pick.direction")}</p>
      ) : null}
      <ul className="build-picks">
        {found.slice(0, mostShown).map((one) => (
          <li key={one.id}>
            <span>
              {one.label} <span className="fact-code tree-soft">{one.id}</span>
              <span className="tree-soft">
                {" "}
                {one.about}
                {release === undefined
                  ? ""
                  : one.areas === null
                    ? ` · ${say("pick.notHeld")}`
                    : ` · ${say("pick.held", { count: one.areas })}`}
              </span>
            </span>
            {one.direction === null ? (
              <span className="build-directions">
                {([1, -1] as const).map((direction) => (
                  <Button
                    key={direction}
                    variant="default"
                    size="xs"
                    aria-label={`${say("pick.addThis", { label: one.label })}: ${say(direction === 1 ? "node.more" : "node.less")}`}
                    onClick={() => add(one, direction)}
                  >
                    {say(direction === 1 ? "pick.addMore" : "pick.addLess")}
                  </Button>
                ))}
              </span>
            ) : (
              <Button
                variant="default"
                size="xs"
                aria-label={say("pick.addThis", { label: one.label })}
                onClick={() => add(one, one.direction!)}
              >
                {say("pick.add")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {found.length > mostShown ? <p className="figure-hint">{say("pick.more")}</p> : null}
    </div>
  );
}
