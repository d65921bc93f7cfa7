import { getRouteApi, Link } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import style from "../appraisal/appraisal.module.css";
import { ExtractionNav } from "../appraisal/bench-nav.tsx";
import { useWording } from "../appraisal/wording.ts";
import { ReviewFrame } from "../review-frame.tsx";
import shared from "../reviews.module.css";
import { WideTable } from "../wide-table.tsx";

const route = getRouteApi("/reviews/$id/extraction");
type Extraction = CallReply<typeof routes.reviewExtraction>;
const filters = ["all", "mine", "to-reconcile", "extracted"] as const;

/** The selected reports with how far the extraction of each is. */
export function ExtractionPage() {
  const say = useWords("review-appraisal");
  const { id } = route.useParams();
  const answer = useApi(routes.reviewExtraction, { params: { id } }, { keep: true });
  return (
    <ReviewFrame id={id} title={say("extraction.title")} lead={say("extraction.lead")}>
      {() => (
        <>
          <ExtractionNav id={id} />
          <Answered answer={answer} lines={8}>
            {(extraction) => <Reports id={id} extraction={extraction} />}
          </Answered>
        </>
      )}
    </ReviewFrame>
  );
}

const shows = (
  filter: (typeof filters)[number],
  { status, mine, submitted }: Extraction["reports"][number],
  required: number,
): boolean =>
  filter === "all" ||
  (filter === "mine"
    ? mine !== "submitted" && status === "waiting" && submitted < required
    : status === filter);

function Reports({ id, extraction }: { readonly id: string; readonly extraction: Extraction }) {
  const say = useWords("review-appraisal");
  const format = useFormat();
  const word = useWording();
  const { show = "all" } = route.useSearch();
  const { plan, form, reports } = extraction;
  if (!plan || !form)
    return (
      <EmptyState
        what={
          plan
            ? say("extraction.notTaken", { name: `${plan.form} ${plan.version}` })
            : say("extraction.notPlanned", { count: reports.length })
        }
        how={
          <Link to="/reviews/$id/extraction/form" params={{ id }}>
            {say(extraction.mayDefine ? "forms.choose" : "forms.look")}
          </Link>
        }
      />
    );
  if (reports.length === 0)
    return (
      <EmptyState
        what={say("extraction.noReports")}
        how={
          <Link to="/reviews/$id/screening" params={{ id }}>
            {say("toScreening")}
          </Link>
        }
      />
    );
  const listed = reports.filter((one) => shows(show, one, plan.extractors));
  const done = reports.filter(({ status }) => status === "extracted").length;
  return (
    <>
      <p>
        {say("extraction.plan", { name: word(form.title), version: plan.version, count: plan.extractors })}{" "}
        {say("extraction.progress", { done, count: reports.length })}
      </p>
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
        <WideTable label={say("extraction.title")}>
          <table>
            <caption className="visually-hidden">{say("extraction.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("col.report")}</th>
                <th scope="col">{say("col.state")}</th>
                <th scope="col">{say("col.mine")}</th>
                <th scope="col" className={shared["number"]}>
                  {say("col.rows")}
                </th>
              </tr>
            </thead>
            <tbody>
              {listed.map((one) => (
                <tr key={one.record}>
                  <th scope="row">
                    <Link to="/reviews/$id/extraction/$record" params={{ id, record: one.record }}>
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
                      ? ` (${say("ofPeople", { done: one.submitted, count: plan.extractors })})`
                      : null}
                  </td>
                  <td>
                    {say(`mine.${one.mine}`)}
                    {one.ownRows > 0 ? ` (${say("rows.count", { count: one.ownRows })})` : null}
                  </td>
                  <td className={shared["number"]}>
                    {one.status === "extracted" ? format.number(one.rows) : "–"}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </>
  );
}
