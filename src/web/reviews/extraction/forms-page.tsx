import { getRouteApi } from "@tanstack/react-router";
import { routes } from "#contract";
import type { ExtractionForm } from "#records";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Answered } from "../../shared/states.tsx";
import { ExtractionNav } from "../appraisal/bench-nav.tsx";
import { DefinitionList } from "../appraisal/definition-list.tsx";
import { useWording } from "../appraisal/wording.ts";
import { ReviewFrame } from "../review-frame.tsx";
import { WideTable } from "../wide-table.tsx";
import { FormBuilder } from "./form-builder.tsx";

const route = getRouteApi("/reviews/$id/extraction/form");

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
            {({ forms, mayDefine }) => (
              <DefinitionList
                review={review}
                all={forms.map(({ form, ...one }) => ({
                  ...one,
                  definition: form as unknown as ExtractionForm,
                }))}
                mayDefine={mayDefine}
                edit={edit}
                words={{
                  make: say("forms.make"),
                  used: say("defined.usedForm"),
                  people: say("choose.extractors"),
                  use: say("forms.use"),
                  change: say("forms.change"),
                  changeNew: say("forms.changeNew"),
                  read: say("forms.read"),
                }}
                facts={({ version, fields }) => say("forms.facts", { version, count: fields.length })}
                define={(form) => ({ kind: "form.defined", form: form as never })}
                amend={(protocol, form, extractors) => ({
                  ...protocol,
                  extraction: { form: form.id, version: form.version, extractors },
                })}
                build={(from) => (
                  <FormBuilder
                    review={review}
                    start={from?.definition ?? null}
                    isUsed={from?.used ?? false}
                  />
                )}
                content={(form) => <Fields form={form} />}
              />
            )}
          </Answered>
        </>
      )}
    </ReviewFrame>
  );
}

function Fields({ form }: { readonly form: ExtractionForm }) {
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
