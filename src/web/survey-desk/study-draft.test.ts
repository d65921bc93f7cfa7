import { describe, expect, it } from "vitest";
import type { Study } from "#records";
import { draftOf, emptyStudy, studyOf } from "./study-draft.ts";

const filled = {
  ...emptyStudy,
  id: "XAA_2024_PSS_v01_M",
  title: "People's Security Survey",
  areas: "XAA",
  from: "2024",
  universe: "Persons of 15 and over",
  agesFrom: "15",
  rate: "87,5",
  places: "North; South",
};

describe("the form of a study", () => {
  it("gives a description in which what was left empty is not stated", () => {
    const study = studyOf(filled);
    expect(study).toMatchObject({
      id: "XAA_2024_PSS_v01_M",
      series: "PSS",
      areas: ["XAA"],
      years: { from: 2024, to: 2024 },
      universe: { ages: { from: 15, to: null } },
      coverage: { class: "national", places: ["North", "South"], note: null },
      response: { rate: 0.875, note: null },
      abstract: null,
      licence: "not stated",
      funding: [],
    });
  });

  it("leaves what it does not show as it stood, and takes out what was emptied", () => {
    const before = {
      ...studyOf(filled),
      title: { en: "Old", fr: "Ancien" },
      abstract: { en: "Gone soon" },
      sampling: { procedure: { en: "Two stages" }, overSampling: { en: "Women" } },
      caveats: ["Simulated."],
      producers: [{ name: "Office", role: "fieldwork" }],
    } as unknown as Study;
    const draft = { ...draftOf(before), title: "New", abstract: "" };
    expect(studyOf(draft, before)).toMatchObject({
      title: { en: "New", fr: "Ancien" },
      abstract: null,
      sampling: { procedure: { en: "Two stages" }, overSampling: { en: "Women" } },
      caveats: ["Simulated."],
      producers: [{ name: "Office", role: "fieldwork" }],
    });
  });

  it("gives on what is no number as it was typed, to be refused in words", () => {
    expect(studyOf({ ...filled, from: "about 2024" })).toMatchObject({ years: { from: "about 2024" } });
  });
});
