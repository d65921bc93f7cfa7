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
  let document: OpenAPIV3_1.Document | null = null;
  const described = () => {
    document ??= withoutUnused(withUploads(app.swagger() as OpenAPIV3_1.Document));
    return document;
  };
  const config = { action: "docs.read" };
  app.get("/api/openapi.json", { config, schema: { hide: true } as object }, async (_request, reply) =>
    reply.type("application/json; charset=utf-8").send(JSON.stringify(described())),
  );
  app.get("/api/docs", { config, schema: { hide: true } as object }, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(docsPage(described())),
  );
}

/** Adds the bodies of uploads, which have no shape to be described by. */
function withUploads(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  for (const route of Object.values(routes) as readonly Route[]) {
    if (route.body !== "upload") continue;
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    const operation = document.paths?.[path]?.[route.method.toLowerCase() as "post"];
    if (operation) {
      operation.requestBody = {
        required: true,
        description: "The bytes of the file.",
        content: { "application/octet-stream": {} },
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
