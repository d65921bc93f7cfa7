import { Button, Checkbox, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import type { Review } from "../review-frame.tsx";
import { newKey, useActs } from "../use-acts.ts";
import { useMapWords } from "./map-words.ts";
import type { EvidenceMap } from "./replies.ts";
import style from "./synthesis.module.css";

type Both = { readonly review: Review; readonly map: EvidenceMap };

/** Keeps the two fields under a name, and lets kept ones go. */
export function KeepMap({ review, map }: Both) {
  const say = useWords("review-synthesis");
  const acts = useActs(review.id);
  const [title, setTitle] = useState("");
  if (!map.mayKeep) return null;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await acts.record({
      kind: "map.defined",
      id: newKey(),
      title,
      rows: map.rows.id,
      columns: map.columns.id,
    });
    if (done) setTitle("");
  };
  return (
    <details data-print="hide">
      <summary>{say("map.keep")}</summary>
      <form onSubmit={send} className={style["form"]}>
        <TextInput
          label={say("map.keepTitle")}
          value={title}
          required
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" loading={acts.running}>
          {say("map.keepNow")}
        </Button>
      </form>
      {map.kept.map((one) => (
        <p key={one.id} className={style["line"]}>
          {one.title}
          <Button
            variant="default"
            size="compact-xs"
            loading={acts.running}
            onClick={() => void acts.record({ kind: "map.removed", id: one.id })}
          >
            {say("map.letGo")}
          </Button>
        </p>
      ))}
      <ProblemList problems={acts.problems} />
    </details>
  );
}

/** What the searches left out, so that a gap is not read into it. */
export function LeaveOut({ review, map }: Both) {
  const say = useWords("review-synthesis");
  if (!map.mayLeaveOut) return null;
  return (
    <details data-print="hide">
      <summary>{say("map.leave")}</summary>
      <p>{say("map.leaveHint")}</p>
      <LeaveForm key={`rows ${map.rows.id}`} review={review} map={map} side="rows" />
      {map.columns.id === map.rows.id ? null : (
        <LeaveForm key={`columns ${map.columns.id}`} review={review} map={map} side="columns" />
      )}
    </details>
  );
}

function LeaveForm({ review, map, side }: Both & { readonly side: "rows" | "columns" }) {
  const say = useWords("review-synthesis");
  const words = useMapWords();
  const acts = useActs(review.id);
  const field = map[side];
  const standing = map.leftOut.find((one) => one.field === field.id);
  const [values, setValues] = useState<readonly string[]>(standing?.values ?? []);
  const [reason, setReason] = useState(standing?.reason ?? "");
  const send = (event: FormEvent) => {
    event.preventDefault();
    void acts.record({ kind: "search.left-out", field: field.id, values: [...values], reason });
  };
  return (
    <form onSubmit={send} className={style["form"]}>
      <fieldset className={style["boxes"]}>
        <legend>{words.field(field)}</legend>
        {field.values.map((value) => (
          <Checkbox
            key={value.id}
            label={words.value(field.id, value)}
            checked={values.includes(value.id)}
            onChange={(event) =>
              setValues(
                event.currentTarget.checked
                  ? [...values, value.id]
                  : values.filter((one) => one !== value.id),
              )
            }
          />
        ))}
      </fieldset>
      <TextInput
        label={say("map.leaveReason")}
        value={reason}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={acts.running}>
        {say("map.leaveNow", { field: words.field(field) })}
      </Button>
      <ProblemList problems={acts.problems} />
    </form>
  );
}
