import { expect, it } from "vitest";
import { editableFields } from "./shapes-registry.ts";

const takes = (edit: object) => editableFields.safeParse(edit).success;

it("takes no link that a browser would run", () => {
  expect(takes({ link: "https://example.org/report.pdf" })).toBe(true);
  expect(takes({ link: "http://localhost:8080/a b" })).toBe(true);
  expect(takes({ link: null })).toBe(true);
  for (const link of ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/hosts", "x"])
    expect(takes({ link }), link).toBe(false);
});

it("takes only days that the calendar has", () => {
  for (const day of ["2020", "2020-02", "2020-02-29", "2019-12-31"])
    expect(takes({ publishedOn: day }), day).toBe(true);
  for (const day of ["2019-02-29", "2021-02-31", "2021-04-31", "2021-13", "2021-00-10", "21"])
    expect(takes({ publishedOn: day }), day).toBe(false);
});
