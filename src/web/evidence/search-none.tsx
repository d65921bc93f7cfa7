// A search without results: which word had none, what is near, which filter leaves nothing. One click each.

import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { StateLink } from "../shared/state-link.tsx";
import { EmptyState } from "../shared/states.tsx";
import style from "./search.module.css";
import { type FacetName, type SearchRoom, unfiltered, valuesAs } from "./search-filters.ts";

/** The text with a word put in the place of another; the word alone where the other does not stand in it as it is. */
export const withWord = (text: string, former: string, next: string): string => {
  const at = text.toLowerCase().indexOf(former.toLowerCase());
  return at === -1 ? next : `${text.slice(0, at)}${next}${text.slice(at + former.length)}`;
};

export function NothingFound(props: {
  readonly room: SearchRoom;
  readonly text: string;
  readonly query: Readonly<Record<string, unknown>>;
}) {
  const say = useWords("search");
  const format = useFormat();
  const inPassages = props.room === "passages";
  const name = inPassages ? "q" : "text";
  const passages = useApi(routes.explainPassages, { query: props.query as never }, { when: inPassages });
  const evaluations = useApi(
    routes.explainEvaluations,
    { query: props.query as never },
    { when: !inPassages },
  );
  const why = (inPassages ? passages : evaluations).value;
  const asked = (text: string) => () => ({ [name]: text });
  const shown = ({ total, more }: { readonly total: number; readonly more: boolean }) =>
    more ? `> ${format.number(total)}` : format.number(total);
  const isTogether =
    why !== undefined &&
    why.terms.length > 1 &&
    why.unfiltered.total === 0 &&
    why.terms.every((term) => term.total > 0);
  const found =
    why?.unfiltered.total === 0 ? why.terms.flatMap(({ text, total }) => (total > 0 ? [text] : [])) : [];
  const helping = why?.filters.filter(({ total }) => total > 0) ?? [];
  return (
    <div role="status">
      <EmptyState what={say(inPassages ? "none.passages" : "none.evaluations")} how={say("none.how")} />
      {why === undefined || (why.terms.length === 0 && helping.length === 0) ? null : (
        <section className={style["why"]}>
          <h2>{say("none.why")}</h2>
          <ul>
            {why.terms.map((term) => (
              <li key={term.text}>
                {term.ignored ? (
                  say("none.ignored", { term: term.text })
                ) : term.total === 0 ? (
                  say("none.termNone", { term: term.text })
                ) : (
                  <StateLink search={asked(term.text)}>
                    {say("none.term", { term: term.text, count: term.total, shown: shown(term) })}
                  </StateLink>
                )}
                {term.near.length > 0 ? (
                  <>
                    {" · "}
                    {say("none.near")}{" "}
                    {term.near.map((word) => (
                      <StateLink
                        key={word}
                        search={(former) => ({
                          ...former,
                          [name]: withWord(props.text, term.text, word),
                          page: undefined,
                        })}
                      >
                        {word}
                      </StateLink>
                    ))}
                  </>
                ) : null}
              </li>
            ))}
            {helping.map((filter) => (
              <li key={filter.field}>
                <StateLink
                  search={(former) => ({
                    ...former,
                    ...valuesAs(filter.field as FacetName, []),
                    page: undefined,
                  })}
                >
                  {say("none.without", {
                    filter: say(`facet.${filter.field}`),
                    count: filter.total,
                    shown: shown(filter),
                  })}
                </StateLink>
              </li>
            ))}
            {why.filters.length > 1 && why.unfiltered.total > 0 ? (
              <li>
                <StateLink search={(former) => unfiltered(former, props.room)}>
                  {say("none.unfiltered", { count: why.unfiltered.total, shown: shown(why.unfiltered) })}
                </StateLink>
              </li>
            ) : null}
            {found.length > 1 ? (
              <li>
                <StateLink search={(former) => ({ ...former, [name]: found.join(" or "), page: undefined })}>
                  {say("none.any", { words: format.list(found) })}
                </StateLink>
              </li>
            ) : null}
            {isTogether ? <li>{say("none.together")}</li> : null}
          </ul>
        </section>
      )}
    </div>
  );
}
