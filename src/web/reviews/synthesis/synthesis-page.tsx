import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import { AnswersTables } from "./answers-tables.tsx";
import { FindingEntry } from "./finding-entry.tsx";
import { FindingForm } from "./finding-form.tsx";
import { RemovedFindings } from "./removed-findings.tsx";
import type { Synthesis } from "./replies.ts";
import { SynthesisNav } from "./synthesis-nav.tsx";
import { ThemesView } from "./themes-view.tsx";

const route = getRouteApi("/reviews/$id/synthesis");

/** Questions, themes and findings of a review, written in place, each with what it rests on. */
export function SynthesisPage() {
  const say = useWords("review-synthesis");
  const { id } = route.useParams();
  return (
    <ReviewFrame id={id} title={say("title")} lead={say("lead")} cite>
      {(review) => <Whole review={review} />}
    </ReviewFrame>
  );
}

function Whole({ review }: { readonly review: Review }) {
  const { view, theme } = route.useSearch();
  const answer = useApi(routes.reviewSynthesis, { params: { id: review.id } }, { keep: true });
  return (
    <>
      <SynthesisNav id={review.id} current={view ?? "findings"} />
      <Answered answer={answer} lines={12}>
        {(synthesis) =>
          view === "themes" ? (
            <ThemesView review={review} synthesis={synthesis} open={theme} />
          ) : view === "answers" ? (
            <AnswersTables review={review.id} synthesis={synthesis} />
          ) : (
            <Findings review={review} synthesis={synthesis} />
          )
        }
      </Answered>
    </>
  );
}

function Findings({ review, synthesis }: { readonly review: Review; readonly synthesis: Synthesis }) {
  const say = useWords("review-synthesis");
  const { edit, theme, record } = route.useSearch();
  const navigate = route.useNavigate();
  const { findings, questions, mayWrite, titles } = synthesis;
  const shown = findings.filter(
    ({ finding, weight, against }) =>
      (theme === undefined || finding.themes.includes(theme)) &&
      (record === undefined || weight.reports.includes(record) || against.reports.includes(record)),
  );
  const begin = (question: string) =>
    navigate({ search: (former) => ({ ...former, edit: `new:${question}` }), resetScroll: false });
  const groups = [
    ...questions.map((question) => ({
      question: question.id,
      title: `${question.id} ${question.text}`,
      ids: [question.id, ...question.subQuestions.map((sub) => sub.id)],
    })),
    { question: "", title: say("noQuestion"), ids: [] as string[] },
  ].map((group) => ({
    ...group,
    findings: shown.filter(({ finding }) =>
      group.question === ""
        ? !questions.some(({ id, subQuestions }) =>
            [id, ...subQuestions.map((sub) => sub.id)].includes(finding.question ?? ""),
          )
        : group.ids.includes(finding.question ?? ""),
    ),
  }));
  const filtered = theme ?? record;
  return (
    <>
      {filtered === undefined ? null : (
        <p>
          {say("onlyOf", {
            what:
              theme === undefined
                ? `${record} ${titles[record ?? ""] ?? ""}`
                : (synthesis.themes.find(({ id }) => id === theme)?.theme.title ?? theme),
          })}{" "}
          <StateLink search={(former) => ({ ...former, theme: undefined, record: undefined })}>
            {say("showAll")}
          </StateLink>
        </p>
      )}
      {findings.length === 0 && edit === undefined ? (
        <EmptyState what={say("empty")} how={say(mayWrite ? "emptyHow" : "emptyOthers")} />
      ) : null}
      {groups.map((group) =>
        group.question === "" && group.findings.length === 0 && !mayWrite ? null : (
          <Section key={group.question} title={group.title}>
            {group.findings.length === 0 && filtered === undefined && group.question !== "" ? (
              <p>{say("unanswered")}</p>
            ) : null}
            {group.findings.map((finding) =>
              edit === finding.id ? (
                <FindingForm
                  key={finding.id}
                  review={review}
                  synthesis={synthesis}
                  id={finding.id}
                  start={finding.finding}
                />
              ) : (
                <FindingEntry key={finding.id} review={review} synthesis={synthesis} finding={finding} />
              ),
            )}
            {edit === `new:${group.question}` ? (
              <FindingForm
                review={review}
                synthesis={synthesis}
                id={null}
                question={group.question || null}
              />
            ) : mayWrite ? (
              <Button variant="default" onClick={() => void begin(group.question)}>
                {group.question === "" ? say("writeAlone") : say("write", { question: group.question })}
              </Button>
            ) : null}
          </Section>
        ),
      )}
      <RemovedFindings review={review} synthesis={synthesis} />
    </>
  );
}
