import { NativeSelect } from "@mantine/core";
import { readingStoppingRules } from "#records";
import { stoppingRules } from "#statistics";
import { useWords } from "../../i18n.ts";
import type { EditorProps } from "./editor-props.ts";
import { useRuleName } from "./use-rule-name.ts";

const aims = { targetRecall: 0.95, confidence: 0.95 } as const;

/** Whether reading may end before the last record, by which rule, and what that rule promises. */
export function StoppingEditor({ protocol, change }: EditorProps) {
  const say = useWords("reviews");
  const nameOf = useRuleName();
  const { stopping, order } = protocol;
  const known: readonly string[] = readingStoppingRules;
  const rules = stopping && !known.includes(stopping.rule) ? [...known, stopping.rule] : known;
  const promise = readingStoppingRules.find((rule) => rule === stopping?.rule);
  const needsOrder = order === "as-listed" && stopping === null;
  return (
    <NativeSelect
      label={say("protocol.stopping")}
      description={
        needsOrder
          ? say("protocol.stoppingNeedsOrder")
          : promise
            ? say(`protocol.promise.${stoppingRules[promise].guarantee}`, {
                recall: Math.round((stopping?.targetRecall ?? aims.targetRecall) * 100),
                confidence: Math.round((stopping?.confidence ?? aims.confidence) * 100),
              })
            : say("protocol.stoppingNote")
      }
      disabled={needsOrder}
      value={stopping?.rule ?? ""}
      onChange={(event) => {
        const rule = event.currentTarget.value;
        change({ stopping: rule === "" ? null : { ...aims, ...stopping, rule } });
      }}
      data={[
        { value: "", label: say("protocol.readAll") },
        ...rules.map((value) => ({ value, label: nameOf(value) })),
      ]}
    />
  );
}
