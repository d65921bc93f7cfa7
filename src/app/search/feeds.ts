// Any search as an Atom feed (RFC 4287): what was added last comes first, so that a reader of feeds tells of
// what is new. Entries keep their identifiers; their date is when the passage or record was last stored.

import { XMLBuilder } from "fast-xml-parser";
import { permission } from "#access";
import { fail, ok } from "#kernel";
import { mostTaken, searchTextProblem } from "#store";
import type { Effects } from "../effects.ts";
import { readableTiers } from "../readable.ts";
import type { Download, RouteUseCase } from "../use-case.ts";
import { feedWords, kindWords } from "./feed-words.data.ts";
import { evaluationQuestion, filtersIn, passageQuestion, questionAddress } from "./search-input.ts";

/** Entries in a feed; readers ask again long before so many are new. */
const mostEntries = 50;

type Entry = {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly address: string;
  readonly language: string | null;
  readonly category: string | null;
  readonly text: string;
};

export const passagesFeed: RouteUseCase<"passagesFeed"> = async (effects, actor, input) => {
  const allowed = permission(actor, "passage.search");
  if (!allowed.ok) return allowed;
  const wrong = searchTextProblem(input.q);
  if (wrong) return fail(wrong);
  const found = await effects.store.catalogue.passages.search({
    ...passageQuestion(input),
    sort: "added",
    unmarked: true,
    most: mostTaken,
    facets: [],
    tiers: readableTiers(actor),
    limit: mostEntries,
    offset: 0,
  });
  const { lang } = input;
  const query = questionAddress("q", input.q, filtersIn(input));
  return ok(
    feed(effects, {
      name: "passages",
      query,
      title: `${feedWords.passages[lang]}${found.understood ? `: ${found.understood}` : ""}`,
      subtitle: found.more ? feedWords.newest[lang] : null,
      language: lang,
      page: `/evidence/search${query}`,
      entries: found.hits.map(({ passage, title, recordedAt }) => ({
        id: `passage/${passage.id}`,
        title: [kindWords[passage.kind][lang], passage.label, title && `· ${title}`]
          .filter(Boolean)
          .join(" "),
        updated: recordedAt,
        address: `/evidence/reports/${passage.source}?passage=${encodeURIComponent(passage.id)}`,
        language: passage.language,
        category: passage.kind,
        text: passage.text,
      })),
    }),
  );
};

export const evaluationsFeed: RouteUseCase<"evaluationsFeed"> = async (effects, actor, input) => {
  const allowed = permission(actor, "evaluation.read");
  if (!allowed.ok) return allowed;
  const text = input.text ?? "";
  const wrong = searchTextProblem(text, "evaluations");
  if (wrong) return fail(wrong);
  const found = await effects.store.catalogue.evaluations.list({
    ...evaluationQuestion(input),
    sort: "added",
    facets: [],
    tiers: readableTiers(actor),
    limit: mostEntries,
    offset: 0,
  });
  const { lang } = input;
  const query = questionAddress("text", text, filtersIn(input));
  return ok(
    feed(effects, {
      name: "evaluations",
      query,
      title: `${feedWords.evaluations[lang]}${found.understood ? `: ${found.understood}` : ""}`,
      subtitle: null,
      language: lang,
      page: `/evidence${query}`,
      entries: found.evaluations.map((record) => ({
        id: `evaluation/${record.id}`,
        title: record.title,
        updated: found.recordedAt[record.id] ?? effects.now(),
        address: `/evidence/evaluations/${encodeURIComponent(record.id)}`,
        language: record.language,
        category: record.type,
        text: record.summary ?? [record.year, ...record.countries, record.donor].filter(Boolean).join(", "),
      })),
    }),
  );
};

/** What XML cannot hold at all, however it is written. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const writable = (text: string) => text.toWellFormed().replace(unwritable, "\uFFFD");

function feed(
  effects: Effects,
  about: {
    readonly name: string;
    readonly query: string;
    readonly title: string;
    readonly subtitle: string | null;
    readonly language: string;
    readonly page: string;
    readonly entries: readonly Entry[];
  },
): Download {
  const { address } = effects;
  // Identifiers are tags (RFC 4151): they stay when a page moves.
  const tag = (what: string) => `tag:${new URL(address).hostname},2026:${what}`;
  const link = (rel: string, type: string, href: string) => ({
    "@rel": rel,
    "@type": type,
    "@href": `${address}${href}`,
  });
  const text = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    format: true,
    suppressEmptyNode: true,
  }).build({
    "?xml": { "@version": "1.0", "@encoding": "utf-8" },
    feed: {
      "@xmlns": "http://www.w3.org/2005/Atom",
      "@xml:lang": about.language,
      id: writable(tag(`feeds/${about.name}${about.query}`)),
      title: writable(about.title),
      ...(about.subtitle && { subtitle: about.subtitle }),
      updated:
        about.entries.map(({ updated }) => updated).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ??
        effects.now(),
      author: { name: "Socle", uri: address },
      link: [
        link("self", "application/atom+xml", `/feeds/${about.name}.atom${about.query}`),
        link("alternate", "text/html", about.page),
      ],
      entry: about.entries.map((entry) => ({
        ...(entry.language && { "@xml:lang": entry.language }),
        id: writable(tag(entry.id)),
        title: writable(entry.title),
        updated: entry.updated,
        link: link("alternate", "text/html", entry.address),
        ...(entry.category && { category: { "@term": entry.category } }),
        content: { "@type": "text", "#text": writable(entry.text) },
      })),
    },
  }) as string;
  return {
    fileName: `${about.name}.atom`,
    mediaType: "application/atom+xml; charset=utf-8",
    stream: (async function* () {
      yield new TextEncoder().encode(text);
    })(),
    inline: true,
  };
}
