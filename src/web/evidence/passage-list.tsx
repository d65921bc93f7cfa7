import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { type PassageKind, passageKinds } from "#records";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { StateLink } from "../shared/state-link.tsx";
import { ChosenPassage } from "./chosen-passage.tsx";
import style from "./reading.module.css";
import type { ShownPassage } from "./shown-passage.ts";

/** The passages of a report, filtered by kind; the chosen one stands open. */
export function PassageList(props: {
  readonly passages: readonly ShownPassage[];
  readonly listed: readonly ShownPassage[];
  readonly kinds: readonly PassageKind[];
  readonly selected: string | null;
  readonly title: string;
  readonly evaluations: readonly string[];
}) {
  const say = useWords("evidence");
  const term = useWords("terms");
  const format = useFormat();
  const list = useRef<HTMLOListElement>(null);
  const { selected } = props;
  const present = passageKinds
    .map((kind) => ({ kind, count: props.passages.filter((passage) => passage.kind === kind).length }))
    .filter(({ count }) => count > 0);

  useEffect(() => {
    if (selected === null) return;
    const item = list.current?.querySelector<HTMLElement>(`#passage-${CSS.escape(selected)}`);
    const frame = list.current?.parentElement;
    if (!item || !frame || frame.scrollHeight <= frame.clientHeight) return;
    // Not scrollIntoView: that would move the page as well, which follows the text.
    const above = item.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    const room = frame.clientHeight - item.offsetHeight;
    if (above < 0 || above > room) frame.scrollTop += above - Math.max(0, room / 3);
  }, [selected]);

  return (
    <aside className={style["passages"]} aria-label={say("reading.passagesLabel")} data-passage-list>
      {props.evaluations.map((id) => (
        <p key={id} className={style["record"]}>
          <Link to="/evidence/evaluations/$id" params={{ id }}>
            {say("toRecordOf", { id })}
          </Link>
        </p>
      ))}
      {present.length > 1 ? (
        <ul className={style["kinds"]} aria-label={say("facet.kind")}>
          {present.map(({ kind, count }) => {
            const on = props.kinds.includes(kind);
            const next = on ? props.kinds.filter((one) => one !== kind) : [...props.kinds, kind];
            return (
              <li key={kind}>
                <StateLink
                  search={(former) => ({ ...former, kind: next.length > 0 ? next : undefined })}
                  replace
                  current={on}
                >
                  {on ? <span aria-hidden="true">✕ </span> : null}
                  {term(`kinds.${kind}`)} <span className={style["count"]}>{format.number(count)}</span>
                </StateLink>
              </li>
            );
          })}
        </ul>
      ) : null}
      <p className={style["hint"]}>{say("reading.keys")}</p>
      <ol ref={list} className={style["list"]}>
        {props.listed.map((passage) => (
          <li key={passage.id} id={`passage-${passage.id}`} data-chosen={passage.id === selected}>
            <StateLink
              search={(former) => ({ ...former, passage: passage.id, view: undefined })}
              replace
              current={passage.id === selected}
              className={style["entry"]}
            >
              <span className={style["entryHead"]}>
                <span className={style["kind"]}>
                  {term(`kind.${passage.kind}`)}
                  {passage.label ? ` ${passage.label}` : null}
                </span>
                {passage.page === null ? null : (
                  <span>{say("page", { page: format.number(passage.page) })}</span>
                )}
              </span>
              {passage.id === selected ? null : (
                <span className={style["entryText"]} lang={passage.language ?? undefined}>
                  {passage.text}
                </span>
              )}
            </StateLink>
            {passage.id === selected ? <ChosenPassage passage={passage} title={props.title} /> : null}
          </li>
        ))}
      </ol>
    </aside>
  );
}
