import { getRouteApi } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import type { Instrument } from "#records";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered } from "../../shared/states.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import style from "./appraisal.module.css";
import { AppraisalNav } from "./bench-nav.tsx";
import { ChooseDefinition } from "./choose-definition.tsx";
import { InstrumentBuilder } from "./instrument-builder.tsx";
import { useWording } from "./wording.ts";

const route = getRouteApi("/reviews/$id/appraisal/instruments");
type Defined = CallReply<typeof routes.reviewInstruments>["instruments"][number];

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
            {({ instruments, mayDefine }) => {
              const from = instruments.find(({ instrument: one }) => `${one.id} ${one.version}` === edit);
              return edit !== undefined && mayDefine ? (
                <InstrumentBuilder
                  review={review}
                  start={(from?.instrument ?? null) as Instrument | null}
                  isUsed={from?.used ?? false}
                />
              ) : (
                <>
                  {mayDefine ? (
                    <p>
                      <StateLink search={() => ({ edit: "new" })}>{say("instruments.make")}</StateLink>
                    </p>
                  ) : null}
                  {instruments.map((one) => (
                    <OneInstrument
                      key={`${one.instrument.id} ${one.instrument.version}`}
                      review={review}
                      defined={one}
                      mayDefine={mayDefine}
                    />
                  ))}
                </>
              );
            }}
          </Answered>
        </>
      )}
    </ReviewFrame>
  );
}

function OneInstrument(props: {
  readonly review: Review;
  readonly defined: Defined;
  readonly mayDefine: boolean;
}) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const { instrument, state, stands, used } = props.defined;
  const items = instrument.sections.flatMap((section) => section.items);
  return (
    <Section title={word(instrument.title)} note={word(instrument.note)}>
      <p>
        {say("instruments.facts", {
          id: instrument.id,
          version: instrument.version,
          items: items.length,
          sections: instrument.sections.length,
        })}{" "}
        {say(stands ? "defined.stands" : `defined.${state}`)} {used ? say("defined.used") : null}
      </p>
      {instrument.source ? <p className={style["hint"]}>{instrument.source}</p> : null}
      {props.mayDefine && !stands ? (
        <ChooseDefinition
          review={props.review}
          name={`${instrument.id} ${instrument.version}`}
          define={{ kind: "instrument.defined", instrument }}
          isTaken={state === "taken"}
          people={2}
          labels={{ people: say("choose.appraisers"), button: say("instruments.use") }}
          amend={(protocol, appraisers) => ({
            ...protocol,
            appraisal: { instrument: instrument.id, version: instrument.version, appraisers },
          })}
        />
      ) : null}
      {props.mayDefine ? (
        <p>
          <StateLink search={() => ({ edit: `${instrument.id} ${instrument.version}` })}>
            {say(used || state === "ready" ? "instruments.changeNew" : "instruments.change")}
          </StateLink>
        </p>
      ) : null}
      <details>
        <summary>{say("instruments.read")}</summary>
        <ReadInstrument instrument={instrument} />
      </details>
    </Section>
  );
}

function ReadInstrument({ instrument }: { readonly instrument: Defined["instrument"] }) {
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
