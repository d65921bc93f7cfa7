// The passages of a report beside its text, when it is read and when it is corrected: kinds to choose from, and
// the list in which the chosen one is brought into view.

import { type ReactNode, useEffect, useRef } from "react";
import type { Language } from "#kernel";
import { type PassageKind, passageKinds } from "#records";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import style from "./passage-entries.module.css";
import { StateLink } from "./state-link.tsx";

type Entry = {
  readonly id: string;
  readonly kind: PassageKind;
  readonly label: string | null;
  readonly text: string;
  readonly language: Language | null;
};

/** The kinds a report has passages of, each a link that narrows the list to it; nothing where there is only one. */
export function PassageKinds(props: {
  readonly label: string;
  readonly passages: readonly Entry[];
  readonly kinds: readonly PassageKind[];
}) {
  const term = useWords("terms");
  const format = useFormat();
  const present = passageKinds
    .map((kind) => ({ kind, count: props.passages.filter((passage) => passage.kind === kind).length }))
    .filter(({ count }) => count > 0);
  if (present.length < 2) return null;
  return (
    <ul className={style["kinds"]} aria-label={props.label}>
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
  );
}

/**
 * @param of what the list is of, for who cannot see it
 * @param beside what stands at the right of the kind: a page, how sure the reading is
 * @param opened what stands in the place of the words of the chosen passage; absent where they stay
 */
export function PassageEntries<P extends Entry>(props: {
  readonly of?: string;
  readonly passages: readonly P[];
  readonly chosen: string | null;
  readonly beside: (passage: P) => ReactNode;
  readonly opened?: (passage: P) => ReactNode;
}) {
  const term = useWords("terms");
  const list = useRef<HTMLOListElement>(null);
  const { chosen, opened } = props;
  useEffect(() => {
    if (chosen === null) return;
    const item = list.current?.querySelector<HTMLElement>(`#passage-${CSS.escape(chosen)}`);
    const frame = item?.closest<HTMLElement>("[data-scrolls]");
    if (!item || !frame || frame.scrollHeight <= frame.clientHeight) return;
    // Not scrollIntoView: that would move the page as well, which follows the text.
    const above = item.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    const room = frame.clientHeight - item.offsetHeight;
    if (above < 0 || above > room) frame.scrollTop += above - Math.max(0, room / 3);
  }, [chosen]);
  return (
    <ol ref={list} className={style["list"]} aria-label={props.of}>
      {props.passages.map((passage) => {
        const isChosen = passage.id === chosen;
        return (
          <li key={passage.id} id={`passage-${passage.id}`} data-entry data-chosen={isChosen}>
            <StateLink
              search={(former) => ({
                ...former,
                passage: passage.id,
                ...(opened === undefined ? {} : { view: undefined }),
              })}
              replace
              current={isChosen}
              className={style["entry"]}
            >
              <span className={style["head"]}>
                <span className={style["kind"]}>
                  {term(`kind.${passage.kind}`)}
                  {passage.label ? ` ${passage.label}` : null}
                </span>
                {props.beside(passage)}
              </span>
              {isChosen && opened ? null : (
                <span className={style["text"]} lang={passage.language ?? undefined}>
                  {passage.text}
                </span>
              )}
            </StateLink>
            {isChosen && opened ? opened(passage) : null}
          </li>
        );
      })}
    </ol>
  );
}
