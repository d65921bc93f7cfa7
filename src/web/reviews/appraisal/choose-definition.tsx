import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Protocol } from "#records";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import type { Review } from "../review-frame.tsx";
import { type Act, useActs } from "../use-acts.ts";
import style from "./appraisal.module.css";

/** Makes a definition the one that stands: takes it into the review and amends the protocol, both at once. */
export function ChooseDefinition(props: {
  readonly review: Review;
  readonly name: string;
  readonly define: Act;
  readonly isTaken: boolean;
  readonly people: 1 | 2;
  readonly labels: { readonly people: string; readonly button: string };
  readonly amend: (protocol: Protocol, people: 1 | 2) => Protocol;
}) {
  const say = useWords("review-appraisal");
  const acts = useActs(props.review.id);
  const [people, setPeople] = useState<1 | 2>(props.people);
  const protocol = props.review.protocol as unknown as Protocol | null;
  if (protocol === null) return <p className={style["hint"]}>{say("choose.noProtocol")}</p>;
  return (
    <div>
      <p className={style["line"]}>
        <NativeSelect
          size="xs"
          aria-label={props.labels.people}
          value={String(people)}
          onChange={(event) => setPeople(Number(event.currentTarget.value) as 1 | 2)}
          data={([1, 2] as const).map((count) => ({
            value: String(count),
            label: say("choose.people", { count }),
          }))}
        />
        <Button
          size="compact-md"
          loading={acts.running}
          onClick={() =>
            void acts.record(...(props.isTaken ? [] : [props.define]), {
              kind: "protocol.set",
              protocol: props.amend(protocol, people) as never,
              reason: say("choose.reason", { name: props.name }),
            })
          }
        >
          {props.labels.button}
        </Button>
      </p>
      <ProblemList problems={acts.problems} />
    </div>
  );
}
