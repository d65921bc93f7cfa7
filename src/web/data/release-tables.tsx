import { Link } from "@tanstack/react-router";
import type { z } from "zod/mini";
import type { ReleaseContentsShape, SourceFileShape } from "#contract";
import { FactTable } from "../charts/fact-table.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { formName } from "../indexes/names.ts";
import { codeText } from "../indexes/rating-text.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { ShortHash } from "../shared/short-hash.tsx";
import { useIndicators } from "./use-indicators.ts";
import "./data.css";

type Contents = z.output<typeof ReleaseContentsShape>;
type Sources = readonly z.output<typeof SourceFileShape>[];

/** More indicators than this are folded by form of security. */
const mostUnfolded = 20;

/** What is in a release, indicator by indicator. */
export function ContentsTables({ contents }: { contents: Contents }) {
  const say = useWords("data");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const indicators = useIndicators();
  if (contents.length <= mostUnfolded)
    return <ContentsTable contents={contents} caption={say("contents.caption")} />;
  const byForm = new Map<string, Contents>();
  for (const one of indicators.ordered(contents, ({ indicator }) => indicator)) {
    const form = indicators.form(one.indicator) ?? "";
    byForm.set(form, [...(byForm.get(form) ?? []), one]);
  }
  return [...byForm].map(([form, own]) => {
    const title = form ? formName(form, language) : sayChart("indicator.other");
    return (
      <details key={form} className="release-form">
        <summary>{say("contents.form", { form: title, count: own.length })}</summary>
        <ContentsTable contents={own} caption={title} />
      </details>
    );
  });
}

function ContentsTable({ contents, caption }: { contents: Contents; caption: string }) {
  const say = useWords("data");
  const sayChart = useWords("charts");
  const format = useFormat();
  const indicators = useIndicators();
  return (
    <FactTable
      caption={caption}
      columns={[
        { id: "indicator", label: say("column.indicator") },
        { id: "unit", label: say("column.unit") },
        { id: "years", label: say("column.years"), short: true },
        { id: "areas", label: say("column.areas"), numeric: true },
        { id: "values", label: say("column.values"), numeric: true },
        { id: "missing", label: say("column.missing"), numeric: true },
      ]}
      rows={contents.map((one) => ({
        id: `${one.indicator} ${one.unit}`,
        cells: {
          indicator: {
            show: (
              <>
                <Link to="." search={(now) => ({ ...now, indicator: one.indicator })} resetScroll>
                  {indicators.label(one.indicator)}
                </Link>
                <br />
                <span className="fact-code">{one.indicator}</span>
              </>
            ),
          },
          unit: { show: one.unit === null ? "" : codeText(sayChart, "unit", one.unit) },
          years: { show: one.from === one.to ? one.from : `${one.from}–${one.to}` },
          areas: { show: format.number(one.areas) },
          values: { show: format.number(one.values) },
          missing: { show: format.number(one.missing) },
        },
      }))}
    />
  );
}

/** The files a release was made from. */
export function SourcesTable({ sources }: { sources: Sources }) {
  const say = useWords("data");
  const format = useFormat();
  return (
    <FactTable
      caption={say("sources.caption")}
      columns={[
        { id: "name", label: say("column.file") },
        { id: "size", label: say("column.size"), numeric: true },
        { id: "added", label: say("column.added") },
        { id: "hash", label: say("column.hash") },
        { id: "origin", label: say("column.origin") },
      ]}
      rows={sources.map((source) => ({
        id: source.sha256,
        cells: {
          name: {
            show: (
              <>
                {source.name} <TraceMark id={`source:${source.sha256}`} of={source.name} />
              </>
            ),
          },
          size: { show: format.bytes(source.bytes) },
          added: { show: format.date(source.addedAt) },
          hash: {
            show: <ShortHash hash={source.sha256} />,
          },
          origin: {
            show: source.origin === "real" ? say("origin.real") : <OriginMark origin={source.origin} />,
          },
        },
      }))}
    />
  );
}
