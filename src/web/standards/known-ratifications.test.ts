import { describe, expect, it } from "vitest";
import { knownStates, type Ratification } from "./known-ratifications.ts";

const event = (part: Partial<Ratification>): Ratification => ({
  id: "e",
  convention: "C102",
  area: "ALB",
  type: "ratification",
  registered: null,
  inForce: null,
  printedCountry: "Albanië",
  note: null,
  list: "one",
  verified: false,
  ...part,
});

describe("known ratifications", () => {
  it("keep the events of all lists of a state and take the earliest date any of them gives", () => {
    const [state] = knownStates([
      event({ inForce: "2007-01-18", list: "two" }),
      event({ registered: "2006-01-18" }),
    ]);
    expect(state?.events).toHaveLength(2);
    expect(state?.earliest).toBe("2006-01-18");
  });
  it("know a state without a date, and do not take the date of a denunciation for one", () => {
    const [state] = knownStates([event({}), event({ type: "denunciation", registered: "2010-01-01" })]);
    expect([state?.earliest, state?.denounced]).toEqual([null, true]);
  });
});
