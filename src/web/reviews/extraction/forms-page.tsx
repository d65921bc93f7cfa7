import { getRouteApi } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import type { ExtractionForm } from "#records";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered } from "../../shared/states.tsx";
import style from "../appraisal/appraisal.module.css";
import { ExtractionNav } from "../appraisal/bench-nav.tsx";
import { ChooseDefinition } from "../appraisal/choose-definition.tsx";
import { useWording } from "../appraisal/wording.ts";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import { WideTable } from "../wide-table.tsx";
import { FormBuilder } from "./form-builder.tsx";

const route = getRouteApi("/reviews/$id/extraction/form");
type Defined = CallReply<typeof routes.reviewForms>["forms"][number];

/** Forms to choose from, to look at, to change under a new version, and to make. */
export function FormsPage() {
  const say = useWords("review-appraisal");
  const { id } = route.useParams();
  const { edit } = route.useSearch();
  const answer = useApi(routes.reviewForms, { params: { id } }, { keep: true });
  return (
    <ReviewFrame id={id} title={say("forms.title")} lead={say("forms.lead")}>
      {(review) => (
        <>
          <ExtractionNav id={id} />
          <Answered answer={answer} lines={8}>
            {({ forms, mayDefine }) => {
              const from = forms.find(({ form: one }) => `${one.id} ${one.version}` === edit);
              return edit !== undefined && mayDefine ? (
                <FormBuilder
                  review={review}
                  start={(from?.form ?? null) as ExtractionForm | null}
                  isUsed={from?.used ?? false}
                />
              ) : (
                <>
                  {mayDefine ? (
                    <p>
                      <StateLink search={() => ({ edit: "new" })}>{say("forms.make")}</StateLink>
                    </p>
                  ) : null}
                  {forms.map((one) => (
                    <OneForm
                      key={`${one.form.id} ${one.form.version}`}
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

function OneForm(props: { readonly review: Review; readonly defined: Defined; readonly mayDefine: boolean }) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const { form, state, stands, used } = props.defined;
  return (
    <Section title={word(form.title)} note={word(form.note)}>
      <p>
        {say("forms.facts", { id: form.id, version: form.version, count: form.fields.length })}{" "}
        {say(stands ? "defined.stands" : `defined.${state}`)} {used ? say("defined.usedForm") : null}
      </p>
      {form.source ? <p className={style["hint"]}>{form.source}</p> : null}
      {props.mayDefine && !stands ? (
        <ChooseDefinition
          review={props.review}
          name={`${form.id} ${form.version}`}
          define={{ kind: "form.defined", form }}
          isTaken={state === "taken"}
          people={2}
          labels={{ people: say("choose.extractors"), button: say("forms.use") }}
          amend={(protocol, extractors) => ({
            ...protocol,
            extraction: { form: form.id, version: form.version, extractors },
          })}
        />
      ) : null}
      {props.mayDefine ? (
        <p>
          <StateLink search={() => ({ edit: `${form.id} ${form.version}` })}>
            {say(used || state === "ready" ? "forms.changeNew" : "forms.change")}
          </StateLink>
        </p>
      ) : null}
      <details>
        <summary>{say("forms.read")}</summary>
        <Fields form={form} />
      </details>
    </Section>
  );
}

function Fields({ form }: { readonly form: Defined["form"] }) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const format = useFormat();
  return (
    <WideTable label={say("forms.read")}>
      <table>
        <caption className="visually-hidden">{say("forms.read")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("builder.short")}</th>
            <th scope="col">{say("builder.label")}</th>
            <th scope="col">{say("builder.kind")}</th>
            <th scope="col">{say("builder.options")}</th>
            <th scope="col">{say("builder.demands")}</th>
          </tr>
        </thead>
        <tbody>
          {form.fields.map((field) => (
            <tr key={field.id}>
              <th scope="row">
                <code>{field.id}</code>
              </th>
              <td>{word(field.label)}</td>
              <td>{say(`kind.${field.kind}`)}</td>
              <td>
                {field.options.length > 12
                  ? say("builder.manyOptions", { count: field.options.length })
                  : format.list(field.options.map(({ label }) => word(label)))}
              </td>
              <td>
                {[
                  field.required ? say("field.required") : null,
                  field.passage === "required" ? say("field.passageNeeded") : null,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
