// A page of the API without any script: made on the server from the OpenAPI document.

import type { OpenAPIV3_1 } from "openapi-types";

const methods = ["get", "post", "put", "patch", "delete"] as const;

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/`([^`]+)`/g, "<code>$1</code>");

type Schema = { readonly [key: string]: unknown };

/** A schema in a few words: `string, at most 300 characters`, `Problem`, `list of Evaluation`. */
function inWords(schema: Schema | boolean | undefined, depth = 0): string {
  if (schema === undefined || schema === false) return "";
  if (schema === true) return "any value";
  const reference = schema["$ref"];
  if (typeof reference === "string") {
    const name = reference.split("/").at(-1) ?? "";
    return `<a href="#shape-${escaped(name)}">${escaped(name)}</a>`;
  }
  const choices = schema["enum"] as readonly unknown[] | undefined;
  if (choices) return choices.map((value) => `<code>${escaped(JSON.stringify(value))}</code>`).join(" or ");
  if ("const" in schema) return `<code>${escaped(JSON.stringify(schema["const"]))}</code>`;
  const union = (schema["anyOf"] ?? schema["oneOf"]) as readonly Schema[] | undefined;
  if (union) return union.map((part) => inWords(part, depth)).join(" or ");
  const type = schema["type"];
  const places = schema["prefixItems"] as readonly Schema[] | undefined;
  if (places) return `list of ${places.map((place) => inWords(place, depth)).join(" and ")}`;
  if (type === "array") return `list of ${inWords(schema["items"] as Schema | undefined, depth) || "values"}`;
  if (type === "object") {
    const properties = schema["properties"] as Readonly<Record<string, Schema>> | undefined;
    const others = schema["additionalProperties"] as Schema | boolean | undefined;
    if (properties === undefined && others) return `object of ${inWords(others, depth)} by name`;
    if (properties === undefined || depth > 3) return "object";
    const required = new Set((schema["required"] as readonly string[] | undefined) ?? []);
    return `<ul>${Object.entries(properties)
      .map(([name, part]) => {
        const note = typeof part["description"] === "string" ? ` — ${escaped(part["description"])}` : "";
        return `<li><code>${escaped(name)}</code>${required.has(name) ? "" : " (may be absent)"}: ${inWords(part, depth + 1)}${note}</li>`;
      })
      .join("")}</ul>`;
  }
  const limits = [
    ["maxLength", "at most", "characters"],
    ["minimum", "from", ""],
    ["maximum", "to", ""],
    ["default", "if absent", ""],
  ].flatMap(([key = "", before = "", after = ""]) => {
    const value = schema[key];
    // The largest exact number of the language says nothing to a reader.
    if (value === undefined || Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER) return [];
    return [`${before} ${escaped(JSON.stringify(value))} ${after}`.trim()];
  });
  const types = Array.isArray(type) ? type.join(" or ") : String(type ?? "any value");
  return [escaped(types), ...limits].join(", ");
}

function operationHtml(path: string, method: string, operation: OpenAPIV3_1.OperationObject): string {
  const parameters = (operation.parameters ?? []) as readonly OpenAPIV3_1.ParameterObject[];
  const body = operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined;
  const success = operation.responses?.["200"] as OpenAPIV3_1.ResponseObject | undefined;
  const content = (
    given: { readonly content?: Readonly<Record<string, { schema?: unknown }>> } | undefined,
  ) =>
    Object.entries(given?.content ?? {})
      .map(
        ([type, { schema }]) =>
          `<p><code>${escaped(type)}</code></p>${inWords(schema as Schema | undefined)}`,
      )
      .join("");
  return `<section id="${escaped(operation.operationId ?? "")}">
<h3><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>
<p><strong>${escaped(operation.summary ?? "")}.</strong> ${escaped(operation.description ?? "")}</p>
${
  parameters.length > 0
    ? `<table><thead><tr><th>Parameter</th><th>In</th><th>Form</th></tr></thead><tbody>${parameters
        .map(
          (parameter) =>
            `<tr><td><code>${escaped(parameter.name)}</code>${parameter.required ? "" : " (may be absent)"}</td><td>${escaped(parameter.in)}</td><td>${inWords(parameter.schema as Schema | undefined)}</td></tr>`,
        )
        .join("")}</tbody></table>`
    : ""
}
${body ? `<details><summary>Body</summary>${content(body)}</details>` : ""}
${success ? `<details><summary>Answer</summary>${content(success)}</details>` : ""}
</section>`;
}

/** The page at /api/docs: every address with who may use it, its parameters, body and answer. */
export function docsPage(document: OpenAPIV3_1.Document): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? "api"))];
  const shapes = Object.entries((document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API of Socle</title>
<style>
:root { color-scheme: light dark; --ink: #1f2328; --paper: #fff; --line: #c9ced3; --link: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --paper: #16191c; --line: #454b52; --link: #8ab8e8; } }
body { color: var(--ink); background: var(--paper); font: 1rem/1.55 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
a { color: var(--link); } code { overflow-wrap: anywhere; }
section { border-top: 1px solid var(--line); padding: .5rem 0; }
.method { font-size: .85em; border: 1px solid var(--line); border-radius: .25rem; padding: 0 .4rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: .25rem .75rem .25rem 0; }
nav ul { columns: 15rem; padding-left: 1.2rem; }
</style>
</head>
<body>
<main>
<h1>API of Socle</h1>
<p>${escaped(document.info.description ?? "")} Version ${escaped(document.info.version)}. The same as a document for programs: <a href="/api/openapi.json">OpenAPI 3.1</a>. <a href="/">Back to the pages</a>.</p>
<nav aria-label="Addresses"><ul>${operations
    .map(
      ({ path, method, operation }) =>
        `<li><a href="#${escaped(operation.operationId ?? "")}">${method.toUpperCase()} ${escaped(path)}</a></li>`,
    )
    .join("")}</ul></nav>
${tags
  .map(
    (tag) =>
      `<h2>${escaped(tag)}</h2>${operations
        .filter(({ operation }) => (operation.tags?.[0] ?? "api") === tag)
        .map(({ path, method, operation }) => operationHtml(path, method, operation))
        .join("")}`,
  )
  .join("")}
<h2>Shapes</h2>
${shapes.map(([name, schema]) => `<section id="shape-${escaped(name)}"><h3>${escaped(name)}</h3>${inWords(schema)}</section>`).join("")}
</main>
</body>
</html>
`;
}
