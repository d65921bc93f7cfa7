import { Button } from "@mantine/core";
import { useState } from "react";
import { addressOf, type exploreFormats, routes } from "#contract";
import { useLanguage, useWords } from "../i18n.ts";
import type { ExploreFacets } from "./answers.ts";
import style from "./explore.module.css";
import { curlLine, pythonLine, rLine, sqlLine } from "./query-lines.ts";
import { type ExploreState, type FilterQuery, valuesIn } from "./search-params.ts";

type Format = (typeof exploreFormats)[number];
const files: readonly Format[] = ["csv-zip", "xlsx", "json", "parquet-zip"];

/** The choice, or the whole set, as a file; and as one line for a program. */
export function TakeAway({
  state,
  query,
  facets,
}: {
  readonly state: ExploreState;
  readonly query: FilterQuery;
  readonly facets: ExploreFacets;
}) {
  const say = useWords("explore");
  const language = useLanguage();
  // Releases by their ids: the address gives the same rows when a newer release is out.
  const release = facets.releases.map(({ id }) => id);
  const address = (what: object, format: Format) =>
    addressOf(routes.exploreDownload, {}, { ...what, release, format, language });
  const csv = `${window.location.origin}${addressOf(routes.exploreDownload, {}, { ...query, release, format: "csv" })}`;
  const parquet = address({}, "parquet");
  const parquetFile = `${release.length === 1 ? release[0] : "releases"}.parquet`;
  const links = (what: object, label: string) => (
    <p className={style["files"]}>
      <span>{label}</span>
      {files.map((format) => (
        <a key={format} href={address(what, format)} download>
          {say(`format.${format}`)}
        </a>
      ))}
      <a href={address(what, "csv")} download>
        {say("format.csv")}
      </a>
      <a href={address(what, "readme")}>{say("format.readme")}</a>
    </p>
  );
  const sql = sqlLine(parquetFile, {
    indicators: query.indicator ?? [],
    areas: query.area ?? [],
    sex: query.sex ?? [],
    sources: valuesIn(state, "source"),
    by: valuesIn(state, "by").map((pair): readonly [string, string] => {
      const at = pair.indexOf(":");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
    from: query.from,
    to: query.to,
  });
  return (
    <>
      {links(query, say("take.choice"))}
      {links({}, say("take.whole"))}
      <h3 className={style["lines"]}>{say("line.heading")}</h3>
      <p className={style["hint"]}>{say("line.note")}</p>
      <Line name="curl" line={curlLine(csv, "data.csv")} />
      <Line name="R" line={rLine(csv)} />
      <Line name="Python" line={pythonLine(csv)} />
      <Line name="SQL" line={sql} />
      <p className={style["hint"]}>
        {say("line.sql")}{" "}
        <a href={parquet} download>
          {parquetFile}
        </a>
      </p>
    </>
  );
}

function Line({ name, line }: { readonly name: string; readonly line: string }) {
  const say = useWords("explore");
  const [copied, setCopied] = useState("");
  const [refused, setRefused] = useState("");
  // Without a secure connection browsers offer no clipboard; that is told, and the line can be marked by hand.
  const copy = () =>
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(line))
      .then(
        () => setCopied(line),
        () => setRefused(line),
      );
  return (
    <div className={style["line"]}>
      <span className={style["lineName"]}>{name}</span>
      <code>{line}</code>
      <Button variant="default" size="xs" onClick={copy} aria-label={say("line.copyOf", { name })}>
        {copied === line ? say("line.copied") : say("line.copy")}
      </Button>
      <span role="status" className={refused === line ? style["hint"] : "visually-hidden"}>
        {copied === line ? say("line.copied") : refused === line ? say("line.refused") : ""}
      </span>
    </div>
  );
}
