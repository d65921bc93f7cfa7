import { getRouteApi, Link } from "@tanstack/react-router";
import { addressOf, type CallReply, routes } from "#contract";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { ReviewFrame } from "../review-frame.tsx";
import { WideTable } from "../wide-table.tsx";
import { AgreementFigures } from "./agreement-figures.tsx";
import style from "./appraisal.module.css";
import { AppraisalNav } from "./bench-nav.tsx";
import { useWording } from "./wording.ts";

const route = getRouteApi("/reviews/$id/appraisal");
type Appraisal = CallReply<typeof routes.reviewAppraisal>;
const filters = ["all", "mine", "to-reconcile", "appraised", "excluded"] as const;

/** The included reports with how far the appraisal of each is. */
export function AppraisalPage() {
  const say = useWords("review-appraisal");
  const { id } = route.useParams();
  const answer = useApi(routes.reviewAppraisal, { params: { id } }, { keep: true });
  return (
    <ReviewFrame id={id} title={say("appraisal.title")} lead={say("appraisal.lead")}>
      {() => (
        <>
          <AppraisalNav id={id} />
          <Answered answer={answer} lines={8}>
            {(appraisal) => <Reports id={id} appraisal={appraisal} />}
          </Answered>
        </>
      )}
    </ReviewFrame>
  );
}

const shows = (
  filter: (typeof filters)[number],
  { status, mine }: Appraisal["reports"][number],
  required: number,
  submitted: number,
): boolean =>
  filter === "all" ||
  (filter === "mine"
    ? mine !== "submitted" && status === "waiting" && submitted < required
    : status === filter);

function Reports({ id, appraisal }: { readonly id: string; readonly appraisal: Appraisal }) {
  const say = useWords("review-appraisal");
  const format = useFormat();
  const { show = "all" } = route.useSearch();
  const { plan, instrument, reports } = appraisal;
  const toInstruments = (
    <Link to="/reviews/$id/appraisal/instruments" params={{ id }}>
      {say(appraisal.mayDefine ? "instruments.choose" : "instruments.look")}
    </Link>
  );
  if (!plan || !instrument)
    return (
      <EmptyState
        what={
          plan
            ? say("appraisal.notTaken", { name: `${plan.instrument} ${plan.version}` })
            : say("appraisal.notPlanned", { count: reports.length })
        }
        how={toInstruments}
      />
    );
  if (reports.length === 0)
    return (
      <EmptyState
        what={say("appraisal.noReports")}
        how={
          <Link to="/reviews/$id/screening" params={{ id }}>
            {say("toScreening")}
          </Link>
        }
      />
    );
  const listed = reports.filter((one) => shows(show, one, plan.appraisers, one.submitted));
  return (
    <>
      <Plan appraisal={appraisal} />
      <p className={style["line"]}>
        {filters.map((filter) => (
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
        <WideTable label={say("appraisal.title")}>
          <table>
            <caption className="visually-hidden">{say("appraisal.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("col.report")}</th>
                <th scope="col">{say("col.state")}</th>
                <th scope="col">{say("col.mine")}</th>
                <th scope="col">{say("col.byRule")}</th>
                <th scope="col">{say("col.byJudgement")}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((one) => (
                <tr key={one.record}>
                  <th scope="row">
                    <Link to="/reviews/$id/appraisal/$record" params={{ id, record: one.record }}>
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
                      ? ` (${say("ofPeople", { done: one.submitted, count: plan.appraisers })})`
                      : null}
                  </td>
                  <td>{say(`mine.${one.mine}`)}</td>
                  <td>
                    <GradeName instrument={instrument} grade={one.grade} />
                    {one.value === null ? null : ` (${format.number(one.value)})`}
                  </td>
                  <td>
                    <GradeName instrument={instrument} grade={one.judgement} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      <p>
        <a href={addressOf(routes.appraisalAnswers, { id })} download>
          {say("appraisal.download")}
        </a>
      </p>
      {plan.appraisers > 1 ? <Agreement id={id} /> : null}
    </>
  );
}

function Plan({ appraisal }: { readonly appraisal: Appraisal }) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const { plan, instrument, reports, selected } = appraisal;
  if (!plan || !instrument) return null;
  const done = reports.filter(({ status }) => status !== "waiting" && status !== "to-reconcile").length;
  return (
    <p>
      {say("appraisal.plan", { name: word(instrument.title), version: plan.version, count: plan.appraisers })}{" "}
      {say("appraisal.progress", { done, count: reports.length, selected })}
    </p>
  );
}

export function GradeName(props: {
  readonly instrument: NonNullable<Appraisal["instrument"]>;
  readonly grade: string | null;
}) {
  const word = useWording();
  const grade = props.instrument.grades.find(({ id }) => id === props.grade);
  return grade ? word(grade.label) : "–";
}

function Agreement({ id }: { readonly id: string }) {
  const say = useWords("review-appraisal");
  const answer = useApi(routes.appraisalAgreement, { params: { id } });
  return (
    <Section title={say("agreement.title")} note={say("agreement.note")}>
      <Answered answer={answer} lines={5}>
        {(agreement) =>
          agreement.records === 0 || !agreement.plain || !agreement.weighted ? (
            <EmptyState what={say("agreement.none")} />
          ) : (
            <>
              <p>
                {say("agreement.basis", {
                  count: agreement.records,
                  items: agreement.items,
                  unvalued: agreement.unvalued,
                })}{" "}
                {agreement.notIndependent > 0
                  ? say("agreement.notIndependent", { count: agreement.notIndependent })
                  : null}
              </p>
              <AgreementFigures plain={agreement.plain} weighted={agreement.weighted} />
            </>
          )
        }
      </Answered>
    </Section>
  );
}
