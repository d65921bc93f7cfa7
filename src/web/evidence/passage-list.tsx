import { Link } from "@tanstack/react-router";
import type { PassageKind } from "#records";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { PassageEntries, PassageKinds } from "../shared/passage-entries.tsx";
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
  const format = useFormat();
  return (
    <aside
      className={style["passages"]}
      aria-label={say("reading.passagesLabel")}
      data-passage-list
      data-scrolls
    >
      {props.evaluations.map((id) => (
        <p key={id} className={style["record"]}>
          <Link to="/evidence/evaluations/$id" params={{ id }}>
            {say("toRecordOf", { id })}
          </Link>
        </p>
      ))}
      <PassageKinds label={say("facet.kind")} passages={props.passages} kinds={props.kinds} />
      <p className={style["hint"]}>{say("reading.keys")}</p>
      <PassageEntries
        passages={props.listed}
        chosen={props.selected}
        beside={({ page }) =>
          page === null ? null : <span>{say("page", { page: format.number(page) })}</span>
        }
        opened={(passage) => <ChosenPassage passage={passage} title={props.title} />}
      />
    </aside>
  );
}
