import { NativeSelect } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { folded } from "../folded.ts";
import { useWords } from "../i18n.ts";
import lists from "../shared/lists.module.css";
import { PagesOf } from "../shared/pages-of.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import type { StudyAnswer, StudyVariable } from "./answers.ts";
import { DictionaryEntry } from "./dictionary-entry.tsx";
import type { StudyState } from "./search-params.ts";
import style from "./surveys.module.css";
import { Told } from "./told.tsx";
import { useStudyWords } from "./use-study-words.ts";
import { sectionOf, sectionsOfVariables, variableKey } from "./variable-sections.ts";

const pageSize = 150;

/** Whether a variable has the words looked for in its name, label or question, in any language. */
export function isSought(variable: StudyVariable, sought: string): boolean {
  const wanted = folded(sought).split(/\s+/).filter(Boolean);
  const texts = [variable.label, variable.question].flatMap((text) =>
    text === null ? [] : Object.values(text),
  );
  const all = folded([variable.name, ...texts.filter(Boolean)].join(" "));
  return wanted.every((word) => all.includes(word));
}

/** The data dictionary: by file and section; each variable opens where it stands, and the address keeps it open. */
export function Dictionary({ found, state }: { readonly found: StudyAnswer; readonly state: StudyState }) {
  const say = useWords("surveys");
  const words = useStudyWords();
  const navigate = useNavigate();
  const edition = found.edition?.version;
  const answer = useApi(
    routes.studyVariables,
    { params: { id: found.study.id }, query: edition === undefined ? {} : { edition } },
    { keep: true },
  );
  const change = (part: Partial<StudyState>) =>
    void navigate({ to: ".", search: ((now: object) => ({ ...now, ...part })) as never, resetScroll: false });
  return (
    <Answered answer={answer} lines={14}>
      {(variables) => {
        const own = variables.filter(
          (one) => (state.file === undefined || one.file === state.file) && isSought(one, state.q ?? ""),
        );
        // In the order of the sections, so that a page holds whole sections where it can.
        const ordered = sectionsOfVariables(own).flatMap((section) => section.variables);
        const from = ((state.page ?? 1) - 1) * pageSize;
        const shown = ordered.slice(from, from + pageSize);
        return (
          <>
            <div className={style["fields"]} data-print="hide">
              <NativeSelect
                label={say("dictionary.file")}
                value={state.file ?? ""}
                onChange={(event) =>
                  change({
                    file: event.currentTarget.value || undefined,
                    page: undefined,
                    variable: undefined,
                  })
                }
              >
                <option value="">{say("dictionary.allFiles")}</option>
                {found.files.map((file) => (
                  <option key={file.name} value={file.name}>
                    {file.name}
                  </option>
                ))}
              </NativeSelect>
            </div>
            <SearchField
              label={say("dictionary.find")}
              button={say("dictionary.findButton")}
              value={state.q ?? ""}
              onSearch={(typed) => change({ q: typed || undefined, page: undefined })}
            />
            <p className={lists["count"]} role="status">
              <strong>{say("count.variables", { count: own.length })}</strong>
            </p>
            {own.length === 0 ? (
              <EmptyState what={say("dictionary.none")} how={say("dictionary.noneHow")} />
            ) : (
              sectionsOfVariables(shown).map(({ id, variables: some }) => (
                <section key={id} className={style["group"]}>
                  <h2>{id.startsWith("kind.") ? say(`section.${id.slice(5)}`) : words.dimension(id)}</h2>
                  <ul className={lists["plain"]}>
                    {some.map((one) => (
                      <Entry
                        key={variableKey(one)}
                        found={found}
                        variable={one}
                        isOpen={state.variable === variableKey(one)}
                        withFile={state.file === undefined && found.files.length > 1}
                      />
                    ))}
                  </ul>
                </section>
              ))
            )}
            <PagesOf total={ordered.length} size={pageSize} page={state.page ?? 1} />
          </>
        );
      }}
    </Answered>
  );
}

function Entry({
  found,
  variable,
  isOpen,
  withFile,
}: {
  readonly found: StudyAnswer;
  readonly variable: StudyVariable;
  readonly isOpen: boolean;
  readonly withFile: boolean;
}) {
  const say = useWords("surveys");
  return (
    <li className={style["entry"]}>
      <StateLink
        className={style["entryHead"]}
        current={isOpen}
        replace
        search={(now) => ({
          ...now,
          variable: isOpen ? undefined : variableKey(variable),
        })}
      >
        <span className={style["name"]}>
          {withFile ? `${variable.file}/` : ""}
          {variable.name}
        </span>
        <span className={style["entryLabel"]}>
          <Told text={variable.label} />
          {isOpen ? <span className="visually-hidden"> {say("dictionary.close")}</span> : null}
        </span>
        <span className={style["under"]}>
          {say(`variable.${variable.kind}`)}
          {sectionOf(variable) === "kind.other" || variable.place === null
            ? null
            : ` · ${say(`angle.${variable.place.angle}`)}`}
        </span>
      </StateLink>
      {isOpen ? <DictionaryEntry found={found} variable={variable} /> : null}
    </li>
  );
}
