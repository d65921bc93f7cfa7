// What the coding comes to: codes by report, where new codes stop appearing, how far two coders agree.

import { Link } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import shared from "../reviews.module.css";
import { WideTable } from "../wide-table.tsx";
import style from "./coding.module.css";
import type { CodingOverview } from "./shown.ts";

export function CodeMatrixTable({ review }: { readonly review: string }) {
  const say = useWords("review-coding");
  const format = useFormat();
  const answer = useApi(routes.codeMatrix, { params: { id: review } }, { keep: true });
  return (
    <Answered answer={answer} lines={10}>
      {({ codes, reports, cells }) => {
        if (cells.length === 0) return <EmptyState what={say("matrix.empty")} how={say("matrix.emptyHow")} />;
        const counts = new Map(cells.map(({ code, record, codings }) => [`${code} ${record}`, codings]));
        const most = Math.max(...cells.map(({ codings }) => codings));
        return (
          <>
            <p className={style["hint"]}>{say("matrix.note")}</p>
            <WideTable label={say("tab.matrix")}>
              <table className={style["matrix"]}>
                <caption className="visually-hidden">{say("tab.matrix")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say("tree.code")}</th>
                    {reports.map(({ record, title }) => (
                      <th key={record} scope="col" title={title} data-column>
                        <Link to="/reviews/$id/coding/$record" params={{ id: review, record }}>
                          {record}
                        </Link>
                      </th>
                    ))}
                    <th scope="col" data-column>
                      {say("matrix.total")}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {codes.map((code) => (
                    <tr key={code.id}>
                      <th scope="row" data-depth={Math.min(code.depth, 6)}>
                        <Link to="/reviews/$id/coding/codes/$code" params={{ id: review, code: code.id }}>
                          {code.name}
                        </Link>
                      </th>
                      {reports.map(({ record }) => {
                        const count = counts.get(`${code.id} ${record}`) ?? 0;
                        return (
                          <td key={record} data-step={count === 0 ? 0 : Math.ceil((4 * count) / most)}>
                            {count === 0 ? (
                              <span className={style["nothing"]}>0</span>
                            ) : (
                              <Link
                                to="/reviews/$id/coding/codes/$code"
                                params={{ id: review, code: code.id }}
                                search={{ record, below: "no" }}
                              >
                                {format.number(count)}
                              </Link>
                            )}
                          </td>
                        );
                      })}
                      <td>{format.number(code.codings)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </WideTable>
          </>
        );
      }}
    </Answered>
  );
}

export function SaturationTable(props: { readonly review: string; readonly coding: CodingOverview }) {
  const say = useWords("review-coding");
  const format = useFormat();
  const { saturation, codes } = props.coding;
  const nameOf = new Map(codes.map(({ id, name }) => [id, name]));
  const quiet = saturation.length - 1 - saturation.findLastIndex(({ fresh }) => fresh.length > 0);
  return (
    <Section title={say("saturation.title")} note={say("saturation.note")}>
      {saturation.length === 0 ? (
        <EmptyState what={say("saturation.empty")} how={say("matrix.emptyHow")} />
      ) : (
        <>
          <p>{quiet > 0 ? say("saturation.quiet", { count: quiet }) : say("saturation.going")}</p>
          <WideTable label={say("saturation.title")}>
            <table>
              <caption className="visually-hidden">{say("saturation.title")}</caption>
              <thead>
                <tr>
                  {(["report", "codings", "fresh", "names", "seen"] as const).map((column) => (
                    <th key={column} scope="col">
                      {say(`saturation.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {saturation.map((step) => (
                  <tr key={step.record}>
                    <th scope="row">
                      <Link
                        to="/reviews/$id/coding/$record"
                        params={{ id: props.review, record: step.record }}
                      >
                        {step.record}
                      </Link>
                    </th>
                    <td className={shared["number"]}>{format.number(step.codings)}</td>
                    <td className={shared["number"]}>{format.number(step.fresh.length)}</td>
                    <td>{step.fresh.map((code) => nameOf.get(code) ?? code).join("; ")}</td>
                    <td className={shared["number"]}>{format.number(step.seen)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </>
      )}
    </Section>
  );
}

type Agreement = NonNullable<CallReply<typeof routes.codingComparison>["agreement"]>;

/** Figures of agreement, of all codes together and of each. */
export function AgreementFigures({ agreement }: { readonly agreement: Agreement }) {
  const say = useWords("review-coding");
  const format = useFormat();
  const number = (value: number | null) => (value === null ? "–" : format.number(value, 3));
  const interval = (of: Agreement["unitizing"]) =>
    of.interval ? ` (${number(of.interval.lower)} – ${number(of.interval.upper)})` : "";
  return (
    <>
      <dl className={shared["facts"]}>
        <dt>{say("agreement.characters")}</dt>
        <dd>
          {number(agreement.characters.value)}
          {interval(agreement.characters)}
        </dd>
        <dt>{say("agreement.unitizing")}</dt>
        <dd>
          {number(agreement.unitizing.value)}
          {interval(agreement.unitizing)}
        </dd>
        <dt>{say("agreement.overlap")}</dt>
        <dd>{number(agreement.characterF1)}</dd>
        <dt>{say("agreement.spans")}</dt>
        <dd>
          {say("agreement.matched", {
            matched: agreement.matched,
            first: agreement.spans[0],
            second: agreement.spans[1],
          })}
        </dd>
      </dl>
      <WideTable label={say("agreement.byCode")}>
        <table>
          <caption className="visually-hidden">{say("agreement.byCode")}</caption>
          <thead>
            <tr>
              {(["code", "characters", "unitizing", "overlap", "spans"] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`agreement.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {agreement.codes.map((code) => (
              <tr key={code.code}>
                <th scope="row">{code.name}</th>
                <td className={shared["number"]}>{number(code.characters)}</td>
                <td className={shared["number"]}>{number(code.unitizing)}</td>
                <td className={shared["number"]}>{number(code.characterF1)}</td>
                <td>
                  {say("agreement.matched", {
                    matched: code.matched,
                    first: code.spans[0],
                    second: code.spans[1],
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}

export function CodingAgreementTable(props: { readonly review: string; readonly coders: number }) {
  const say = useWords("review-coding");
  const answer = useApi(routes.codingAgreement, { params: { id: props.review } });
  return (
    <Section title={say("agreement.title")} note={say("agreement.note")}>
      <Answered answer={answer} lines={5}>
        {({ reports, agreement }) =>
          agreement === null ? (
            <EmptyState
              what={say("agreement.empty")}
              how={say(props.coders > 1 ? "agreement.emptyHow" : "agreement.emptyHowOne")}
            />
          ) : (
            <>
              <p>{say("agreement.reports", { count: reports })}</p>
              <AgreementFigures agreement={agreement} />
            </>
          )
        }
      </Answered>
    </Section>
  );
}
