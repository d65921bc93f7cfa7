import { expect, it } from "vitest";
import { accessProblems, accountsProblems } from "#app";
import { problemBody } from "./problem-body.ts";
import { statusOf, statusOfCode } from "./problem-status.ts";
import { apiProblems } from "./problems.ts";

it("gives each problem of the shell, the policy and accounts a status of an error", () => {
  const codes = Object.keys({ ...accessProblems, ...accountsProblems, ...apiProblems });
  expect(codes.length).toBeGreaterThan(25);
  for (const code of codes) expect(statusOfCode(code), code).toBeGreaterThanOrEqual(400);
});

it.each([
  ["access.sign-in-needed", 401],
  ["access.not-allowed", 403],
  ["accounts.unknown", 404],
  ["app.not-found", 404],
  ["app.trace-unknown", 404],
  ["app.series-moved-on", 409],
  ["agencies.encoding-unknown", 422],
  ["releases.area-unknown", 422],
  ["documents.format-unknown", 422],
  ["api.failed", 500],
  ["sources.unit-unknown-to-nobody", 422],
  ["statistics.weights-invalid", 422],
])("%s is %i", (code, status) => {
  expect(statusOfCode(code)).toBe(status);
});

it("takes the status of the first of several, and of none a failure", () => {
  expect(
    statusOf([
      { code: "access.not-allowed", message: "" },
      { code: "api.failed", message: "" },
    ]),
  ).toBe(403);
  expect(statusOf([])).toBe(500);
});

it("tells how many problems there are in the detail, and all of them in the list", () => {
  const problems = [
    { code: "a.b", message: "One.", at: { row: 3 } },
    { code: "c.d", message: "Two." },
  ];
  expect(problemBody(problems, 422, "/api/x")).toEqual({
    type: "urn:socle:problem:a.b",
    title: "Unprocessable Entity",
    status: 422,
    detail: 'One. (2 problems in all, listed under "problems".)',
    instance: "/api/x",
    problems,
  });
});
