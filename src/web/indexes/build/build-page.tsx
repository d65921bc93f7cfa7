import { Button, FileButton, Group, NativeSelect, SegmentedControl } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { routes } from "#contract";
import { type Problem, problem } from "#kernel";
import { readIndexDefinition } from "#securities";
import { useApi, useApiAction, useSession } from "../../api.ts";
import { saveText } from "../../charts/picture-file.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import type { WebProblemCode } from "../../problems.ts";
import { Page, Section } from "../../shared/page.tsx";
import { ProblemList } from "../../shared/problem-list.tsx";
import { inLanguage } from "../names.ts";
import {
  begun,
  type Draft,
  done,
  draftOf,
  emptyDraft,
  isIndicator,
  jsonOf,
  nodeOf,
  parentOf,
  placeOf,
  redone,
  undone,
} from "./draft.ts";
import type { FieldProblems } from "./fields.tsx";
import { IndicatorPicker } from "./indicator-picker.tsx";
import { keepDraft, keptDraft } from "./kept-draft.ts";
import { NodeForm } from "./node-form.tsx";
import { Preview } from "./preview.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { TreeEditor, useNodeLabel } from "./tree-editor.tsx";
import "../indexes.css";
import "../../charts/facts.css";

const address = getRouteApi("/indexes/build");

/** A definition made or changed on the page, with what it gives over a release beside it. */
export function BuildPage() {
  const say = useWords("index-builder");
  const language = useLanguage();
  const { may } = useSession();
  const { release } = address.useSearch();
  const navigate = address.useNavigate();
  const definitions = useApi(routes.listDefinitions, {});
  const releases = useApi(routes.listReleases, {});
  const create = useApiAction(routes.createRun);
  const [history, setHistory] = useState(() => begun(keptDraft()));
  const [chosen, setChosen] = useState(history.now.root.key);
  const [part, setPart] = useState<"node" | "index">("index");
  const [refused, setRefused] = useState<readonly Problem[]>([]);

  const draft = history.now;
  const labelOf = useNodeLabel(draft);
  useEffect(() => void keepDraft(draft), [draft]);
  const change = (next: Draft) => {
    create.clear();
    setHistory((before) => done(before, next));
  };
  const open = (next: Draft) => {
    change(next);
    setChosen(next.root.key);
    setPart("index");
    setRefused([]);
  };
  const json = useMemo(() => jsonOf(draft), [draft]);
  const read = useMemo(() => readIndexDefinition(json), [json]);
  const problems = useMemo(() => placed(draft, read.ok ? [] : read.problems), [draft, read]);
  const node = nodeOf(draft, chosen) ?? draft.root;
  const group = isIndicator(node) ? (parentOf(draft, node.key) ?? draft.root) : node;
  const observations = (releases.value ?? []).filter(({ kind }) => kind === "observations");

  const openFile = async (file: File | null) => {
    if (!file) return;
    const opened = await readJson(file);
    if (opened) open(opened);
    else
      setRefused([
        problem(
          notADefinition,
          `${file.name} is not an index definition: it is no JSON object. Choose a file such as those in definitions/indexes.`,
        ),
      ]);
  };
  const save = () =>
    saveText(
      `${JSON.stringify(json, null, 2)}\n`,
      `${typeof json["id"] === "string" ? json["id"] : "index"}.json`,
      "application/json",
    );
  const undoByKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    // A text field takes back its own letters.
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const key = event.key.toLowerCase();
    if (key === "z") setHistory(event.shiftKey ? redone : undone);
    else if (key === "y") setHistory(redone);
    else return;
    event.preventDefault();
  };
  return (
    <Page title={say("title")} lead={say("lead")} cite={false}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens for the keys of undo on their way up */}
      <div className="build-whole" onKeyDown={undoByKey}>
        <div className="build-open">
          <NativeSelect
            label={say("open.ready")}
            value=""
            onChange={(event) => {
              const one = definitions.value?.find(
                ({ id, version }) => `${id} ${version}` === event.currentTarget.value,
              );
              const opened = one && draftOf(one.definition);
              if (opened) open(opened);
            }}
            data={[
              { value: "", label: say("open.choose") },
              ...(definitions.value ?? []).map(({ id, version, title }) => ({
                value: `${id} ${version}`,
                label: say("open.version", { title: inLanguage(title, language), version }),
              })),
            ]}
          />
          <NativeSelect
            label={say("release")}
            value={release ?? ""}
            onChange={(event) =>
              void navigate({
                search: (former) => ({ ...former, release: event.currentTarget.value || undefined }),
                replace: true,
                resetScroll: false,
              })
            }
            data={[
              { value: "", label: say("releaseNone") },
              ...observations.map(({ id, title }) => ({ value: id, label: `${title} (${id})` })),
            ]}
          />
          <Group gap="xs">
            <FileButton accept="application/json,.json" onChange={(file) => void openFile(file)}>
              {(props) => (
                <Button variant="default" size="xs" {...props}>
                  {say("open.file")}
                </Button>
              )}
            </FileButton>
            <Button variant="default" size="xs" onClick={() => open(emptyDraft)}>
              {say("open.empty")}
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={history.past.length === 0}
              onClick={() => setHistory(undone)}
            >
              {say("undo")}
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={history.future.length === 0}
              onClick={() => setHistory(redone)}
            >
              {say("redo")}
            </Button>
          </Group>
        </div>
        <p className="figure-hint">{say("kept")}</p>
        <ProblemList problems={refused} />
        <div className="build-bench">
          <section aria-label={say("tree.label")}>
            <h2>{say("tree.heading")}</h2>
            <TreeEditor
              draft={draft}
              chosen={node.key}
              wrong={new Set([...problems.nodes].filter(([, found]) => found.size > 0).map(([key]) => key))}
              onChoose={(key) => {
                setChosen(key);
                setPart("node");
              }}
              onChange={change}
            />
            <h3>{say("pick.heading")}</h3>
            <IndicatorPicker
              draft={draft}
              group={group}
              groupLabel={labelOf(group)}
              release={release}
              onChange={change}
            />
          </section>
          <section aria-label={say("form.label")} className="build-form">
            <SegmentedControl
              fullWidth
              aria-label={say("form.label")}
              value={part}
              onChange={(value) => setPart(value === "node" ? "node" : "index")}
              data={[
                { value: "index", label: say("form.index") },
                { value: "node", label: say("form.node", { name: shortened(labelOf(node)) }) },
              ]}
            />
            {part === "node" ? (
              <NodeForm
                key={node.key}
                draft={draft}
                node={node}
                problems={problems.nodes.get(node.key) ?? new Map()}
                onChange={change}
              />
            ) : (
              <SettingsForm draft={draft} problems={problems.index} onChange={change} />
            )}
          </section>
        </div>
        {read.ok ? null : <ProblemList problems={read.problems} title={say("problems")} />}
        <Section title={say("preview.heading")} note={say("preview.note")}>
          <Preview definition={read.ok ? read.value : null} release={release} />
        </Section>
        <Section title={say("keep.heading")} note={say("keep.note")}>
          <Group gap="xs">
            <Button variant="default" onClick={save}>
              {say("keep.file")}
            </Button>
            {may(routes.createRun) ? (
              <Button
                disabled={!read.ok || release === undefined}
                loading={create.running}
                onClick={() => void create.run({ body: { definition: json, release: release! } })}
              >
                {say("keep.run")}
              </Button>
            ) : null}
          </Group>
          {may(routes.createRun) ? null : <p className="figure-hint">{say("keep.mayNot")}</p>}
          <ProblemList problems={create.problems} />
          {create.value ? (
            <p role="status">
              <Link to="/indexes/runs/$id" params={{ id: create.value.id }}>
                {say("keep.made", { id: create.value.id })}
              </Link>
            </p>
          ) : null}
        </Section>
      </div>
    </Page>
  );
}

const shortened = (name: string) => (name.length > 32 ? `${name.slice(0, 31).trimEnd()}…` : name);

const notADefinition: WebProblemCode = "web.not-a-definition";

async function readJson(file: File): Promise<Draft | null> {
  try {
    return draftOf(JSON.parse(await file.text()));
  } catch {
    return null;
  }
}

/** Every problem at its place: of the index by field, of a node by its key and field. */
function placed(
  draft: Draft,
  problems: readonly Problem[],
): { readonly index: FieldProblems; readonly nodes: ReadonlyMap<number, FieldProblems> } {
  const index = new Map<string, Problem[]>();
  const nodes = new Map<number, Map<string, Problem[]>>();
  for (const one of problems) {
    const { key, field } = placeOf(draft, one.at?.field);
    const of = key === null ? index : (nodes.get(key) ?? new Map<string, Problem[]>());
    if (key !== null) nodes.set(key, of);
    // What is wrong with a node as a whole stands at its id.
    const name = key !== null && (field === "" || field === "parent") ? "id" : field;
    of.set(name, [...(of.get(name) ?? []), one]);
  }
  return { index, nodes };
}
