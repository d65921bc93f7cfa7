import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { Protocol } from "#records";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import style from "../reviews.module.css";
import type { EditorProps } from "./editor-props.ts";
import type { Definitions } from "./use-definitions.ts";

type One = 1 | 2;

/** How many people decide each stage, and by which definitions reports are appraised and extracted. */
export function StagesEditor(props: EditorProps & { readonly definitions: Definitions }) {
  const { protocol, change, definitions } = props;
  const say = useWords("reviews");
  const { stages, appraisal, extraction, coding } = protocol;
  const put = (at: number, given: Partial<Protocol["stages"][number]>) =>
    change({ stages: stages.map((one, index) => (index === at ? { ...one, ...given } : one)) });
  const people = (most: number) =>
    Array.from({ length: most }, (_, n) => ({
      value: String(n + 1),
      label: say("people", { count: n + 1 }),
    }));
  /** One that is named and not found (while the list is fetched, or from a file) stays chosen. */
  const choices = (known: Definitions["forms"], named: string | null) => [
    { value: "", label: say("stage.notPlanned") },
    ...known,
    ...(named !== null && known.every(({ value }) => value !== named)
      ? [{ value: named, label: named }]
      : []),
  ];
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
          <NativeSelect
            label={say("stage.instrument")}
            description={say("stage.instrumentNote")}
            value={appraisal ? `${appraisal.instrument} ${appraisal.version}` : ""}
            onChange={(event) => {
              const [instrument = "", version = ""] = event.currentTarget.value.split(" ");
              change({
                appraisal: instrument
                  ? { instrument, version, appraisers: appraisal?.appraisers ?? 2 }
                  : null,
              });
            }}
            data={choices(
              definitions.instruments,
              appraisal && `${appraisal.instrument} ${appraisal.version}`,
            )}
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
          <NativeSelect
            label={say("stage.form")}
            description={say("stage.formNote")}
            value={extraction ? `${extraction.form} ${extraction.version}` : ""}
            onChange={(event) => {
              const [form = "", version = ""] = event.currentTarget.value.split(" ");
              change({
                extraction: form ? { form, version, extractors: extraction?.extractors ?? 2 } : null,
              });
            }}
            data={choices(definitions.forms, extraction && `${extraction.form} ${extraction.version}`)}
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
