import { NativeSelect } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { areaName, areas } from "#kernel";
import { useApi } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { useIndicators } from "../data/use-indicators.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { formName, inLanguage, placeName, roleName } from "../indexes/names.ts";
import list from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { ShortHash } from "../shared/short-hash.tsx";
import { Answered } from "../shared/states.tsx";
import { CellCandidates } from "./cell-candidates.tsx";
import style from "./indicators.module.css";
import "../charts/facts.css";

const address = getRouteApi("/selections/$id");

type Selection = CallReply<typeof routes.selection>;

/** One choice of values: by which rule, from which releases, what people decided, and every candidate of a value. */
export function SelectionPage() {
  const say = useWords("indicators");
  const language = useLanguage();
  const { id } = address.useParams();
  const { version } = address.useSearch();
  const answer = useApi(routes.selection, { params: { id }, query: version ? { version } : {} });
  const one = answer.value;
  return (
    <Page
      title={one ? inLanguage(one.title, language) : id}
      kicker={<Link to="/selections">{say("selections.title")}</Link>}
      lead={say("selection.lead")}
    >
      <Answered answer={answer} lines={12}>
        {(found) => <Shown one={found} />}
      </Answered>
    </Page>
  );
}

function Shown({ one }: { readonly one: Selection }) {
  const say = useWords("indicators");
  const format = useFormat();
  const language = useLanguage();
  const indicators = useIndicators();
  const isNewest = one.version === one.versions[0]?.version;
  return (
    <>
      <p>
        {say("selection.sentence", {
          count: one.counts.values,
          cells: format.number(one.counts.cells),
          indicators: format.number(one.counts.indicators),
          areas: format.number(one.counts.areas),
          person: format.number(one.counts.byPerson),
        })}{" "}
        <OriginMark origin={one.origin} />
      </p>
      {isNewest ? null : <p className="fact-notice">{say("selection.older", { version: one.version })}</p>}
      {isNewest ? (
        <p data-print="hide">
          <Link to="/indexes/build" search={{ release: one.release }}>
            {say("selection.build")}
          </Link>
        </p>
      ) : null}
      <dl className={list["facts"]}>
        <dt>{say("column.version")}</dt>
        <dd>
          {one.versions.map(({ version }) => (
            <span key={version}>
              {version === one.version ? (
                <strong>{version}</strong>
              ) : (
                <Link to="/selections/$id" params={{ id: one.id }} search={{ version }}>
                  {version}
                </Link>
              )}{" "}
            </span>
          ))}
        </dd>
        <dt>{say("column.when")}</dt>
        <dd>{format.dateTime(one.createdAt)}</dd>
        <dt>{say("selection.release")}</dt>
        <dd>
          <Link to="/data/$release" params={{ release: one.release }}>
            {one.release}
          </Link>
        </dd>
        <dt>{say("selection.inputs")}</dt>
        <dd>
          {one.inputs.map(({ id }, i) => (
            <span key={id}>
              {i > 0 ? ", " : ""}
              <Link to="/data/$release" params={{ release: id }}>
                {id}
              </Link>
            </span>
          ))}
        </dd>
        <dt>{say("selection.hashes")}</dt>
        <dd>
          {say("selection.ruleHash")} <ShortHash hash={one.ruleSha256} /> · {say("selection.tableHash")}{" "}
          <ShortHash hash={one.table} /> · {say("selection.outcomeHash")}{" "}
          <ShortHash hash={one.outcomeSha256} />
        </dd>
        <dt>{say("selection.whys")}</dt>
        <dd>
          {Object.entries(one.whys)
            .map(([why, count]) => format.named(say(`why.${why}`), format.number(count)))
            .join("; ")}
        </dd>
      </dl>
      <details>
        <summary>{say("selection.rule")}</summary>
        <pre className="fact-code">{JSON.stringify(one.rule, null, 2)}</pre>
      </details>
      <Section title={say("cell.heading")} note={say("cell.note")}>
        <CellOf one={one} isNewest={isNewest} />
      </Section>
      {one.decisions.length > 0 ? (
        <Section title={say("decisions.heading")} note={say("decisions.note")}>
          <FactTable
            caption={say("decisions.heading")}
            columns={[
              { id: "cell", label: say("column.cell"), wide: true },
              { id: "take", label: say("column.decision") },
              { id: "reason", label: say("column.reason"), wide: true },
              { id: "who", label: say("column.who") },
              { id: "stands", label: say("column.stands") },
            ]}
            rows={one.decisions.map((decision, i) => ({
              id: `${i}`,
              cells: {
                cell: {
                  show: (
                    <Link
                      to="/selections/$id"
                      params={{ id: one.id }}
                      search={{
                        indicator: decision.indicator,
                        area: decision.area,
                        year: decision.year,
                        ...(decision.sex === "T" ? {} : { sex: decision.sex }),
                      }}
                    >
                      {indicators.label(decision.indicator)}, {placeName(decision.area, language)},{" "}
                      {decision.year}
                    </Link>
                  ),
                },
                take: {
                  show:
                    decision.take === "none" || decision.take === "rule" ? (
                      say(`take.${decision.take}`)
                    ) : (
                      <Link to="/trace" search={{ id: decision.take }}>
                        {say("take.candidate")}
                      </Link>
                    ),
                },
                reason: { show: decision.reason },
                who: { show: [decision.by, format.date(decision.at)].filter(Boolean).join(", ") },
                stands: { show: say(decision.stands ? "decision.stands" : "decision.superseded") },
              },
            }))}
          />
        </Section>
      ) : null}
      <LowCoverage one={one} />
      <FlagsOf one={one} />
    </>
  );
}

function CellOf({ one, isNewest }: { readonly one: Selection; readonly isNewest: boolean }) {
  const say = useWords("indicators");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const indicators = useIndicators();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const collator = new Intl.Collator(language);
  const places = areas
    .filter(({ kind }) => kind !== "region")
    .map(({ code }) => ({ value: code, label: areaName(code, language) }))
    .sort((a, b) => collator.compare(a.label, b.label));
  const indicator = state.indicator ?? one.indicators[0]?.id ?? "";
  const year = state.year ?? one.years.at(-1) ?? 0;
  const sex = state.sex ?? one.sexes[0] ?? "T";
  return (
    <>
      <div className={style["pair"]} data-print="hide">
        <NativeSelect
          label={say("column.indicator")}
          value={indicator}
          onChange={(event) => change({ indicator: event.currentTarget.value })}
          data={one.indicators.map(({ id }) => ({ value: id, label: indicators.label(id) }))}
        />
        <NativeSelect
          label={say("series.country")}
          value={state.area ?? ""}
          onChange={(event) => change({ area: event.currentTarget.value || undefined })}
          data={[{ value: "", label: say("series.chooseOne") }, ...places]}
        />
        {one.years.length > 1 ? (
          <NativeSelect
            label={say("cell.year")}
            value={`${year}`}
            onChange={(event) => change({ year: Number(event.currentTarget.value) })}
            data={one.years.map(String)}
          />
        ) : null}
        {one.sexes.length > 1 ? (
          <NativeSelect
            label={say("cell.sex")}
            value={sex}
            onChange={(event) => change({ sex: event.currentTarget.value })}
            data={one.sexes.map((value) => ({ value, label: sayChart(`code.sex.${value}`) }))}
          />
        ) : null}
      </div>
      {state.area ? (
        <CellCandidates
          selection={one}
          cell={{ indicator, area: state.area, year, sex }}
          isNewest={isNewest}
        />
      ) : (
        <p>{say("cell.choose")}</p>
      )}
    </>
  );
}

/** Rows shown of a long list; the whole is in the answer of the API. */
const mostRows = 200;

function LowCoverage({ one }: { readonly one: Selection }) {
  const say = useWords("indicators");
  const language = useLanguage();
  if (one.lowCoverage.length === 0) return null;
  return (
    <Section title={say("coverage.heading")} note={say("coverage.note", { count: one.lowCoverage.length })}>
      <FactTable
        caption={say("coverage.heading")}
        columns={[
          { id: "area", label: say("series.country") },
          { id: "year", label: say("cell.year"), numeric: true },
          { id: "part", label: say("coverage.part") },
          { id: "n", label: say("coverage.n"), numeric: true },
        ]}
        rows={one.lowCoverage.slice(0, mostRows).map(({ area, year, form, group, n, expected }) => ({
          id: `${area} ${year} ${form} ${group}`,
          cells: {
            area: { show: placeName(area, language) },
            year: { show: year },
            part: { show: `${formName(form, language)}, ${roleName(group, language)}` },
            n: { show: say("coverage.of", { n, expected }) },
          },
        }))}
      />
      {one.lowCoverage.length > mostRows ? (
        <p>{say("moreRows", { count: one.lowCoverage.length - mostRows })}</p>
      ) : null}
    </Section>
  );
}

function FlagsOf({ one }: { readonly one: Selection }) {
  const say = useWords("indicators");
  const language = useLanguage();
  const indicators = useIndicators();
  if (one.flags.length === 0) return null;
  return (
    <Section title={say("flags.heading")} note={say("flags.note")}>
      <FactTable
        caption={say("flags.heading")}
        columns={[
          { id: "code", label: say("flags.what") },
          { id: "indicator", label: say("column.indicator"), wide: true },
          { id: "area", label: say("series.country") },
          { id: "detail", label: say("flags.detail") },
        ]}
        rows={one.flags.slice(0, mostRows).map((flag, i) => ({
          id: `${i}`,
          cells: {
            code: { show: say(`flag.${flag.code}`) },
            indicator: { show: indicators.label(flag.indicator) },
            area: { show: flag.area === null ? "" : placeName(flag.area, language) },
            detail: { show: flag.detail },
          },
        }))}
      />
      {one.flags.length > mostRows ? <p>{say("moreRows", { count: one.flags.length - mostRows })}</p> : null}
    </Section>
  );
}
