// The OpenAPI 3.1 document and the page made of it.

import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import type { OpenAPIV3_1 } from "openapi-types";
import { type Route, routes } from "#contract";
import { docsPage } from "./docs-page.ts";

/** Has to be called before the routes are registered: it collects them as they come. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Socle",
        version,
        description:
          "The evidence system for social protection and socio-economic security. Reading what is public needs no account. Errors are RFC 9457 problem details; `problems` lists all that is wrong.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  // Made at the first question and kept: they do not change while the server runs.
  let kept: { readonly json: string; readonly page: string } | null = null;
  const described = () => {
    if (kept === null) {
      const document = withoutUnused(withUploads(app.swagger() as OpenAPIV3_1.Document));
      kept = { json: JSON.stringify(document), page: docsPage(document) };
    }
    return kept;
  };
  const route = { config: { action: "docs.read" }, schema: { hide: true } as object };
  app.get("/api/openapi.json", route, async (_request, reply) =>
    reply.type("application/json; charset=utf-8").send(described().json),
  );
  app.get("/api/docs", route, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(described().page),
  );
}

/** Adds the bodies of uploads and forms, which have no shape to be described by. */
function withUploads(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  for (const route of Object.values(routes) as readonly Route[]) {
    if (route.body !== "upload" && route.body !== "form") continue;
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    const operation = document.paths?.[path]?.[route.method.toLowerCase() as "post"];
    if (operation) {
      operation.requestBody = {
        required: true,
        ...(route.body === "upload"
          ? { description: "The bytes of the file.", content: { "application/octet-stream": {} } }
          : {
              description: "The same arguments as in the query.",
              content: { "application/x-www-form-urlencoded": {} },
            }),
      };
    }
  }
  return document;
}

/** Leaves out shapes that no address refers to: each stands there twice, as it is taken and as it is given. */
function withoutUnused(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const shapes = document.components?.schemas ?? {};
  const used = new Set<string>();
  const visit = (part: unknown) => {
    for (const [, name = ""] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(shapes[name] ?? null);
    }
  };
  visit(document.paths);
  return {
    ...document,
    components: {
      ...document.components,
      schemas: Object.fromEntries(Object.entries(shapes).filter(([name]) => used.has(name))),
    },
  };
}
