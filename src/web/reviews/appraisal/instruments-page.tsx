import { getRouteApi } from "@tanstack/react-router";
import { routes } from "#contract";
import type { Instrument } from "#records";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Answered } from "../../shared/states.tsx";
import { ReviewFrame } from "../review-frame.tsx";
import style from "./appraisal.module.css";
import { AppraisalNav } from "./bench-nav.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { InstrumentBuilder } from "./instrument-builder.tsx";
import { useWording } from "./wording.ts";

const route = getRouteApi("/reviews/$id/appraisal/instruments");

/** Instruments to choose from, to look at, to change under a new version, and to make. */
export function InstrumentsPage() {
  const say = useWords("review-appraisal");
  const { id } = route.useParams();
  const { edit } = route.useSearch();
  const answer = useApi(routes.reviewInstruments, { params: { id } }, { keep: true });
  return (
    <ReviewFrame id={id} title={say("instruments.title")} lead={say("instruments.lead")}>
      {(review) => (
        <>
          <AppraisalNav id={id} />
          <Answered answer={answer} lines={8}>
            {({ instruments, mayDefine }) => (
              <DefinitionList
                review={review}
                all={instruments.map(({ instrument, ...one }) => ({
                  ...one,
                  definition: instrument as unknown as Instrument,
                }))}
                mayDefine={mayDefine}
                edit={edit}
                words={{
                  make: say("instruments.make"),
                  used: say("defined.used"),
                  people: say("choose.appraisers"),
                  use: say("instruments.use"),
                  change: say("instruments.change"),
                  changeNew: say("instruments.changeNew"),
                  read: say("instruments.read"),
                }}
                facts={({ version, sections }) =>
                  say("instruments.facts", {
                    version,
                    items: sections.flatMap(({ items }) => items).length,
                    sections: sections.length,
                  })
                }
                define={(instrument) => ({ kind: "instrument.defined", instrument: instrument as never })}
                amend={(protocol, instrument, appraisers) => ({
                  ...protocol,
                  appraisal: { instrument: instrument.id, version: instrument.version, appraisers },
                })}
                build={(from) => (
                  <InstrumentBuilder
                    review={review}
                    start={from?.definition ?? null}
                    isUsed={from?.used ?? false}
                  />
                )}
                content={(instrument) => <ReadInstrument instrument={instrument} />}
              />
            )}
          </Answered>
        </>
      )}
    </ReviewFrame>
  );
}

function ReadInstrument({ instrument }: { readonly instrument: Instrument }) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const format = useFormat();
  return (
    <>
      <p>
        {say("labelled", {
          label: say("builder.scale"),
          value: format.list(instrument.scale.map(({ label }) => word(label))),
        })}
        . {say("labelled", { label: say("builder.rule"), value: say(`rule.${instrument.rule.kind}`) })}.
      </p>
      {instrument.sections.map((section) => (
        <section key={section.id}>
          <h4>
            {word(section.title)}{" "}
            <span className={style["hint"]}>
              {say("builder.weightIs", { weight: format.number(section.weight) })}
            </span>
          </h4>
          <ul>
            {section.items.map((item) => (
              <li key={item.id}>
                {word(item.text)} <code className={style["hint"]}>{item.id}</code>
                {item.quote === "required" ? ` ${say("item.quoteNeeded")}` : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        {format.list(
          instrument.grades.map(({ label, from }) =>
            say("builder.gradeFrom", { grade: word(label), from: format.number(from) }),
          ),
        )}
      </p>
    </>
  );
}
