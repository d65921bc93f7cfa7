// The Open Archives Initiative's protocol for harvesting, version 2.0, over the public records. Errors of the
// protocol are answers like others; nothing here is shown that a visitor may not read.

import { XMLBuilder } from "fast-xml-parser";
import { permission } from "#access";
import { ok, type Result } from "#kernel";
import { type Actor, visitor } from "#records";
import { type HarvestItem, type HarvestKind, harvestKinds } from "#store";
import type { Effects } from "../effects.ts";
import type { Download } from "../use-case.ts";
import { dublinCoreOf } from "./dublin-core.ts";
import {
  metadataPrefix,
  momentOf,
  type OaiArguments,
  type OaiError,
  type OaiVerb,
  readOaiRequest,
  setNames,
  setOf,
} from "./oai-request.ts";
import { type ResumptionToken, readToken, writeToken } from "./oai-token.ts";
import { publicRecord } from "./public-record.ts";
import { textFile, writable } from "./text-file.ts";

/** Records a part of a list holds. */
const partSize = 100;
/** A harvest of a large collection takes hours, not days. */
const tokenHours = 24;

type Node = Readonly<Record<string, unknown>>;
type Answer = { readonly body: Node } | { readonly errors: readonly OaiError[] };
const error = (code: OaiError["code"], message: string): Answer => ({ errors: [{ code, message }] });

/** Answers any request of the protocol, the wrong ones too, with an XML document. */
export async function oai(
  effects: Effects,
  actor: Actor,
  given: Readonly<Record<string, string | readonly string[] | undefined>>,
): Promise<Result<Download>> {
  const allowed = permission(actor, "record.harvest");
  if (!allowed.ok) return allowed;
  const request = readOaiRequest(given);
  const answer = request.ok ? await answers[request.verb](effects, request.args) : { errors: request.errors };
  const isUnderstood =
    request.ok && !("errors" in answer && answer.errors.some(({ code }) => code === "badArgument"));
  const text = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    format: true,
    suppressEmptyNode: true,
  }).build({
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    "OAI-PMH": {
      "@xmlns": "http://www.openarchives.org/OAI/2.0/",
      "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "@xsi:schemaLocation":
        "http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd",
      responseDate: toSecond(effects.now()),
      request: {
        // What was not understood is not repeated.
        ...(isUnderstood ? attributesOf({ verb: request.verb, ...request.args }) : {}),
        "#text": baseOf(effects),
      },
      ...("errors" in answer
        ? { error: answer.errors.map(({ code, message }) => ({ "@code": code, "#text": writable(message) })) }
        : { [request.ok ? request.verb : ""]: answer.body }),
    },
  }) as string;
  return ok(textFile("oai.xml", "text/xml; charset=utf-8", text));
}

const attributesOf = (args: OaiArguments) =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [`@${name}`, writable(value)]));
const toSecond = (instant: string) => `${new Date(instant).toISOString().slice(0, 19)}Z`;
const baseOf = ({ address }: Effects) => `${address}/oai`;
const hostOf = ({ address }: Effects) => new URL(address).hostname;

const identifierOf = (effects: Effects, { kind, id }: Pick<HarvestItem, "kind" | "id">) =>
  `oai:${hostOf(effects)}:${kind}/${encodeURIComponent(id)}`;

function itemNamed(effects: Effects, identifier: string): { kind: HarvestKind; id: string } | null {
  const prefix = `oai:${hostOf(effects)}:`;
  const [kind, id, ...rest] = identifier.startsWith(prefix) ? identifier.slice(prefix.length).split("/") : [];
  const known = setOf(kind ?? "");
  if (known === null || id === undefined || id === "" || rest.length > 0) return null;
  try {
    return { kind: known, id: decodeURIComponent(id) };
  } catch {
    return null;
  }
}

const header = (effects: Effects, item: HarvestItem): Node => ({
  ...(item.deleted ? { "@status": "deleted" } : {}),
  identifier: identifierOf(effects, item),
  datestamp: item.at,
  setSpec: item.kind,
});

/** A record with its Dublin Core; one that vanished since it was listed is told as deleted. */
async function record(effects: Effects, item: HarvestItem): Promise<Node> {
  const found = item.deleted ? null : await publicRecord(effects, visitor, item.kind, item.id);
  if (!found) return { header: header(effects, { ...item, deleted: true }) };
  const elements: Record<string, unknown[]> = {};
  for (const { element, value, language } of dublinCoreOf(found, effects.address)) {
    elements[`dc:${element}`] = [
      ...(elements[`dc:${element}`] ?? []),
      { ...(language ? { "@xml:lang": language } : {}), "#text": writable(value) },
    ];
  }
  return {
    header: header(effects, item),
    metadata: {
      "oai_dc:dc": {
        "@xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
        "@xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "@xsi:schemaLocation":
          "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
        ...elements,
      },
    },
  };
}

const answers: Readonly<Record<OaiVerb, (effects: Effects, args: OaiArguments) => Promise<Answer>>> = {
  Identify: async (effects) => ({
    body: {
      repositoryName: "Socle: the evidence system for social protection",
      baseURL: baseOf(effects),
      protocolVersion: "2.0",
      adminEmail: effects.contact ?? `postmaster@${hostOf(effects)}`,
      earliestDatestamp: (await effects.store.catalogue.harvest.earliest()) ?? toSecond(effects.now()),
      deletedRecord: "transient",
      granularity: "YYYY-MM-DDThh:mm:ssZ",
      description: {
        "oai-identifier": {
          "@xmlns": "http://www.openarchives.org/OAI/2.0/oai-identifier",
          "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
          "@xsi:schemaLocation":
            "http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd",
          scheme: "oai",
          repositoryIdentifier: hostOf(effects),
          delimiter: ":",
          sampleIdentifier: identifierOf(effects, { kind: "evaluation", id: "ievd-E-2" }),
        },
      },
    },
  }),
  async ListMetadataFormats(effects, { identifier }) {
    if (identifier !== undefined) {
      const named = itemNamed(effects, identifier);
      if (!named || !(await effects.store.catalogue.harvest.item(named.kind, named.id)))
        return error("idDoesNotExist", `There is no public record "${identifier.slice(0, 300)}".`);
    }
    return {
      body: {
        metadataFormat: {
          metadataPrefix,
          schema: "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
          metadataNamespace: "http://www.openarchives.org/OAI/2.0/oai_dc/",
        },
      },
    };
  },
  async ListSets(_effects, { resumptionToken }) {
    if (resumptionToken !== undefined)
      return error("badResumptionToken", "The sets fit into one answer; there is nothing to go on with.");
    return {
      body: { set: harvestKinds.map((kind) => ({ setSpec: kind, setName: setNames[kind] })) },
    };
  },
  ListIdentifiers: (effects, args) => list(effects, "ListIdentifiers", args),
  ListRecords: (effects, args) => list(effects, "ListRecords", args),
  async GetRecord(effects, { identifier = "", metadataPrefix: prefix }) {
    if (prefix !== metadataPrefix) return wrongFormat(prefix);
    const named = itemNamed(effects, identifier);
    const item = named && (await effects.store.catalogue.harvest.item(named.kind, named.id));
    if (!item) return error("idDoesNotExist", `There is no public record "${identifier.slice(0, 300)}".`);
    return { body: { record: await record(effects, item) } };
  },
};

const wrongFormat = (prefix = "") =>
  error(
    "cannotDisseminateFormat",
    `Records are given as ${metadataPrefix}, not as "${prefix.slice(0, 100)}".`,
  );

async function list(effects: Effects, verb: ResumptionToken["verb"], args: OaiArguments): Promise<Answer> {
  const { harvest } = effects.store.catalogue;
  const now = toSecond(effects.now());
  const token = args["resumptionToken"] === undefined ? null : readToken(args["resumptionToken"], verb, now);
  if (args["resumptionToken"] !== undefined && token === null)
    return error(
      "badResumptionToken",
      `The resumptionToken is none of this repository, or has expired after ${tokenHours} hours. Begin the list again.`,
    );
  if (token === null && args["metadataPrefix"] !== metadataPrefix) return wrongFormat(args["metadataPrefix"]);
  const wanted = token ? token.set : args["set"];
  const set = wanted === undefined ? undefined : setOf(wanted);
  if (set === null)
    return error("noRecordsMatch", `There is no set "${wanted?.slice(0, 100)}"; ListSets has them.`);
  const range = {
    kinds: set === undefined ? harvestKinds : [set],
    from: token ? token.from : momentOf(args["from"], false),
    until: token ? token.until : momentOf(args["until"], true),
  };
  const { items, more } = await harvest.page({ ...range, after: token?.after ?? null, limit: partSize });
  const last = items.at(-1);
  if (!last) {
    if (token) return { body: { resumptionToken: emptyToken(token.size, token.cursor) } };
    return error("noRecordsMatch", "No public record fits set and dates.");
  }
  const size = token?.size ?? (more ? await harvest.count(range) : items.length);
  const cursor = token?.cursor ?? 0;
  const expires = toSecond(new Date(Date.parse(now) + tokenHours * 3_600_000).toISOString());
  const next = more
    ? {
        "@expirationDate": expires,
        "@completeListSize": size,
        "@cursor": cursor,
        "#text": writeToken({
          verb,
          ...(set === undefined ? {} : { set }),
          ...(range.from === undefined ? {} : { from: range.from }),
          ...(range.until === undefined ? {} : { until: range.until }),
          after: { kind: last.kind, deleted: last.deleted, at: last.at, id: last.id },
          cursor: cursor + items.length,
          size,
          expires,
        }),
      }
    : token
      ? emptyToken(size, cursor)
      : null;
  const found =
    verb === "ListRecords"
      ? { record: await inTurn(items, (item) => record(effects, item)) }
      : { header: items.map((item) => header(effects, item)) };
  return { body: { ...found, ...(next === null ? {} : { resumptionToken: next }) } };
}

/** The last part of a list that came in several says so. */
const emptyToken = (size: number, cursor: number) => ({
  "@completeListSize": size,
  "@cursor": cursor,
  "#text": "",
});

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
