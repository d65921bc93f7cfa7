import { Button, FileButton } from "@mantine/core";
import { useState } from "react";
import { routes } from "#contract";
import type { Sha256 } from "#kernel";
import { useApiAction, useSession } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { holds, type Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import style from "./appraisal.module.css";

/** A report whose text is not held: who may brings it in; everybody else learns what to do without. */
export function AttachReport(props: {
  readonly review: Review;
  readonly record: string;
  readonly text: "held" | "withheld" | "none";
  /** What is said of a report that is not held, where passages cannot be typed instead. */
  readonly told?: string;
}) {
  const say = useWords("review-appraisal");
  const { may } = useSession();
  const read = useApiAction(routes.importReport);
  const acts = useActs(props.review.id);
  const [done, setDone] = useState<string | null>(null);
  if (props.text === "held") return null;
  if (props.text === "withheld") return <p role="note">{say("text.withheld")}</p>;
  const isAllowed = may(routes.importReport) && holds(props.review, "owner", "reviewer", "adjudicator");
  const take = async (file: File | null) => {
    if (!file) return;
    const outcome = await read.run({
      query: { name: file.name, origin: props.review.origin },
      upload: file,
    });
    const source = outcome?.ids.find((one) => /^[0-9a-f]{64}$/.test(one));
    if (!source) return;
    const recorded = await acts.record({
      kind: "record.edited",
      record: props.record,
      edit: { document: source as Sha256 },
      reason: say("text.attachReason", { name: file.name }),
    });
    if (recorded) setDone(file.name);
  };
  return (
    <div className={style["note"]} role="note">
      <p>{props.told ?? say("text.none")}</p>
      {isAllowed ? (
        <FileButton onChange={take} accept=".pdf,.docx,.html,.htm,.txt,.md">
          {(button) => (
            <Button variant="default" loading={read.running || acts.running} {...button}>
              {say("text.attach")}
            </Button>
          )}
        </FileButton>
      ) : (
        <p>{say("text.askOwner")}</p>
      )}
      <ProblemList problems={[...read.problems, ...acts.problems]} />
      {done ? <p role="status">{say("text.attached", { name: done })}</p> : null}
    </div>
  );
}
