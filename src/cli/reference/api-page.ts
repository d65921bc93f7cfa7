import { z } from "zod";
import { actions } from "#app";
import { type Route, routes } from "#contract";
import { code, page, table } from "./markdown.ts";
import { boundsText, fieldTexts, type JsonSchema, shapeText } from "./shape-text.ts";

type Definitions = Record<string, JsonSchema>;

/** The schema of a shape; named parts are gathered once for the whole page. */
function schemaOf(shape: z.ZodType, definitions: Definitions): JsonSchema {
  const { $defs, ...schema } = z.toJSONSchema(shape, {
    io: "output",
    unrepresentable: "any",
  }) as JsonSchema & {
    $defs?: Definitions;
    id?: string;
  };
  Object.assign(definitions, $defs);
  if (!schema.id) return schema;
  definitions[schema.id] = schema;
  return { $ref: `#/$defs/${schema.id}` };
}

function inputRows(route: Route, definitions: Definitions): readonly (readonly string[])[] {
  const parts = [
    ["path", route.params],
    ["query", route.query],
    ["body", route.body],
  ] as const;
  return parts.flatMap(([where, shape]) => {
    if (!shape) return [];
    if (shape === "upload") return [[where, "", "the bytes of the file, application/octet-stream", ""]];
    if (shape === "form")
      return [[where, "", "the same arguments as fields of a form, application/x-www-form-urlencoded", ""]];
    const schema = schemaOf(shape, definitions);
    return fieldTexts(schema).map(([name, text]) => [
      where,
      code(name),
      text,
      boundsText(schema.properties![name.replace(/\?$/, "")]!),
    ]);
  });
}

function answerText(route: Route, definitions: Definitions): string {
  if (route.reply === "file") return "A file to download.";
  if (route.reply === "lines")
    return 'One JSON document a line: `{"progress":…}` as the work goes on, then `{"result":…}` or `{"problems":…}`.';
  return code(shapeText(schemaOf(route.reply, definitions)));
}

const whoMay = (action: string): string => {
  const rule = (actions as Readonly<Record<string, { readonly allowed: string | readonly string[] }>>)[
    action
  ];
  if (!rule || rule.allowed === "operator") return "whoever can read the data folder";
  return typeof rule.allowed === "string" ? rule.allowed : rule.allowed.join(", ");
};

export function apiPage(): string {
  const definitions: Definitions = {};
  const parts = (Object.values(routes) as readonly Route[]).map((route) => {
    const inputs = inputRows(route, definitions);
    return [
      `## ${route.operationId}`,
      `${code(`${route.method} ${route.path}`)}: ${route.summary}.`,
      `Action ${code(route.action)}; who may: ${whoMay(route.action)}.`,
      inputs.length > 0 ? table(["in", "name", "form", "bounds"], inputs) : "No input.",
      `Answer: ${answerText(route, definitions)}`,
    ].join("\n\n");
  });
  const shapes = Object.keys(definitions)
    .sort()
    .map((name) => {
      const schema = definitions[name]!;
      const body = schema.properties
        ? table(
            ["field", "form"],
            fieldTexts(schema).map(([field, text]) => [code(field), text]),
          )
        : shapeText(schema);
      return [`### ${name}`, schema.description ?? "", body].filter(Boolean).join("\n\n");
    });
  return page(
    "API",
    "The same is served by a running installation at `/api/docs`, and as OpenAPI 3.1 at `/api/openapi.json`. Every answer has the shape declared here and nothing else. A field with `?` may be absent. Problems come as RFC 9457 bodies (`application/problem+json`) with `problems`, the list of all that is wrong.",
    ...parts,
    "## Shapes",
    ...shapes,
  );
}
