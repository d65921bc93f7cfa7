import { useWords } from "../i18n.ts";
import style from "./lists.module.css";
import { StateLink } from "./state-link.tsx";

/** Every filter that is set on a list, each with a way to take it away, and one for all. */
export function SetFilters(props: {
  readonly filters: readonly {
    readonly name: string;
    readonly value: string;
    /** The state of the address without it. */
    readonly without: object;
  }[];
  /** The state of the address without any of them. */
  readonly unfiltered: object;
}) {
  const say = useWords("terms");
  if (props.filters.length === 0) return null;
  return (
    <div className={style["chips"]}>
      <span>{say("filters.set")}</span>
      <ul>
        {props.filters.map(({ name, value, without }) => (
          <li key={`${name}/${value}`}>
            <StateLink search={() => without} className={style["chip"]}>
              {name}: {value} <span aria-hidden="true">✕</span>
              <span className="visually-hidden"> {say("facet.remove")}</span>
            </StateLink>
          </li>
        ))}
      </ul>
      <StateLink search={() => props.unfiltered}>{say("filters.clear")}</StateLink>
    </div>
  );
}
