import { getRouteApi, Link } from "@tanstack/react-router";
import { addressOf, type CallReply, routes } from "#contract";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { ReviewFrame } from "../review-frame.tsx";
import { AgreementFigures } from "./agreement-figures.tsx";
import { AppraisalNav } from "./bench-nav.tsx";
import { ReportList } from "./report-list.tsx";
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
  return (
    <>
      <Plan appraisal={appraisal} />
      <ReportList
        id={id}
        title={say("appraisal.title")}
        to="/reviews/$id/appraisal/$record"
        reports={reports}
        people={plan.appraisers}
        filters={filters}
        show={show}
        columns={[
          {
            title: say("col.byRule"),
            cell: ({ grade, value }) => (
              <>
                <GradeName instrument={instrument} grade={grade} />
                {value === null ? null : ` (${format.number(value)})`}
              </>
            ),
          },
          {
            title: say("col.byJudgement"),
            cell: ({ judgement }) => <GradeName instrument={instrument} grade={judgement} />,
          },
        ]}
      />
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

function GradeName(props: {
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
