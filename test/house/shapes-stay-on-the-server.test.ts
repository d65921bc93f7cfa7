import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withoutShapes } from "../../setup/shapes-stay-on-the-server.mjs";

const folder = new URL("../../src/contract/", import.meta.url);

it("leaves of a route its address, method, action and kind of body", () => {
  const code = `export const some = {
  a: route({ operationId: "a", method: "POST", path: "/a/:id", summary: "A", action: "a.b",
    params: Id, body: z.object({ x: z.string() }), reply: Shape }),
  b: route({ operationId: "b", method: "POST", path: "/b", summary: "B", action: "a.b", body: "upload", reply: "file" }),
};`;
  expect(withoutShapes(code).replace(/\s+/g, " ")).toBe(
    `export const some = { a: route({ operationId: "a", method: "POST", path: "/a/:id", action: "a.b", body: {}, }), b: route({ operationId: "b", method: "POST", path: "/b", action: "a.b", body: "upload", }), };`,
  );
});

it("finds the shapes of every file of routes", () => {
  const files = readdirSync(folder).filter((name) => /^routes-.*\.ts$/.test(name));
  expect(files.length).toBeGreaterThan(8);
  for (const name of files) {
    const left = withoutShapes(readFileSync(new URL(name, folder), "utf8"));
    expect(left, name).not.toMatch(/^\s+(reply|params|query|summary): /m);
  }
});
