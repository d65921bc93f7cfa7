// From the route table and the use cases to handlers. Knows no single route.

import { parse as parseQuery } from "node:querystring";
import type { FastifyInstance } from "fastify";
import { actions, type RouteUseCase } from "#app";
import type { Route, RouteName } from "#contract";
import { type AnyUseCase, answerRoute, type Shell } from "./answer-route.ts";
import { tooManyAttempts } from "./attempt-refusal.ts";
import { schemaOfRoute } from "./route-schema.ts";

export type UseCases = { readonly [K in RouteName]?: RouteUseCase<K> };

const linksPerMinute = 30;

/**
 * Registers each route that has a use case; a route without one does not exist. Uploads live in a scope
 * of their own, in which a body is a stream of bytes and JSON is not taken; so do forms.
 *
 * @param table the routes of the contract; tests plant others
 */
export async function registerRoutes(
  app: FastifyInstance,
  shell: Shell,
  table: Readonly<Record<string, Route>>,
  useCases: UseCases,
): Promise<void> {
  const wired = Object.entries(table).flatMap(([name, route]) => {
    const perform = (useCases as Readonly<Record<string, AnyUseCase | undefined>>)[name];
    if (!Object.hasOwn(actions, route.action)) {
      throw new Error(
        `The route ${name} asks the action "${route.action}", which the access policy does not know.`,
      );
    }
    return perform ? [{ route, perform }] : [];
  });
  for (const { route, perform } of wired)
    if (route.body !== "upload" && route.body !== "form") add(app, shell, route, perform);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/octet-stream", (_request, payload, done) => done(null, payload));
    for (const { route, perform } of wired) if (route.body === "upload") add(scope, shell, route, perform);
  });
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string" },
      (_request, text, done) => done(null, parseQuery(String(text))),
    );
    for (const { route, perform } of wired) if (route.body === "form") add(scope, shell, route, perform);
  });
}

function add(app: FastifyInstance, shell: Shell, route: Route, perform: AnyUseCase): void {
  const limit = route.action.startsWith("link.")
    ? app.createRateLimit({ max: linksPerMinute, timeWindow: 60_000 })
    : null;
  app.route({
    method: route.method,
    url: route.path,
    schema: schemaOfRoute(route),
    config: { action: route.action },
    ...(route.reply === "lines" ? { compress: false } : {}),
    handler: async (request, reply) => {
      if (limit) {
        const found = await limit(request);
        if (!found.isAllowed && found.isExceeded) throw tooManyAttempts(found.ttlInSeconds);
      }
      return answerRoute(shell, route, perform, request, reply);
    },
  });
}
