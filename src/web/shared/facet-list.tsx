import type { ReactNode } from "react";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import style from "./facets.module.css";
import { StateLink } from "./state-link.tsx";

export type FacetItem = {
  /** `null` = the source does not state it. */
  readonly value: string | null;
  readonly label: string;
  readonly count: number | null;
  readonly selected: boolean;
};

const fewShown = 7;

/**
 * One group of filters. Each is a link to the page with that filter set or taken away, so that it can be
 * opened, kept and sent like any other address.
 */
export function FacetList(props: {
  readonly title: string;
  readonly items: readonly FacetItem[];
  /** The state of the address with the item turned on or off. */
  readonly turned: (item: FacetItem) => object;
}) {
  const say = useWords("terms");
  const format = useFormat();
  if (props.items.length === 0) return null;
  const first = props.items.filter((item, i) => i < fewShown || item.selected);
  const rest = props.items.filter((item) => !first.includes(item));
  const line = (item: FacetItem) => (
    <li key={item.value ?? ""}>
      <StateLink search={() => props.turned(item)} current={item.selected} className={style["item"]}>
        <span className={style["label"]}>
          {item.selected ? <span aria-hidden="true">✕ </span> : null}
          {item.value === null ? <em>{say("notStated")}</em> : item.label}
          {item.selected ? <span className="visually-hidden"> {say("facet.remove")}</span> : null}
        </span>
        {item.count === null ? null : <span className={style["count"]}>{format.number(item.count)}</span>}
      </StateLink>
    </li>
  );
  return (
    <section className={style["group"]} aria-label={props.title}>
      <h2 className={style["title"]}>{props.title}</h2>
      <ul className={style["list"]}>{first.map(line)}</ul>
      {rest.length > 0 ? (
        <details>
          <summary className={style["more"]}>{say("facet.more", { count: rest.length })}</summary>
          <ul className={style["list"]}>{rest.map(line)}</ul>
        </details>
      ) : null}
    </section>
  );
}

/** The filters beside a result; on a small screen they fold away above it. */
export function Facets(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <details className={style["folded"]} data-print="hide">
        <summary className={style["foldedTitle"]}>{props.label}</summary>
        {props.children}
      </details>
      <aside className={style["beside"]} aria-label={props.label} data-print="hide">
        {props.children}
      </aside>
    </>
  );
}
