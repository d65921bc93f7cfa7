import { getRouteApi, Link } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { useApi } from "../../api.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import { WideTable } from "../wide-table.tsx";
import { useMapWords } from "./map-words.ts";
import style from "./synthesis.module.css";
import { SynthesisNav } from "./synthesis-nav.tsx";

const route = getRouteApi("/reviews/$id/synthesis/contributions");
type Found = CallReply<typeof routes.reviewContributions>;

/** Which reports feed each theme and finding, and what the findings are about, counted. */
export function ContributionsPage() {
  const say = useWords("review-synthesis");
  const { id } = route.useParams();
  return (
    <ReviewFrame id={id} title={say("contributions.title")} lead={say("contributions.lead")} cite>
      {(review) => <Contributions review={review} />}
    </ReviewFrame>
  );
}

function Contributions({ review }: { readonly review: Review }) {
  const say = useWords("review-synthesis");
  const { view } = route.useSearch();
  const answer = useApi(routes.reviewContributions, { params: { id: review.id } }, { keep: true });
  return (
    <>
      <SynthesisNav id={review.id} current={view ?? "contributions"} />
      <Answered answer={answer} lines={12}>
        {(found) =>
          found.feeds.length === 0 ? (
            <EmptyState
              what={say("contributions.empty")}
              how={
                <Link to="/reviews/$id/synthesis" params={{ id: review.id }}>
                  {say("contributions.emptyHow")}
                </Link>
              }
            />
          ) : view === "fields" ? (
            <Fields found={found} />
          ) : (
            <Table review={review} found={found} />
          )
        }
      </Answered>
    </>
  );
}

function Table({ review, found }: { readonly review: Review; readonly found: Found }) {
  const say = useWords("review-synthesis");
  const { feeds, reports, unit } = found;
  const silent = reports.filter(
    ({ record }) => !feeds.some(({ by, against }) => by[record] || against[record]),
  );
  return (
    <>
      <p>{say(`contributions.unit.${unit}`)}</p>
      {silent.length > 0 ? (
        <p>
          {say("contributions.silent", { count: silent.length })}{" "}
          {silent.map(({ record }) => record).join(", ")}
        </p>
      ) : null}
      <WideTable label={say("contributions.title")}>
        <table>
          <caption className="visually-hidden">{say("contributions.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("column.feed")}</th>
              <th scope="col">{say("column.passages")}</th>
              <th scope="col">{say(unit === "project" ? "column.projects" : "column.reports")}</th>
              {reports.map(({ record, title }) => (
                <th key={record} scope="col">
                  <Link
                    to="/reviews/$id/synthesis"
                    params={{ id: review.id }}
                    search={{ record }}
                    title={title}
                  >
                    {record}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {feeds.map(({ kind, id, title, depth, passages, units, by, against }) => (
              <tr key={`${kind} ${id}`}>
                <th scope="row">
                  <Link
                    to="/reviews/$id/synthesis"
                    params={{ id: review.id }}
                    search={kind === "theme" ? { view: "themes", theme: id } : {}}
                  >
                    {`${"– ".repeat(depth)}${title}`}
                  </Link>
                  <p className={style["hint"]}>{say(`feed.${kind}`)}</p>
                </th>
                <td className={style["number"]}>{passages}</td>
                <td className={style["number"]}>{units}</td>
                {reports.map(({ record }) => (
                  <td key={record} className={style["number"]}>
                    {by[record] ?? ""}
                    {against[record] ? (
                      <span className={style["warn"]}>
                        {" "}
                        {say("contributions.against", { count: against[record] })}
                      </span>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}

/** Everything found, by where, on which branch and by which intervention; findings or none. */
function Evidence({ found }: { readonly found: Found }) {
  const say = useWords("review-synthesis");
  const term = useWords("terms");
  const words = useMapWords();
  return (
    <>
      {Object.entries(found.evidence).map(([field, counts]) => (
        <Section key={field} title={say(`found.${field}`)}>
          {counts.every(({ value }) => value === null) ? (
            <p>{say("found.notSaid", { count: counts[0]?.passages ?? 0 })}</p>
          ) : (
            <WideTable label={say(`found.${field}`)}>
              <table>
                <caption className="visually-hidden">{say(`found.${field}`)}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.field({ id: field, label: null })}</th>
                    <th scope="col">{say("column.passages")}</th>
                    <th scope="col">
                      {say(found.unit === "project" ? "column.projects" : "column.reports")}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {counts.map(({ value, passages, units }) => (
                    <tr key={value?.id ?? ""}>
                      <th scope="row">{value === null ? term("notStated") : words.value(field, value)}</th>
                      <td className={style["number"]}>{passages}</td>
                      <td className={style["number"]}>{value === null ? "" : units}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </WideTable>
          )}
        </Section>
      ))}
    </>
  );
}

function Fields({ found }: { readonly found: Found }) {
  const say = useWords("review-synthesis");
  const term = useWords("terms");
  const language = useLanguage();
  const word = (field: string, value: string | null): string => {
    if (value === null) return term("notStated");
    if (field === "question") return `${value} ${found.labels[value]?.[language] ?? ""}`;
    if (field === "kind") return say(`kind.${value}`);
    if (field === "side") return say(`side.${value}`);
    if (field === "branches") return say(`branch.${value}`);
    if (field === "regions") return term(`region.${value}`);
    if (field === "nature") return say(`nature.${value}`);
    if (field === "attribution") return say(`attribution.${value}`);
    return value;
  };
  return (
    <>
      <Evidence found={found} />
      {Object.entries(found.fields).map(([field, counts]) => (
        <Section key={field} title={say(`by.${field}`)}>
          <WideTable label={say(`by.${field}`)}>
            <table>
              <caption className="visually-hidden">{say(`by.${field}`)}</caption>
              <thead>
                <tr>
                  <th scope="col">{say("column.value")}</th>
                  <th scope="col">{say("column.findings")}</th>
                  <th scope="col">{say("column.passages")}</th>
                  <th scope="col">{say(found.unit === "project" ? "column.projects" : "column.reports")}</th>
                </tr>
              </thead>
              <tbody>
                {counts.map((one) => (
                  <tr key={one.value ?? ""}>
                    <th scope="row">{word(field, one.value)}</th>
                    <td className={style["number"]}>{one.findings.length}</td>
                    <td className={style["number"]}>{one.passages}</td>
                    <td className={style["number"]}>{one.units}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </Section>
      ))}
    </>
  );
}
