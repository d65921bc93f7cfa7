import { Button, NativeSelect } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { type CallReply, routes } from "#contract";
import type { Anchor, ExtractionCell, ExtractionForm, ExtractionRow } from "#records";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Answered } from "../../shared/states.tsx";
import style from "../appraisal/appraisal.module.css";
import type { BenchTools } from "../appraisal/bench.tsx";
import { ratingWish } from "../appraisal/rating-keys.ts";
import type { Review } from "../review-frame.tsx";
import { emptyRow } from "./row-form.tsx";

type Proposal = CallReply<typeof routes.extractionProposals>["proposals"][number];

/** What a proposal makes of the form: its words and its kind where fields ask for them. */
function rowOf(form: ExtractionForm, proposal: Proposal): ExtractionRow {
  const anchor = proposal.anchor as unknown as Anchor;
  const cells: [string, ExtractionCell][] = [];
  const cell = (value: string): ExtractionCell => ({
    value,
    missing: null,
    anchor: null,
    typed: null,
    note: null,
  });
  for (const { id, fill, options, kind } of form.fields) {
    if (fill === "passage-text") cells.push([id, cell(anchor.quote)]);
    if (fill === "passage-kind" && options.some((one) => one.id === proposal.kind))
      cells.push([id, kind === "choices" ? { ...cell(""), value: [proposal.kind] } : cell(proposal.kind)]);
  }
  return { ...emptyRow(), anchor, proposal: anchor.passage, cells: Object.fromEntries(cells) };
}

/**
 * Passages the reader found, marked as proposals; each becomes a row by one key. Nothing of them counts before.
 */
export function ProposalsList(props: {
  readonly review: Review;
  readonly record: string;
  readonly form: ExtractionForm;
  readonly tools: BenchTools;
  readonly onTake: (row: ExtractionRow) => Promise<boolean>;
  readonly onEdit: (row: ExtractionRow) => void;
}) {
  const say = useWords("review-appraisal");
  const answer = useApi(
    routes.extractionProposals,
    { params: { id: props.review.id, record: props.record } },
    { keep: true },
  );
  return (
    <details open>
      <summary>{say("proposals.title", { count: answer.value?.proposals.length ?? 0 })}</summary>
      <Answered answer={answer} lines={4}>
        {({ proposals, taken }) =>
          proposals.length === 0 ? (
            <p className={style["hint"]}>{say(taken > 0 ? "proposals.allTaken" : "proposals.none")}</p>
          ) : (
            <Proposals {...props} proposals={proposals} />
          )
        }
      </Answered>
    </details>
  );
}

function Proposals(props: Parameters<typeof ProposalsList>[0] & { readonly proposals: readonly Proposal[] }) {
  const say = useWords("review-appraisal");
  const term = useWords("terms");
  const format = useFormat();
  const { form, tools, onTake, onEdit } = props;
  const [kind, setKind] = useState("");
  const [current, setCurrent] = useState<string | null>(null);
  const frame = useRef<HTMLOListElement>(null);
  const kinds = [...new Set(props.proposals.map((one) => one.kind))];
  const proposals = props.proposals.filter((one) => kind === "" || one.kind === kind);
  const nameOf = (one: Proposal) => one.anchor.passage ?? "";
  const at = Math.max(
    0,
    proposals.findIndex((one) => nameOf(one) === current),
  );
  const go = (to: number) => {
    const next = proposals[Math.min(proposals.length - 1, Math.max(0, to))];
    if (!next) return;
    setCurrent(nameOf(next));
    tools.show(next.anchor as unknown as Anchor);
  };
  const take = async (one: Proposal) => {
    const next = proposals[proposals.indexOf(one) + 1];
    if ((await onTake(rowOf(form, one))) && next) setCurrent(nameOf(next));
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wish = ratingWish(event);
      const chosen = proposals[at];
      if (wish && "move" in wish) go(at + wish.move);
      else if (wish && "quote" in wish) return;
      else if (chosen && event.key === "t" && ratingWish({ ...keyOf(event), key: "j" })) void take(chosen);
      else return;
      event.preventDefault();
    };
    window.document.addEventListener("keydown", onKey);
    return () => window.document.removeEventListener("keydown", onKey);
  });
  return (
    <>
      <p className={style["hint"]}>{say("proposals.note")}</p>
      <NativeSelect
        size="xs"
        label={say("proposals.kind")}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
        data={[
          { value: "", label: say("proposals.allKinds") },
          ...kinds.map((value) => ({ value, label: term(`kind.${value}`) })),
        ]}
      />
      <ol ref={frame} className={style["plain"]}>
        {proposals.slice(0, 200).map((one, place) => (
          <li key={nameOf(one)} className={style["item"]} data-current={place === at && current !== null}>
            <p className={style["hint"]}>
              {say("proposals.mark")} · {term(`kind.${one.kind}`)}
              {one.label ? ` ${one.label}` : ""} ·{" "}
              {one.anchor.page === null
                ? say("pane.noPage")
                : say("passage.page", { page: format.number(one.anchor.page) })}{" "}
              · {say("proposals.sure", { share: format.percent(one.confidence) })}
            </p>
            <p>{one.anchor.quote.length > 400 ? `${one.anchor.quote.slice(0, 400)}…` : one.anchor.quote}</p>
            <p className={style["line"]}>
              <Button
                size="compact-sm"
                aria-keyshortcuts="t"
                onFocus={() => setCurrent(nameOf(one))}
                onClick={() => void take(one)}
              >
                <span>
                  {say("proposals.take")} <kbd>t</kbd>
                </span>
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onEdit(rowOf(form, one))}>
                {say("proposals.takeAndFill")}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => go(place)}>
                {say("passage.show")}
              </Button>
            </p>
          </li>
        ))}
      </ol>
      {proposals.length > 200 ? (
        <p className={style["hint"]}>{say("proposals.more", { count: proposals.length - 200 })}</p>
      ) : null}
    </>
  );
}

const keyOf = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent) => ({ ctrlKey, metaKey, altKey, target });
