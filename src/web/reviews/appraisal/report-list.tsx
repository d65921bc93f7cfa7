import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CallReply, routes } from "#contract";
import { useWords } from "../../i18n.ts";
import { StateLink } from "../../shared/state-link.tsx";
import { EmptyState } from "../../shared/states.tsx";
import shared from "../reviews.module.css";
import { WideTable } from "../wide-table.tsx";
import style from "./appraisal.module.css";

type Appraised = CallReply<typeof routes.reviewAppraisal>["reports"][number];
type Extracted = CallReply<typeof routes.reviewExtraction>["reports"][number];

/** What the lists of the appraisal and of the extraction know of a report. */
type Listed = Pick<Appraised, "record" | "title" | "language" | "text" | "submitted" | "mine"> & {
  readonly status: Appraised["status"] | Extracted["status"];
};

/** The reports of a stage, filtered by how far each is, with the columns that are the stage's own. */
export function ReportList<R extends Listed>(props: {
  readonly id: string;
  readonly title: string;
  readonly to: "/reviews/$id/appraisal/$record" | "/reviews/$id/extraction/$record";
  readonly reports: readonly R[];
  /** How many people the protocol asks for. */
  readonly people: number;
  readonly filters: readonly ("all" | "mine" | R["status"])[];
  readonly show: string;
  /** Beside what one has of it oneself. */
  readonly beside?: (report: R) => ReactNode;
  readonly columns: readonly {
    readonly title: string;
    readonly isNumber?: boolean;
    readonly cell: (report: R) => ReactNode;
  }[];
}) {
  const say = useWords("review-appraisal");
  const { id, title, people, show, columns } = props;
  const waitsForMe = ({ status, mine, submitted }: R) =>
    mine !== "submitted" && status === "waiting" && submitted < people;
  const listed = props.reports.filter(
    (one) => show === "all" || (show === "mine" ? waitsForMe(one) : one.status === show),
  );
  const look = (isNumber = false) => (isNumber ? shared["number"] : undefined);
  return (
    <>
      <p className={style["line"]}>
        {props.filters.map((filter) => (
          <StateLink
            key={filter}
            search={(state) => ({ ...state, show: filter === "all" ? undefined : filter })}
            current={filter === show}
          >
            {say(`filter.${filter}`)}
          </StateLink>
        ))}
      </p>
      {listed.length === 0 ? (
        <EmptyState what={say("filter.none")} />
      ) : (
        <WideTable label={title}>
          <table>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{say("col.report")}</th>
                <th scope="col">{say("col.state")}</th>
                <th scope="col">{say("col.mine")}</th>
                {columns.map((column) => (
                  <th key={column.title} scope="col" className={look(column.isNumber)}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {listed.map((one) => (
                <tr key={one.record}>
                  <th scope="row">
                    <Link to={props.to} params={{ id, record: one.record }}>
                      {one.record}{" "}
                      <span lang={one.language ?? undefined}>{one.title || say("untitled")}</span>
                    </Link>
                    {one.text === "held" ? null : (
                      <p className={style["hint"]}>{say(`text.state.${one.text}`)}</p>
                    )}
                  </th>
                  <td>
                    {say(`status.${one.status}`)}
                    {one.status === "waiting"
                      ? ` (${say("ofPeople", { done: one.submitted, count: people })})`
                      : null}
                  </td>
                  <td>
                    {say(`mine.${one.mine}`)}
                    {props.beside?.(one)}
                  </td>
                  {columns.map((column) => (
                    <td key={column.title} className={look(column.isNumber)}>
                      {column.cell(one)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </>
  );
}

/** Of one report: its title and how far it is, above its text and the work on it. */
export function ReportHead(props: {
  readonly report: { readonly title: string; readonly language: string | null; readonly year: number | null };
  readonly status: Listed["status"];
  readonly submitted: number;
  readonly people: number;
  /** What is kept from whoever looks, until they have done their own. */
  readonly hidden: string | null;
}) {
  const say = useWords("review-appraisal");
  const { report, status } = props;
  return (
    <>
      <p lang={report.language ?? undefined}>
        <strong>{report.title || say("untitled")}</strong>
        {report.year === null ? null : `, ${report.year}`}
      </p>
      <p role="status">
        {say("labelled", { label: say("col.state"), value: say(`status.${status}`) })}
        {status === "waiting"
          ? ` (${say("ofPeople", { done: props.submitted, count: props.people })})`
          : null}
        {props.hidden === null ? null : ` ${props.hidden}`}
      </p>
    </>
  );
}
