import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { Protocol } from "#records";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import style from "../reviews.module.css";
import type { EditorProps } from "./editor-props.ts";

type One = 1 | 2;

/** How many people decide each stage, and by which definitions reports are appraised and extracted. */
export function StagesEditor({ protocol, change }: EditorProps) {
  const say = useWords("reviews");
  const { stages, appraisal, extraction, coding } = protocol;
  const put = (at: number, given: Partial<Protocol["stages"][number]>) =>
    change({ stages: stages.map((one, index) => (index === at ? { ...one, ...given } : one)) });
  const people = (most: number) =>
    Array.from({ length: most }, (_, n) => ({
      value: String(n + 1),
      label: say("people", { count: n + 1 }),
    }));
  return (
    <Section title={say("protocol.stages")} note={say("protocol.stagesNote")}>
      <div className={style["columns"]}>
        {stages.map((plan, at) => (
          <fieldset key={plan.stage} className={style["boxes"]}>
            <legend>{say(`stage.${plan.stage}`)}</legend>
            <Checkbox
              label={say("stage.used")}
              checked={plan.used}
              onChange={(event) => put(at, { used: event.currentTarget.checked })}
            />
            <NativeSelect
              label={say("stage.reviewers")}
              value={String(plan.reviewers)}
              disabled={!plan.used}
              onChange={(event) => put(at, { reviewers: Number(event.currentTarget.value) as 1 | 2 | 3 })}
              data={people(3)}
            />
            <Checkbox
              label={say("stage.blind")}
              description={say("stage.blindNote")}
              checked={plan.blind}
              disabled={!plan.used || plan.reviewers === 1}
              onChange={(event) => put(at, { blind: event.currentTarget.checked })}
            />
          </fieldset>
        ))}
        <fieldset className={style["boxes"]}>
          <legend>{say("stage.appraisal")}</legend>
          <TextInput
            label={say("stage.instrument")}
            description={say("stage.instrumentNote")}
            value={appraisal?.instrument ?? ""}
            onChange={(event) => {
              const instrument = event.currentTarget.value;
              change({
                appraisal: instrument
                  ? { instrument, version: appraisal?.version ?? "1", appraisers: appraisal?.appraisers ?? 2 }
                  : null,
              });
            }}
          />
          <TextInput
            label={say("stage.version")}
            value={appraisal?.version ?? ""}
            disabled={appraisal === null}
            onChange={(event) =>
              appraisal && change({ appraisal: { ...appraisal, version: event.currentTarget.value } })
            }
          />
          <NativeSelect
            label={say("stage.appraisers")}
            value={String(appraisal?.appraisers ?? 2)}
            disabled={appraisal === null}
            onChange={(event) =>
              appraisal &&
              change({ appraisal: { ...appraisal, appraisers: Number(event.currentTarget.value) as One } })
            }
            data={people(2)}
          />
        </fieldset>
        <fieldset className={style["boxes"]}>
          <legend>{say("stage.extraction")}</legend>
          <TextInput
            label={say("stage.form")}
            description={say("stage.formNote")}
            value={extraction?.form ?? ""}
            onChange={(event) => {
              const form = event.currentTarget.value;
              change({
                extraction: form
                  ? { form, version: extraction?.version ?? "1", extractors: extraction?.extractors ?? 2 }
                  : null,
              });
            }}
          />
          <TextInput
            label={say("stage.version")}
            value={extraction?.version ?? ""}
            disabled={extraction === null}
            onChange={(event) =>
              extraction && change({ extraction: { ...extraction, version: event.currentTarget.value } })
            }
          />
          <NativeSelect
            label={say("stage.extractors")}
            value={String(extraction?.extractors ?? 2)}
            disabled={extraction === null}
            onChange={(event) =>
              extraction &&
              change({ extraction: { ...extraction, extractors: Number(event.currentTarget.value) as One } })
            }
            data={people(2)}
          />
        </fieldset>
        <fieldset className={style["boxes"]}>
          <legend>{say("stage.coding")}</legend>
          <TextInput
            label={say("stage.frame")}
            description={say("stage.frameNote")}
            value={coding?.frame ?? ""}
            onChange={(event) => {
              const frame = event.currentTarget.value;
              change({ coding: frame ? { frame, coders: coding?.coders ?? 2 } : null });
            }}
          />
          <NativeSelect
            label={say("stage.coders")}
            value={String(coding?.coders ?? 2)}
            disabled={coding === null}
            onChange={(event) =>
              coding && change({ coding: { ...coding, coders: Number(event.currentTarget.value) as One } })
            }
            data={people(2)}
          />
        </fieldset>
      </div>
    </Section>
  );
}
