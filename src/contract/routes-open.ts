// Open to the world: harvesting, site maps, citing one record.

import { z } from "zod";
import { languages } from "#kernel";
import { route } from "./route.ts";

/** Records that have a lasting address. */
export const citedKinds = ["evaluation", "report", "lesson", "recommendation", "release", "run"] as const;
export const citationFormats = ["ris", "bibtex", "csl-json"] as const;

const cited = { kind: z.enum(citedKinds), id: z.string().min(1).max(300) };
const text = z.string().max(3_000);
const argument = z.union([text, z.array(text).max(20)]).optional();
/** Other arguments and repeated ones come through: what is wrong with them the protocol says itself. */
const oaiArguments = z
  .object({
    verb: argument,
    identifier: argument,
    metadataPrefix: argument,
    set: argument,
    from: argument,
    until: argument,
    resumptionToken: argument,
  })
  .catchall(argument);

export const openRoutes = {
  citation: route({
    operationId: "citation",
    method: "GET",
    path: "/api/citations",
    summary: "How to cite one record, in three styles",
    action: "record.harvest",
    query: z.object({ ...cited, lang: z.enum(languages).default("en") }),
    reply: z.object({
      styles: z.array(
        z.object({
          style: z.enum(["apa", "chicago", "vancouver"]),
          name: z.string(),
          text: z.string(),
          parts: z.array(z.object({ text: z.string(), italic: z.boolean() })),
        }),
      ),
    }),
  }),
  downloadCitation: route({
    operationId: "downloadCitation",
    method: "GET",
    path: "/api/citations/download",
    summary: "One record for a reference manager, as RIS, BibTeX or CSL-JSON",
    action: "record.harvest",
    query: z.object({ ...cited, format: z.enum(citationFormats) }),
    reply: "file",
  }),
  oai: route({
    operationId: "oai",
    method: "GET",
    path: "/oai",
    summary: "Public records for harvesters, by the protocol OAI-PMH 2.0 with Dublin Core",
    action: "record.harvest",
    query: oaiArguments,
    reply: "file",
  }),
  oaiForm: route({
    operationId: "oaiForm",
    method: "POST",
    path: "/oai",
    summary: "The same with the arguments in a form, as the protocol has it",
    action: "record.harvest",
    query: oaiArguments,
    body: "form",
    reply: "file",
  }),
  sitemapIndex: route({
    operationId: "sitemapIndex",
    method: "GET",
    path: "/sitemap.xml",
    summary: "The list of site maps for search engines",
    action: "record.harvest",
    reply: "file",
  }),
  sitemapPart: route({
    operationId: "sitemapPart",
    method: "GET",
    path: "/sitemaps/:part",
    summary: "One site map: at most 50,000 addresses with the moment each last changed",
    action: "record.harvest",
    params: z.object({ part: z.string().min(1).max(100) }),
    reply: "file",
  }),
  robots: route({
    operationId: "robots",
    method: "GET",
    path: "/robots.txt",
    summary: "What search engines are asked to leave alone",
    action: "record.harvest",
    reply: "file",
  }),
} as const;
