import rateLimit from "@fastify/rate-limit";
import { fastify } from "fastify";
import { expect, it } from "vitest";
import { type Effects, readSettings } from "#app";
import { addGate } from "./gate.ts";

async function gated() {
  const settings = readSettings({}, "/project");
  if (!settings.ok) throw new Error("settings");
  const app = fastify();
  await app.register(rateLimit, { global: false });
  const effects = {} as Effects; // never reached: no request is made
  addGate(app, { effects, settings: settings.value, https: false, publicHost: null, operatorToken: null });
  return app;
}

it("lets no address under /api be added that names no action", async () => {
  const app = await gated();
  expect(() => app.get("/api/secret", async () => "secret")).toThrow(/GET \/api\/secret names no action/);
  expect(() => app.get("/api/open", { config: { action: "health.read" } }, async () => "open")).not.toThrow();
  expect(() => app.get("/page", async () => "page")).not.toThrow();
});
