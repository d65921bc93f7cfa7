import { describe, expect, it } from "vitest";
import { bestAndWorst, type Rating, ratingsByForm } from "./country-ratings.ts";

const rating = (part: Partial<Rating> & Pick<Rating, "run" | "node">): Rating => ({
  definitionId: part.run,
  form: "income",
  reconstruction: true,
  origin: "simulated",
  role: null,
  period: "2024",
  score: 0.5,
  rank: 1,
  of: 10,
  n: 3,
  expected: 3,
  reason: null,
  countryGroup: null,
  flag: null,
  trace: "score:x",
  ...part,
});

describe("ratings by form", () => {
  const ratings = [
    rating({ run: "all", node: "composite", form: "composite", rank: 2 }),
    rating({ run: "all", node: "income", form: "composite" }),
    rating({ run: "inc", node: "income", rank: 9 }),
    rating({ run: "inc", node: "income.input", role: "input", score: 0.1 }),
    rating({ run: "job", node: "job", form: "job", rank: 3 }),
  ];
  it("put forms into their order, the index over all last and without parts of its own", () => {
    const rated = ratingsByForm(ratings);
    expect(rated.map((r) => r.form)).toEqual(["job", "income", "composite"]);
    expect(rated[1]!.parts.input?.score).toBe(0.1);
    expect(rated[2]!.index.node).toBe("composite");
    expect(rated[2]!.parts).toEqual({});
  });
  it("name the best and the worst form by place among those compared, never the composite", () => {
    const ends = bestAndWorst(ratingsByForm(ratings));
    expect([ends?.best.form, ends?.worst.form]).toEqual(["job", "income"]);
    expect(bestAndWorst(ratingsByForm(ratings.slice(0, 4)))).toBeNull();
  });
});
