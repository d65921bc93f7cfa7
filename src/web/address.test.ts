import { describe, expect, it } from "vitest";
import {
  addressForm,
  addressList,
  addressNumber,
  addressShare,
  addressText,
  addressWord,
  parseSearch,
  searchOf,
  stringifySearch,
} from "./address.ts";
import { registryState, searchState } from "./evidence/search-params.ts";

const read = searchOf(searchState);

describe("the state of a page in its address", () => {
  it("is short and readable, and comes back as it went", () => {
    const state = { q: "cash & care", kind: ["finding" as const, "challenge" as const], page: 2 };
    const address = stringifySearch(state);
    expect(address).toBe("?q=cash+%26+care&kind=finding,challenge&page=2");
    expect(read(parseSearch(address))).toEqual({
      ...state,
      language: undefined,
      region: undefined,
      country: undefined,
    });
  });

  it("leaves out what is empty", () => {
    expect(stringifySearch({ q: "", kind: [], page: undefined, lang: null })).toBe("");
  });

  it("keeps a search for a number a text", () => {
    expect(read(parseSearch("?q=102")).q).toBe("102");
  });

  it("drops what it does not know instead of failing", () => {
    const state = read(parseSearch("?kind=finding,nonsense&language=xx&page=-3"));
    expect(state.kind).toEqual(["finding"]);
    expect(state.language).toBeUndefined();
    expect(state.page).toBeUndefined();
    expect(searchOf(registryState)(parseSearch("?region=none&type=nonsense"))).toMatchObject({
      region: ["none"],
      type: ["nonsense"],
    });
  });

  it("reads what a link was given as well as what the address says", () => {
    const fields = searchOf({
      word: addressWord(["map", "table"]),
      page: addressNumber(2),
      share: addressShare,
      day: addressForm(/^\d{4}-\d{2}-\d{2}$/),
      areas: addressList(addressForm(/^[A-Z]{3}$/)),
      text: addressText,
    });
    const state = { word: "map", page: 2, share: 0, day: "2026-11-22", areas: ["ARG", "BEN"], text: "0" };
    expect(fields(parseSearch(stringifySearch(state)))).toEqual(state);
    expect(fields({ ...state, areas: ["ARG", "ben", 3], text: 0 })).toEqual({ ...state, areas: ["ARG"] });
  });

  it.each([
    ["a number below the least", { page: "1" }],
    ["a number with a point", { page: "2.5" }],
    ["a number no integer holds", { page: "1e300" }],
    ["no number", { page: "two" }],
    ["an empty number", { page: "" }],
    ["a share above 1", { share: "1.01" }],
    ["a share that is empty", { share: "" }],
    ["a list of nothing", { list: ",," }],
    ["an empty list", { list: [] }],
    ["a word in other letters", { word: "MAP" }],
    ["a key that is not asked for", { other: "x" }],
  ])("has no use for %s", (_, raw) => {
    const read = searchOf({
      page: addressNumber(2),
      share: addressShare,
      list: addressList(),
      word: addressWord(["map"]),
    });
    expect(Object.values(read(raw)).every((value) => value === undefined)).toBe(true);
  });
});
