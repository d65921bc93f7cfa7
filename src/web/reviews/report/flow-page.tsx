import { Button, TextInput } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { addressOf, routes } from "#contract";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import style from "./report.module.css";
import { ReportPicture } from "./report-picture.tsx";
import { ReportTable } from "./report-table.tsx";

const route = getRouteApi("/reviews/$id/flow");

/** The flow of records as it stands, or as it stood. */
export function FlowPage() {
  const say = useWords("review-report");
  const { id } = route.useParams();
  return (
    <ReviewFrame id={id} title={say("flow.title")} lead={say("flow.lead")} cite>
      {(review) => <Flow review={review} />}
    </ReviewFrame>
  );
}

function Flow({ review }: { readonly review: Review }) {
  const say = useWords("review-report");
  const format = useFormat();
  const lang = useLanguage();
  const { id } = review;
  const { at } = route.useSearch();
  const asked = { ...(at !== undefined && { at }), lang };
  const answer = useApi(routes.reviewFlow, { params: { id }, query: asked }, { keep: true });
  const file = (kind: "svg" | "csv") =>
    addressOf(routes.downloadReviewFlow, { id }, { ...asked, format: kind });
  if (review.counts.records === 0)
    return (
      <EmptyState
        what={say("flow.empty")}
        how={
          <Link to="/reviews/$id/records" params={{ id }}>
            {say("flow.emptyHow")}
          </Link>
        }
      />
    );
  return (
    <>
      <AskPast key={at ?? ""} review={review} at={at ?? ""} />
      <Answered answer={answer} lines={16}>
        {(flow) => (
          <>
            <p className={style["hint"]}>
              {say("flow.after", { event: flow.event, date: flow.at ? format.dateTime(flow.at) : "" })}{" "}
              {say(`flow.unit.${flow.unit}`)}{" "}
              {at === undefined ? null : (
                <StateLink search={(state) => ({ ...state, at: undefined })}>{say("flow.now")}</StateLink>
              )}
            </p>
            {flow.faults.length > 0 ? (
              <div role="alert">
                <p>{say("flow.fault")}</p>
                <ul>
                  {flow.faults.map((fault) => (
                    <li key={fault} lang="en">
                      {fault}
                    </li>
                  ))}
                </ul>
              </div>
            ) : null}
            {flow.picture ? (
              <>
                <ReportPicture picture={flow.picture} />
                <ul className={style["links"]} data-print="hide">
                  <li>
                    <a href={file("svg")} download>
                      {say("flow.svg")}
                    </a>
                  </li>
                  <li>
                    <a href={file("csv")} download>
                      {say("flow.csv")}
                    </a>
                  </li>
                </ul>
              </>
            ) : null}
            <Section title={say("flow.table")} note={say("flow.tableNote")}>
              <ReportTable table={flow.table} />
            </Section>
          </>
        )}
      </Answered>
    </>
  );
}

function AskPast({ review, at }: { readonly review: Review; readonly at: string }) {
  const say = useWords("review-report");
  const navigate = useNavigate();
  const [text, setText] = useState(at);
  return (
    <form
      className={style["past"]}
      data-print="hide"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void navigate({
          to: "/reviews/$id/flow",
          params: { id: review.id },
          search: text.trim() === "" ? {} : { at: text.trim() },
        });
      }}
    >
      <TextInput
        label={say("flow.at")}
        description={say("flow.atNote", { last: review.last })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {say("flow.show")}
      </Button>
    </form>
  );
}
