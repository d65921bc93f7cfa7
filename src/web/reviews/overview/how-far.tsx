import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CallReply, routes } from "#contract";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { holds, type Review } from "../review-frame.tsx";
import style from "../reviews.module.css";

type Progress = CallReply<typeof routes.reviewProgress>["progress"];

/** The numbers so far, a line for each part of the work with the page it comes from. */
export function HowFar({ review, progress }: { readonly review: Review; readonly progress: Progress }) {
  const frame = useWords("reviews");
  const say = useWords("review-overview");
  const format = useFormat();
  const { id, protocol, versions, counts } = review;
  const version = versions.at(-1);
  /** What is there, in words; what is nought is left out. */
  const parts = (...found: readonly (readonly [key: string, count: number])[]) =>
    found.flatMap(([key, count]) => (count > 0 ? [say(key, { count })] : [])).join(" · ");
  const { appraisal, extraction, coding, edition } = progress;
  const unplanned = say(
    protocol === null ? "beforeProtocol" : holds(review, "owner") ? "notPlannedOwner" : "notPlanned",
  );
  const line = (place: string, title: string, text: ReactNode, search: object = {}) => (
    <div key={title} className={style["pair"]}>
      <dt>
        <Link to={`/reviews/${id}/${place}` as "/"} search={search as never}>
          {title}
        </Link>
      </dt>
      <dd>{text}</dd>
    </div>
  );
  return (
    <Section title={frame("howFar")}>
      <dl className={style["facts"]}>
        {line(
          "protocol",
          frame("tab.protocol"),
          protocol && version
            ? say("protocol", {
                version: version.version,
                date: format.date(version.at),
                questions: say("questions", { count: protocol.questions.length }),
                criteria: say("criteria", { count: protocol.criteria.length }),
              })
            : frame("protocolMissing"),
        )}
        {line(
          "records",
          frame("tab.records"),
          counts.records === 0
            ? frame("recordsMissing")
            : parts(
                ["records", counts.records],
                ["searches", counts.searches],
                ["duplicates", counts.duplicates],
              ),
        )}
        {progress.screening.length === 0
          ? line(
              "screening",
              frame("tab.screening"),
              say(protocol === null ? "beforeProtocol" : "noScreening"),
            )
          : progress.screening.map((stage) =>
              line(
                "screening/progress",
                say(`stage.${stage.stage}`),
                stage.records === 0
                  ? say("nothingHere")
                  : `${say("decidedOf", { decided: format.number(stage.included + stage.excluded), count: stage.records })} ${parts(
                      ["included", stage.included],
                      ["excluded", stage.excluded],
                      ["waiting", stage.waiting],
                      ["conflicts", stage.conflicts],
                      ["notRetrieved", stage.notRetrieved],
                      ["unread", stage.unread],
                    )}`,
                { stage: stage.stage },
              ),
            )}
        {line(
          "appraisal",
          frame("tab.appraisal"),
          appraisal === null
            ? unplanned
            : appraisal.reports === 0
              ? say("nothingHere")
              : `${say("appraisedOf", { done: format.number(appraisal.done), count: appraisal.reports })} ${parts(
                  ["leftOut", appraisal.excluded],
                  ["toReconcile", appraisal.toReconcile],
                )}`,
        )}
        {line(
          "extraction",
          frame("tab.extraction"),
          extraction === null
            ? unplanned
            : extraction.reports === 0
              ? say("nothingHere")
              : `${say("extractedOf", { done: format.number(extraction.done), count: extraction.reports })} ${parts(
                  ["toReconcile", extraction.toReconcile],
                )}`,
        )}
        {line(
          "coding",
          frame("tab.coding"),
          coding === null
            ? unplanned
            : coding.reports === 0
              ? say("nothingHere")
              : `${say("codedOf", { done: format.number(coding.done), count: coding.reports })} ${parts(
                  ["begun", coding.begun],
                  ["codings", progress.codings],
                  ["codes", progress.codes],
                )}`,
        )}
        {line(
          "synthesis",
          say("synthesis"),
          progress.themes + progress.findings === 0
            ? say("noSynthesis")
            : parts(["themes", progress.themes], ["findings", progress.findings]),
        )}
        {line(
          "report",
          frame("tab.report"),
          edition
            ? say("edition", { edition: edition.edition, date: format.date(edition.at) })
            : say(progress.findings > 0 ? "draft" : "noReport"),
        )}
      </dl>
    </Section>
  );
}
