import { createHash } from "node:crypto";
import { permission } from "#access";
import { addressOf, routes } from "#contract";
import { fail, type Language, ok, problem, type Sha256 } from "#kernel";
import type { Release } from "#records";
import { csvLines, encoded, guardedText, zipOf } from "../downloads/csv-download.ts";
import type { DownloadContent, DownloadTable } from "../downloads/download-table.ts";
import { observationTable } from "../downloads/observation-table.ts";
import { readmeMarkdown, readmeOf } from "../downloads/readme.ts";
import { exploreReadmeWords, reasonWords, statusWords } from "../downloads/words-explore.data.ts";
import { writeDownload } from "../downloads/write-download.ts";
import type { Effects } from "../effects.ts";
import { ofSeveral } from "../releases/of-several.ts";
import type { Download, RouteInput, RouteUseCase } from "../use-case.ts";
import { chosenReleases, type ExploreInput, storeFilter } from "./chosen-releases.ts";

type Input = RouteInput<"exploreDownload">;

/** A choice, or whole releases, as a file; every format has its README with it or beside it. */
export const exploreDownload: RouteUseCase<"exploreDownload"> = async (effects, actor, input) => {
  const allowed = permission(actor, "release.download");
  if (!allowed.ok) return allowed;
  const found = await chosenReleases(effects, actor, input.release, "release.download");
  if (!found.ok) return found;
  const { chosen } = found.value;
  if (chosen.length === 0)
    return fail(
      problem("app.not-found", "There is no release of observations to take figures from; import one first."),
    );
  const filter = storeFilter(input);
  const table = await observationTable(
    effects.store.releases,
    chosen.map(({ id }) => ({ ...filter, release: id })),
    input.language,
  );
  if (table === null)
    return fail(problem("app.not-found", "A release was taken away while it was asked for; try again."));
  const { format, language } = input;
  const tag = sha256([effects.codeVersion, JSON.stringify(input), ...chosen.map(({ checksum }) => checksum)]);
  const isParquet = format === "parquet" || format === "parquet-zip";
  const content = contentOf(effects, chosen, input, isParquet ? parquetTable(table, chosen.length) : table);
  const name = content.about.id;
  const readme = readmeMarkdown(readmeOf(content, language), language);
  const parquet = () =>
    effects.store.releases.explore.parquet(
      chosen.map(({ id }) => ({ release: id, filter })),
      { readme, origin: content.about.origin, licence: content.about.licence },
    );
  const file = (fileName: string, mediaType: string, stream: Download["stream"], inline = false) =>
    ok({ fileName, mediaType, stream, tag: tag.slice(0, 40), ...(inline && { inline: true as const }) });
  switch (format) {
    case "csv":
      return file(`${name}.csv`, "text/csv; charset=utf-8", encoded(csvLines(table, guardedText)));
    case "readme":
      return file("README.md", "text/markdown; charset=utf-8", encoded(once(readme)), true);
    case "csv-zip":
      return file(
        `${name}.zip`,
        "application/zip",
        zipOf(content.about.madeAt, readme, [
          { name: "data.csv", bytes: encoded(csvLines(table, guardedText)) },
        ]),
      );
    case "parquet":
      return file(`${name}.parquet`, "application/vnd.apache.parquet", parquet());
    case "parquet-zip":
      return file(
        `${name}-parquet.zip`,
        "application/zip",
        zipOf(content.about.madeAt, readme, [{ name: "data.parquet", bytes: parquet() }]),
      );
    default: {
      const written = writeDownload(content, format, language);
      return written.ok ? ok({ ...written.value, tag: tag.slice(0, 40) }) : written;
    }
  }
};

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

const sha256 = (texts: readonly string[]): Sha256 =>
  createHash("sha256").update(texts.join("\n")).digest("hex") as Sha256;

/** A Parquet file has the years of each period as numbers, always the release, and no names of areas. */
function parquetTable(table: DownloadTable, releases: number): DownloadTable {
  const columns = table.columns.filter(({ name }) => name !== "area_name");
  return {
    ...table,
    columns: [
      ...(releases === 1 ? [{ name: "release", meaning: "release" } as const] : []),
      ...columns,
      { name: "first_year", meaning: "firstYear" },
      { name: "last_year", meaning: "lastYear" },
    ],
  };
}

const filterNames = ["indicator", "area", "region", "from", "to", "sex", "source", "by"] as const;

/** The address of the same rows: releases by their ids, so that a newer release does not change it. */
export function stableAddress(effects: Effects, releases: readonly Release[], input: ExploreInput): string {
  const query: Record<string, unknown> = { release: releases.map(({ id }) => id) };
  for (const name of filterNames)
    query[name] = name === "source" || name === "by" ? input[name]?.join("|") : input[name];
  return effects.address + addressOf(routes.exploreDownload, {}, { ...query, format: "csv" });
}

function contentOf(
  effects: Effects,
  releases: readonly Release[],
  input: Input,
  table: DownloadTable,
): DownloadContent {
  const { language } = input;
  const word = (key: keyof typeof exploreReadmeWords) => exploreReadmeWords[key][language];
  const isWhole = filterNames.every((name) => input[name] === undefined);
  const first = releases[0]!;
  const all = ofSeveral(releases);
  const checksum =
    releases.length === 1 ? first.checksum : sha256(releases.map((release) => release.checksum));
  // A choice is told from the whole by what was asked, not by a number that means nothing.
  const asked = isWhole ? "" : `-${sha256([JSON.stringify(storeFilter(input))]).slice(0, 8)}`;
  const issued = releases
    .map(({ createdAt }) => createdAt)
    .sort()
    .at(-1)!;
  const title = releases.map((release) => `${release.title}, ${release.id}`).join("; ");
  const codes = (heading: string, words: Readonly<Record<string, Readonly<Record<Language, string>>>>) => ({
    heading,
    columns: Object.entries(words).map(([code, meaning]) => [code, meaning[language]] as const),
  });
  return {
    about: {
      id: `${releases.length === 1 ? first.id : "releases"}${asked}`,
      title: releases.length === 1 ? first.title : `${word("releases")}: ${title}`,
      version: releases.map(({ version }) => version).join(", "),
      origin: all.origin,
      citation:
        releases.length === 1 ? first.citation : { title, publisher: "Socle", issued: issued.slice(0, 10) },
      licence: all.licence,
      caveats: [
        ...all.caveats,
        word("empty"),
        // The README alone goes with the bare files, of which one is a CSV.
        ...(input.format.startsWith("csv") || input.format === "readme" ? [word("apostrophe")] : []),
      ],
      checksum,
      madeAt: issued,
    },
    tables: [table],
    facts: [
      [word("address"), stableAddress(effects, releases, input)],
      ...(releases.length === 1
        ? []
        : [
            [
              word("releases"),
              releases.map(({ id, checksum: own }) => `${id} (SHA-256 ${own})`).join("; "),
            ] as const,
          ]),
    ],
    codes: [codes(word("flags"), statusWords), codes(word("reasons"), reasonWords)],
  };
}
