import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import type { Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import { Certainty } from "./certainty.tsx";
import type { Finding, Synthesis } from "./replies.ts";
import { sentenceIn } from "./sentence-in.ts";
import { SupportEntry } from "./support-entry.tsx";
import style from "./synthesis.module.css";

/** A finding: its sentence, its counts, what it is about, what it rests on and what speaks against it. */
export function FindingEntry(props: {
  readonly review: Review;
  readonly synthesis: Synthesis;
  readonly finding: Finding;
}) {
  const say = useWords("review-synthesis");
  const term = useWords("terms");
  const language = useLanguage();
  const { review, synthesis, finding } = props;
  const { finding: text, weight, against } = finding;
  const entry = useRef<HTMLElement>(null);
  // The address may name a finding that was still being fetched when the browser looked for it.
  useEffect(() => {
    if (window.location.hash === `#finding-${finding.id}`) entry.current?.scrollIntoView();
  }, [finding.id]);
  const codes = new Map(synthesis.codes.map(({ id, name }) => [id, name]));
  const said = sentenceIn(text.text, language);
  const facts = [
    text.side ? say(`side.${text.side}`) : null,
    text.targetGroups.length > 0 ? `${say("targetGroups")}: ${text.targetGroups.join(", ")}` : null,
    text.beneficiaries.length > 0 ? `${say("beneficiaries")}: ${text.beneficiaries.join(", ")}` : null,
    text.branches.length > 0 ? text.branches.map((one) => say(`branch.${one}`)).join(", ") : null,
    text.regions.length > 0 ? text.regions.map((one) => term(`region.${one}`)).join(", ") : null,
    text.nature ? say(`nature.${text.nature}`) : null,
    text.attribution ? say(`attribution.${text.attribution}`) : null,
  ].filter((one) => one !== null);
  return (
    <article ref={entry} className={style["entry"]} id={`finding-${finding.id}`}>
      <h3 lang={said.language}>{said.text}</h3>
      <p className={style["line"]}>
        <span className={style["hint"]}>{say(`kind.${text.kind}`)}</span>
        <span className={style["hint"]}>
          {say("counts", { count: weight.passages, units: units(say, synthesis.unit, weight.units) })}
        </span>
        {against.passages > 0 ? (
          <span className={style["hint"]}>
            {say("countsAgainst", {
              count: against.passages,
              units: units(say, synthesis.unit, against.units),
            })}
          </span>
        ) : null}
        {text.authorsView ? <span className={style["mark"]}>{say("authorsView")}</span> : null}
        {finding.singleSource ? <span className={style["mark"]}>{say("singleSource")}</span> : null}
        {weight.passages === 0 && !text.authorsView ? (
          <span className={style["warn"]}>{say("restsOnNothing")}</span>
        ) : null}
        {finding.lost > 0 ? (
          <span className={style["warn"]}>{say("lostCount", { count: finding.lost })}</span>
        ) : null}
      </p>
      {facts.length > 0 ? <p className={style["hint"]}>{facts.join(" · ")}</p> : null}
      {text.themes.length > 0 ? (
        <p className={style["line"]}>
          <span className={style["hint"]}>{say("themes")}</span>
          {text.themes.map((theme) => (
            <StateLink key={theme} search={() => ({ view: "themes", theme })}>
              {synthesis.themes.find(({ id }) => id === theme)?.theme.title ?? theme}
            </StateLink>
          ))}
        </p>
      ) : null}
      {finding.supports.length > 0 ? (
        <details>
          <summary>{say("restsOn", { count: finding.supports.length })}</summary>
          {finding.supports.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it is, never put in order
            <SupportEntry key={at} one={one} codes={codes} />
          ))}
        </details>
      ) : null}
      {finding.deviant.length > 0 ? (
        <details>
          <summary>{say("against", { count: finding.deviant.length })}</summary>
          {finding.deviant.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it is, never put in order
            <SupportEntry key={at} one={one} codes={codes} />
          ))}
        </details>
      ) : null}
      <Certainty review={review.id} finding={finding} mayJudge={synthesis.mayJudge} />
      <Former review={review} synthesis={synthesis} finding={finding} />
      {synthesis.mayWrite ? <Change review={review} synthesis={synthesis} finding={finding} /> : null}
    </article>
  );
}

const units = (say: ReturnType<typeof useWords>, unit: "report" | "project", count: number): string =>
  unit === "project" ? say("projects", { count }) : say("reports", { count });

/** The words it had, each of which can be written again. */
function Former({ review, synthesis, finding }: { review: Review; synthesis: Synthesis; finding: Finding }) {
  const say = useWords("review-synthesis");
  const format = useFormat();
  const language = useLanguage();
  const acts = useActs(review.id);
  if (finding.former.length === 0) return null;
  return (
    <details>
      <summary>{say("former", { count: finding.former.length })}</summary>
      <ul>
        {finding.former.map((one) => (
          <li key={one.at}>
            {format.dateTime(one.at)} {one.by}: {sentenceIn(one.finding.text, language).text}{" "}
            {synthesis.mayWrite ? (
              <Button
                variant="default"
                size="compact-xs"
                loading={acts.running}
                onClick={() =>
                  void acts.record({ kind: "finding.written", id: finding.id, finding: one.finding })
                }
              >
                {say("formerAgain")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemList problems={acts.problems} />
    </details>
  );
}

function Change({ review, synthesis, finding }: { review: Review; synthesis: Synthesis; finding: Finding }) {
  const say = useWords("review-synthesis");
  const acts = useActs(review.id);
  const [removing, setRemoving] = useState(false);
  const [reason, setReason] = useState("");
  // Places are counted over all findings; a step goes past the neighbour with the same question.
  const order = synthesis.findings;
  const alike = order.filter((one) => one.finding.question === finding.finding.question);
  const here = alike.findIndex(({ id }) => id === finding.id);
  const moveTo = (neighbour: Finding | undefined) =>
    neighbour &&
    void acts.record({
      kind: "finding.moved",
      id: finding.id,
      position: order.findIndex(({ id }) => id === neighbour.id),
    });
  const [before, after] = [alike[here - 1], alike[here + 1]];
  return (
    <>
      <p className={style["line"]} data-print="hide">
        <StateLink search={(former) => ({ ...former, edit: finding.id })}>{say("edit")}</StateLink>
        {before ? (
          <Button variant="default" size="compact-sm" loading={acts.running} onClick={() => moveTo(before)}>
            {say("up")}
          </Button>
        ) : null}
        {after ? (
          <Button variant="default" size="compact-sm" loading={acts.running} onClick={() => moveTo(after)}>
            {say("down")}
          </Button>
        ) : null}
        <Button variant="default" size="compact-sm" onClick={() => setRemoving(!removing)}>
          {say("remove")}
        </Button>
      </p>
      {removing ? (
        <form
          className={style["form"]}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void acts.record({ kind: "finding.removed", id: finding.id, reason });
          }}
        >
          <TextInput
            label={say("removeReason")}
            value={reason}
            required
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" loading={acts.running}>
            {say("removeNow")}
          </Button>
        </form>
      ) : null}
      <ProblemList problems={acts.problems} />
    </>
  );
}
