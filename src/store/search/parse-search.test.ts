import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSearch } from "./parse-search.ts";
import { searchTextProblem } from "./query-problem.ts";
import { searchText, termsOf } from "./search-node.ts";

/** The search as understood; what is wrong with it behind an exclamation mark. */
const read = (text: string): string => {
  const parsed = parseSearch(text);
  if (!parsed.ok) return `! ${parsed.problems[0]?.message}`;
  return parsed.value === null ? "" : searchText(parsed.value);
};

describe("a search text", () => {
  it("is words side by side that must all be there", () => {
    expect(read("  social   protection ")).toBe("social AND protection");
    expect(read("social AND protection")).toBe("social AND protection");
    expect(read("")).toBe("");
    expect(read("AND")).toBe("");
  });
  it("knows phrases, also one that is never closed", () => {
    expect(read('"social floor" pension')).toBe('"social floor" AND pension');
    expect(read('pension "social floor')).toBe('pension AND "social floor"');
    expect(read('"" pension')).toBe("pension");
  });
  it("leaves out what stands after a minus or NOT, and takes a hyphen inside a word for a hyphen", () => {
    expect(read('pension -reform -"old age"')).toBe('pension AND NOT reform AND NOT "old age"');
    expect(read("pension NOT reform")).toBe("pension AND NOT reform");
    expect(read("pension NOT -reform")).toBe("pension AND reform");
    expect(read("socio-economic")).toBe("socio-economic");
    expect(read("pension --reform - --")).toBe("pension AND NOT reform");
    expect(read("-(a b)")).toBe("NOT (a AND b)");
  });
  it("knows alternatives in four languages, and ignores an or that leads nowhere", () => {
    expect(read("a or b c")).toBe("a OR (b AND c)");
    expect(read("a OU b O c")).toBe("a OR b OR c");
    expect(read("or a or or b or")).toBe("a OR b");
    expect(read("ou est o mar")).toBe("ou AND est AND o AND mar");
    expect(read('"a or b"')).toBe('"a or b"');
    expect(read("(a or b) c")).toBe("(a OR b) AND c");
  });
  it("knows NEAR between words and phrases, ten words without a number", () => {
    expect(read("maternity (leave NEAR/5 pay) -pension kind:recommendation")).toBe(
      "maternity AND (leave NEAR/5 pay) AND NOT pension AND kind:recommendation",
    );
    expect(read('a NEAR b NEAR/3 "c d"')).toBe('(a NEAR/10 b) AND (b NEAR/3 "c d")');
    expect(read("near the sea")).toBe("near AND the AND sea");
  });
  it("knows beginnings, fields of text, values, lists and ranges of years", () => {
    expect(read("pension*")).toBe("pension*");
    expect(read('title:floor* heading:"final report" text:cash')).toBe(
      'title:floor* AND heading:"final report" AND cash',
    );
    expect(read("title:(a or b)")).toBe("title:a OR title:b");
    expect(read('country:"Cabo Verde",KEN,TZA')).toBe('country:"Cabo Verde",KEN,TZA');
    expect(read("year:2015..2020 year:..2010 year:2015.. year:2018 year:2018,2020")).toBe(
      "year:2015..2020 AND year:..2010 AND year:2015.. AND year:2018 AND year:2018,2020",
    );
  });
  it("takes brackets inside words, addresses and unknown fields for words", () => {
    expect(read("programme(s) 36(a)")).toBe("programme(s) AND 36(a)");
    expect(read("http://x.y/z Art:5")).toBe("http://x.y/z AND Art:5");
    expect(read("& | ! ( ) : * <->")).toBe("");
  });
  it("says where it cannot be understood, and what to do", () => {
    expect(read("a (b")).toMatch(/^! The parenthesis at character 3 is never closed\. Close it/);
    expect(read("x) y")).toMatch(/^! The parenthesis at character 2 closes none/);
    expect(read("NEAR/5 a")).toMatch(/^! NEAR\/5 at character 1 needs a word .* on both sides, as in/);
    expect(read("a NEAR (b c)")).toMatch(/^! NEAR at character 3 needs/);
    expect(read("a NEAR/99 b")).toMatch(/^! NEAR\/99 at character 3 asks for 99 words\. NEAR takes 1 to 30/);
    expect(read("year:2020..2015")).toMatch(/backwards. Write year:2015..2020/);
    expect(read("year:soon")).toMatch(/does not understand "soon"/);
    expect(searchTextProblem("kind:finding", "evaluations")?.message).toContain("search the passages");
    expect(searchTextProblem("kind:wisdom")?.message).toMatch(/^kind: at character 1 does not know "wisdom"/);
    expect(searchTextProblem("country:Nowhere")?.message).toContain("ISO code or a name");
    expect(
      searchTextProblem("kind:recommendations region:africa language:français branch:old-age"),
    ).toBeNull();
    expect(searchTextProblem("pension country:Kenya,CIV response:none")).toBeNull();
  });
  it("is bounded: length, number of terms, distances, depth", () => {
    expect(parseSearch("x".repeat(1000)).ok).toBe(true);
    expect(parseSearch("x".repeat(1001)).ok).toBe(false);
    expect(parseSearch("w ".repeat(64)).ok).toBe(true);
    expect(parseSearch("w ".repeat(65)).ok).toBe(false);
    expect(parseSearch("a NEAR/30 b ".repeat(3)).ok).toBe(true);
    expect(read("a NEAR/30 b ".repeat(4))).toContain("add up to more than 90");
    expect(read(`${"(".repeat(40)}a${")".repeat(40)}`)).toContain("parenthesis at character 21");
  });
  it("is composed, so that letters with separate accents are found", () => {
    expect(read("pensión".normalize("NFD"))).toBe("pensión");
  });
  it("as understood reads the same again, whatever it was", () => {
    const word = fc.constantFrom(
      "pension",
      "title:floor",
      '"cash transfer"',
      "famil*",
      "kind:finding",
      "year:2010..",
    );
    const text = fc
      .array(fc.oneof(word, fc.constantFrom("or", "-", "(", ")", "NOT", "NEAR/3", "AND")), { maxLength: 12 })
      .map((parts) => parts.join(" ").replaceAll("- ", "-"));
    let understood = 0;
    fc.assert(
      fc.property(text, (given) => {
        const parsed = parseSearch(given);
        if (!parsed.ok || parsed.value === null) return;
        understood++;
        expect(read(searchText(parsed.value))).toBe(searchText(parsed.value));
      }),
      { seed: 5, numRuns: 500 },
    );
    expect(understood).toBeGreaterThan(100);
  });
  it("of any kind gives a search or a sentence, never an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const parsed = parseSearch(text);
        if (!parsed.ok) expect(parsed.problems[0]?.message).toMatch(/\.$|:$|".*"$|\d\.\.$/);
        else for (const term of termsOf(parsed.value)) expect(term.text).toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
