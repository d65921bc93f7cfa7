import { Button, NativeSelect, TextInput } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type CallReply, routes } from "#contract";
import { useApi, useApiAction, useSession } from "../api.ts";
import { filterQuery } from "../evidence/search-filters.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Page, Section } from "../shared/page.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { RecordCard } from "./duplicates-page.tsx";
import { FieldChanges } from "./field-changes.tsx";
import { FieldControl } from "./field-control.tsx";
import { type FieldName, recordFields } from "./record-fields.ts";
import style from "./registry.module.css";

const route = getRouteApi("/evidence/bulk");

/** So many at once; a larger set is narrowed down first, so that somebody can still look at what happens. */
const atMost = 500;
const listFields: readonly string[] = [
  "themes",
  "countries",
  "branches",
  "criteria",
  "sdgTargets",
  "populations",
  "partners",
];
const ways = ["set", "add", "remove"] as const;
type Way = (typeof ways)[number];
type Edited = CallReply<typeof routes.editEvaluations>;
type Found = CallReply<typeof routes.listEvaluations>;

/** The same field in many records: chosen by a search, looked at, then changed as one. */
export function BulkPage() {
  const say = useWords("registry");
  const state = route.useSearch();
  const { may } = useSession();
  const answer = useApi(routes.listEvaluations, {
    query: { text: state.text ?? "", ...filterQuery(state, "evaluations"), limit: atMost, offset: 0 },
  });
  return (
    <Page title={say("bulk.title")} lead={say("bulk.lead")} cite={false}>
      <p>
        <Link to="/evidence" search={state}>
          {say("bulk.back")}
        </Link>
      </p>
      {may(routes.editEvaluations) ? (
        <Answered answer={answer} lines={10}>
          {(found) =>
            found.total === 0 ? (
              <EmptyState what={say("bulk.none")} how={say("bulk.noneHow")} />
            ) : (
              <BulkForm found={found} />
            )
          }
        </Answered>
      ) : (
        <EmptyState what={say("edit.notYours")} />
      )}
    </Page>
  );
}

function BulkForm({ found }: { readonly found: Found }) {
  const say = useWords("registry");
  const format = useFormat();
  const navigate = useNavigate();
  const edit = useApiAction(routes.editEvaluations);
  const [chosen, setChosen] = useState<readonly string[]>(() => found.evaluations.map(({ id }) => id));
  const [name, setName] = useState<FieldName>("themes");
  const [way, setWay] = useState<Way>("add");
  const [value, setValue] = useState<unknown>([]);
  const [title, setTitle] = useState("");
  const [seen, setSeen] = useState<Edited["records"] | null>(null);
  const field = recordFields.find((one) => one.name === name);
  const isList = listFields.includes(name);
  const asked = isList ? way : "set";
  const isEmpty = asked !== "set" && (!Array.isArray(value) || value.length === 0);
  const changing = seen?.filter(({ changes }) => changes.length > 0) ?? [];
  const why =
    chosen.length === 0
      ? say("bulk.chooseSome")
      : value === undefined
        ? say("edit.wrong")
        : isEmpty
          ? say("bulk.valueNeeded")
          : null;
  const begin = (change: () => void) => {
    change();
    setSeen(null);
    edit.clear();
  };
  const send = async (preview: boolean) => {
    const versions = new Map(seen?.map((record) => [record.id, record.version]));
    const done = await edit.run({
      body: {
        records: chosen.map((id) => {
          const version = versions.get(id);
          return version === undefined ? { id } : { id, version };
        }),
        [asked]: { [name]: value },
        title: title.trim() || say("bulk.defaultTitle", { field: say(`field.${name}`) }),
        preview,
      },
    });
    if (!done) return;
    setSeen(done.records);
    if (done.outcome) await navigate({ to: "/evidence/changes/$id", params: { id: done.outcome.change } });
  };
  const look = async (event: FormEvent) => {
    event.preventDefault();
    if (why === null) await send(true);
  };

  return (
    <form onSubmit={look} className={style["edit"]}>
      {found.total > atMost ? (
        <p>{say("bulk.tooMany", { total: format.number(found.total), count: atMost })}</p>
      ) : null}
      <Section title={say("bulk.what")}>
        <div className={style["decide"]}>
          <NativeSelect
            label={say("bulk.field")}
            value={name}
            onChange={({ currentTarget: { value: next } }) =>
              begin(() => {
                setName(next as FieldName);
                setValue(listFields.includes(next) ? [] : null);
              })
            }
            data={recordFields
              .filter((one) => one.name !== "title" && one.name !== "summary" && one.name !== "link")
              .map((one) => ({ value: one.name, label: say(`field.${one.name}`) }))}
          />
          {isList ? (
            <NativeSelect
              label={say("bulk.way")}
              value={way}
              onChange={({ currentTarget: { value: next } }) => begin(() => setWay(next as Way))}
              data={ways.map((one) => ({ value: one, label: say(`way.${one}`) }))}
            />
          ) : null}
        </div>
        {field ? (
          <FieldControl
            key={name}
            field={field}
            value={value}
            onChange={(next) => begin(() => setValue(next))}
          />
        ) : null}
        <TextInput
          label={say("edit.reason")}
          value={title}
          maxLength={300}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </Section>
      <Section title={say("bulk.which", { count: chosen.length })}>
        <p className={style["states"]}>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => begin(() => setChosen(found.evaluations.map(({ id }) => id)))}
          >
            {say("bulk.all")}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => begin(() => setChosen([]))}>
            {say("bulk.noOne")}
          </Button>
        </p>
        <ul className={`${style["plain"]} ${style["choice"]}`}>
          {found.evaluations.map((card) => (
            <li key={card.id} className={style["choiceRow"]}>
              <input
                type="checkbox"
                aria-label={card.title}
                checked={chosen.includes(card.id)}
                onChange={({ currentTarget: { checked } }) =>
                  begin(() =>
                    setChosen((all) => (checked ? [...all, card.id] : all.filter((id) => id !== card.id))),
                  )
                }
              />
              <div>
                <RecordCard card={card} />
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say("edit.changes")}>
        <ProblemList problems={edit.problems} />
        <Button type="submit" variant="default" loading={edit.running} disabled={why !== null}>
          {say("bulk.look")}
        </Button>
        {why ? <p className={style["hint"]}>{why}</p> : null}
        {seen ? (
          <>
            <p role="status">{say("bulk.would", { count: changing.length })}</p>
            <ul className={style["plain"]}>
              {changing.map((record) => (
                <li key={record.id} className={style["entry"]}>
                  {record.title}
                  <FieldChanges changes={record.changes} />
                </li>
              ))}
            </ul>
            <Button
              loading={edit.running}
              disabled={changing.length === 0}
              onClick={() => void send(false)}
              aria-describedby="bulk-why"
            >
              {say("bulk.apply", { count: changing.length })}
            </Button>
            <p id="bulk-why" className={style["hint"]}>
              {changing.length === 0 ? say("bulk.nothing") : say("edit.undoable")}
            </p>
          </>
        ) : null}
      </Section>
    </form>
  );
}
