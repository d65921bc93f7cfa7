import { Button, Group, NativeSelect } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useLayoutEffect, useMemo, useState } from "react";
import { routes } from "#contract";
import { type CompiledIndex, type Standing, standing } from "#securities";
import { useApi, useApiAction, useSession } from "../../api.ts";
import { saveText } from "../../charts/picture-file.ts";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { ProblemList } from "../../shared/problem-list.tsx";
import { Answered } from "../../shared/states.tsx";
import { openInBuilder } from "../build/kept-draft.ts";
import type { TreeNode } from "../definition-tree.ts";
import { placeName } from "../names.ts";
import { type Run, ranking } from "../run-scores.ts";
import { liveIndex, placesMoved, type RunInputs } from "./live-index.ts";
import { LiveTable } from "./live-table.tsx";
import { meansToTry, scalesToTry } from "./to-try.ts";
import { useIntervals } from "./use-intervals.ts";
import { useWhatIf } from "./use-what-if.ts";
import { WeightSliders } from "./weight-sliders.tsx";
import {
  definitionWith,
  isChanged,
  type WhatIf,
  type WhatIfAddress,
  withWeight,
  writeWhatIf,
} from "./what-if.ts";

type LiveProps = {
  readonly run: Run;
  readonly tree: TreeNode;
  readonly node: string;
  readonly period: string | null;
  readonly nodeName: (id: string) => string;
  readonly address: WhatIfAddress;
  readonly write: (address: WhatIfAddress) => void;
};

/** What if the weights, the scale or the mean were others: who moves, and is it more than chance. */
export function LiveSection(props: LiveProps) {
  const say = useWords("indexes");
  const { w, scale, mean, without } = props.address;
  const [wanted, setWanted] = useState(false);
  // An address with a set-up opens the bench whenever it comes, also on the way back or forward.
  const isSet = Boolean(w ?? scale ?? mean ?? without);
  if (isSet && !wanted) setWanted(true);
  return (
    <Section title={say("live.heading")} note={say("live.note")}>
      {wanted ? (
        <LiveInputs {...props} />
      ) : (
        <Button variant="default" onClick={() => setWanted(true)} data-print="hide">
          {say("live.open")}
        </Button>
      )}
    </Section>
  );
}

function LiveInputs(props: LiveProps) {
  const inputs = useApi(routes.runInputs, { params: { id: props.run.id } });
  return (
    <Answered answer={inputs} lines={10}>
      {(value) => <LiveReady {...props} inputs={value} />}
    </Answered>
  );
}

function LiveReady(props: LiveProps & { readonly inputs: RunInputs }) {
  const compiled = useMemo(
    () => liveIndex(props.run.definition, props.inputs),
    [props.run.definition, props.inputs],
  );
  return compiled.ok ? (
    <LiveBench {...props} compiled={compiled.value} />
  ) : (
    <ProblemList problems={compiled.problems} />
  );
}

function LiveBench({
  run,
  tree,
  node,
  period,
  nodeName,
  address,
  write,
  inputs,
  compiled,
}: LiveProps & { readonly inputs: RunInputs; readonly compiled: CompiledIndex }) {
  const say = useWords("indexes");
  const { whatIf, set, reset, asItWas, changes } = useWhatIf(compiled, address, write);
  const periodAt = Math.max(0, compiled.grid.periods.indexOf(period));
  const now = useMemo(() => standing(compiled, periodAt, changes), [compiled, periodAt, changes]);
  useLayoutEffect(() => {
    if (now && performance.getEntriesByName("socle-what-if-asked").length > 0) {
      performance.measure("socle-what-if-shown", "socle-what-if-asked");
      performance.clearMarks("socle-what-if-asked");
    }
  }, [now]);
  const changed = isChanged(whatIf);
  const intervals = useIntervals({
    key: JSON.stringify([node, period, writeWhatIf(whatIf, compiled.definition)]),
    definition: () => definitionWith(run.definition, whatIf, asItWas),
    inputs,
    node,
    period,
    isWanted: changed,
  });
  const published = useMemo(() => ranking(run, node, period), [run, node, period]);
  const publishedGroups = useMemo(
    () =>
      new Map(
        run.countryGroups
          .filter((one) => one.node === node && one.period === period)
          .map((one) => [one.area, one.group]),
      ),
    [run, node, period],
  );
  const indicators = leaves(tree);
  const setPart = (part: Partial<WhatIf>) => set((one) => ({ ...one, ...part }));
  const onSet = useCallback(
    (id: string, weight: number) => set((one) => withWeight(one, id, weight, asItWas.get(id) ?? 1)),
    [set, asItWas],
  );
  return (
    <div className="live-bench">
      <div className="live-controls" data-print="hide">
        <WeightSliders root={tree} nodeName={nodeName} asItWas={asItWas} set={whatIf.weights} onSet={onSet} />
        <NativeSelect
          label={say("live.scale")}
          value={whatIf.scale ?? ""}
          onChange={(event) =>
            setPart({ scale: scalesToTry.find((one) => one === event.currentTarget.value) ?? null })
          }
          data={[
            { value: "", label: say("live.asDefined") },
            ...scalesToTry.map((one) => ({ value: one, label: say(`scale.${one}`) })),
          ]}
        />
        <NativeSelect
          label={say("live.mean")}
          value={whatIf.mean ?? ""}
          onChange={(event) =>
            setPart({ mean: meansToTry.find((one) => one === event.currentTarget.value) ?? null })
          }
          data={[
            { value: "", label: say("live.asDefined") },
            ...meansToTry.map((one) => ({ value: one, label: say(`mean.${one}`) })),
          ]}
        />
        <NativeSelect
          label={say("live.without")}
          value={whatIf.without ?? ""}
          onChange={(event) => setPart({ without: event.currentTarget.value || null })}
          data={[
            { value: "", label: say("live.withoutNone") },
            ...indicators.map(({ id }) => ({ value: id, label: nodeName(id) })),
          ]}
        />
        <Group gap="xs">
          <Button variant="default" size="xs" disabled={!changed} onClick={reset}>
            {say("live.reset")}
          </Button>
        </Group>
      </div>
      <div className="live-result">
        {now.ok ? (
          <>
            <p role="status">
              {changed ? (
                <Summary
                  now={now.value}
                  node={node}
                  published={published}
                  replicates={intervals.replicates}
                  replicatesOf={intervals.of}
                />
              ) : (
                say("live.nothing")
              )}
            </p>
            <ProblemList problems={intervals.problems} />
            <LiveTable
              node={node}
              period={period}
              published={published}
              publishedGroups={publishedGroups}
              now={now.value}
              intervals={intervals.byArea}
              isAsPublished={!changed}
            />
          </>
        ) : (
          <ProblemList problems={now.problems} title={say("live.noResult")} />
        )}
        {changed ? (
          <TakeAway run={run} definition={() => definitionWith(run.definition, whatIf, asItWas)} />
        ) : null}
      </div>
    </div>
  );
}

/** Countries named in a sentence. */
const mostNamed = 4;

const leaves = (node: TreeNode): readonly TreeNode[] =>
  node.direction === null ? node.children.flatMap(leaves) : [node];

function Summary({
  now,
  node,
  published,
  replicates,
  replicatesOf,
}: {
  readonly now: Standing;
  readonly node: string;
  readonly published: ReturnType<typeof ranking>;
  /** Recomputations that the intervals rest on, null before the first answer, and how many it will be. */
  readonly replicates: number | null;
  readonly replicatesOf: number;
}) {
  const say = useWords("indexes");
  const format = useFormat();
  const language = useLanguage();
  const before = new Map(published.map(({ area, rank }) => [area, rank]));
  const scores = now.scores.filter((score) => score.node === node && score.rank !== null);
  const moved = scores.flatMap((score) => {
    const by = placesMoved(before.get(score.area) ?? null, score.rank);
    return by ? [{ area: score.area, by }] : [];
  });
  const farthest = moved.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))[0];
  const first = scores.filter((score) => score.rank === 1).map((score) => placeName(score.area, language));
  // Where many share the first place, some are named and the others counted: to name three would say too little.
  const namesOf = (names: readonly string[]) =>
    names.length <= mostNamed
      ? format.list(names)
      : format.list([
          ...names.slice(0, mostNamed - 1),
          say("live.others", { count: names.length - mostNamed + 1 }),
        ]);
  return (
    <>
      {say("live.summary", { count: moved.length, of: scores.length, first: namesOf(first) })}{" "}
      {farthest
        ? say(farthest.by > 0 ? "live.farthestUp" : "live.farthestDown", {
            place: placeName(farthest.area, language),
            count: Math.abs(farthest.by),
          })
        : null}{" "}
      {replicates === null
        ? say("live.intervalsComing")
        : replicates === 0
          ? null
          : replicates < replicatesOf
            ? say("live.intervalsFirst", { count: replicates, of: replicatesOf })
            : say("live.intervalsOf", { count: replicates })}
    </>
  );
}

/** What is tried can be kept: as a file, in the builder, or as a run of its own. */
function TakeAway({ run, definition }: { readonly run: Run; readonly definition: () => object | null }) {
  const say = useWords("indexes");
  const { may } = useSession();
  const navigate = useNavigate();
  const create = useApiAction(routes.createRun);
  const save = () => {
    const json = definition();
    if (json) saveText(`${JSON.stringify(json, null, 2)}\n`, `${run.definitionId}.json`, "application/json");
  };
  const build = () => {
    openInBuilder(definition());
    void navigate({ to: "/indexes/build", search: { release: run.release } });
  };
  return (
    <div data-print="hide">
      <p className="figure-hint">{say("live.addressNote")}</p>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={save}>
          {say("live.download")}
        </Button>
        <Button variant="default" size="xs" onClick={build}>
          {say("live.build")}
        </Button>
        {may(routes.createRun) ? (
          <Button
            variant="default"
            size="xs"
            loading={create.running}
            onClick={() => void create.run({ body: { definition: definition(), release: run.release } })}
          >
            {say("live.makeRun")}
          </Button>
        ) : null}
      </Group>
      <ProblemList problems={create.problems} />
      {create.value ? (
        <p role="status">
          <Link to="/indexes/runs/$id" params={{ id: create.value.id }}>
            {say("live.madeRun", { id: create.value.id })}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
