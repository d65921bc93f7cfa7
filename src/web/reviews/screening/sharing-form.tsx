import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { CallReply, routes } from "#contract";
import { type ScreeningStage, type SharingWay, sharingWays } from "#records";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import type { Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import { recordsIn } from "./records-in.ts";
import style from "./screening.module.css";

type Members = CallReply<typeof routes.screeningProgress>["members"];

/** Gives records to people: all that wait or those named, evenly or to each. */
export function SharingForm(props: {
  readonly review: Review;
  readonly stage: ScreeningStage;
  readonly members: Members;
}) {
  const say = useWords("review-screening");
  const { review, stage, members } = props;
  const acts = useActs(review.id);
  const reviewers = members.filter(({ left }) => !left);
  const left = members.filter((one) => one.left);
  const [chosen, setChosen] = useState<readonly string[]>(reviewers.map(({ account }) => account));
  const [how, setHow] = useState<SharingWay>("even");
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [from, setFrom] = useState("");
  const share = (event: FormEvent) => {
    event.preventDefault();
    const records = text.trim() === "" ? null : recordsIn(text);
    if (text.trim() !== "" && records === null) return setWrong(say("sharing.unreadable"));
    setWrong(null);
    void acts.record({
      kind: "screening.assigned",
      stage,
      records: records === null ? null : [...records],
      members: [...chosen],
      how,
    });
  };
  return (
    <details className={style["panel"]}>
      <summary>{say("sharing.title")}</summary>
      <form className={style["form"]} onSubmit={share}>
        <fieldset className={style["boxes"]}>
          <legend>{say("sharing.who")}</legend>
          {reviewers.map(({ account, name }) => (
            <Checkbox
              key={account}
              label={name}
              checked={chosen.includes(account)}
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked
                    ? [...chosen, account]
                    : chosen.filter((one) => one !== account),
                )
              }
            />
          ))}
        </fieldset>
        <NativeSelect
          label={say("sharing.way")}
          value={how}
          onChange={(event) => setHow(event.currentTarget.value as SharingWay)}
          data={sharingWays.map((way) => ({ value: way, label: say(`sharing.way.${way}`) }))}
        />
        <TextInput
          label={say("sharing.records")}
          description={say("sharing.recordsHint")}
          value={text}
          error={wrong}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" loading={acts.running}>
          {say(chosen.length === 0 ? "sharing.open" : "sharing.do")}
        </Button>
      </form>
      {[...reviewers, ...left].length > 1 ? (
        <form
          className={style["form"]}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            if (from !== "")
              void acts.record({
                kind: "screening.reassigned",
                stage,
                from,
                to: chosen.filter((one) => one !== from),
              });
          }}
        >
          <NativeSelect
            label={say("sharing.from")}
            description={say("sharing.fromHint")}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            data={[
              { value: "", label: "–" },
              ...[...left, ...reviewers].map(({ account, name }) => ({ value: account, label: name })),
            ]}
          />
          <Button type="submit" variant="default" loading={acts.running}>
            {say("sharing.give")}
          </Button>
        </form>
      ) : null}
      <ProblemList problems={acts.problems} />
    </details>
  );
}
