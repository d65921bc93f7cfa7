import { describe, expect, it } from "vitest";
import { hostNameOf, isAllowedHost } from "./allowed-host.ts";
import { isSameOrigin } from "./same-origin.ts";
import { attachment, uploadName } from "./upload-name.ts";

describe("the host of a request", () => {
  it.each([
    ["localhost", "localhost"],
    ["LocalHost:4500", "localhost"],
    ["localhost.", "localhost"],
    ["[::1]:4500", "[::1]"],
    ["127.0.0.1", "127.0.0.1"],
    ["", null],
    [undefined, null],
    ["a b", null],
    ["localhost:4500@evil", null],
    ["user@localhost", null],
    ["localhost/x", null],
    ["localhost:port", null],
    ["::1", null],
  ])("%j is read as %j", (header, name) => {
    expect(hostNameOf(header)).toBe(name);
  });

  it("is ours only by a name we know", () => {
    expect(isAllowedHost("example.org", "localhost", "example.org")).toBe(true);
    expect(isAllowedHost("example.org", "example.org", null)).toBe(true);
    expect(isAllowedHost("192.0.2.1:4500", "192.0.2.1", null)).toBe(true);
    expect(isAllowedHost("192.0.2.2:4500", "192.0.2.1", null)).toBe(false);
    expect(isAllowedHost("[2001:db8::1]:4500", "::", null)).toBe(true);
    expect(isAllowedHost("evil.example", "::", null)).toBe(false);
  });
});

describe("the origin of a request", () => {
  const base = { origin: undefined, fetchSite: undefined, host: "socle.org", https: true, hasCookie: true };
  it.each([
    [{ origin: "https://socle.org", fetchSite: "same-origin" }, true],
    [{ origin: "https://socle.org" }, true],
    [{ fetchSite: "same-origin" }, true],
    [{}, false],
    [{ hasCookie: false }, true],
    [{ hasCookie: false, origin: "https://evil.org" }, false],
    [{ hasCookie: false, fetchSite: "cross-site" }, false],
    [{ origin: "http://socle.org" }, false],
    [{ origin: "http://socle.org", https: false }, true],
    [{ origin: "https://socle.org:444" }, false],
    [{ origin: "null" }, false],
    [{ origin: "" }, false],
    [{ origin: "https://socle.org", fetchSite: "same-site" }, false],
    [{ origin: "https://socle.org", host: undefined }, false],
  ])("%j: %j", (given, expected) => {
    expect(isSameOrigin({ ...base, ...given })).toBe(expected);
  });
});

describe("names of files", () => {
  it.each([
    ["report.pdf", "report.pdf"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\me\\data.csv", "data.csv"],
    [".env", "env"],
    ["...", "file"],
    ["", "file"],
    ["a/", "file"],
    ["a\u0000b\nc.csv", "abc.csv"],
    ["exe\u202egpj.csv", "exegpj.csv"],
    ["e\u0301tude.txt", "\u00e9tude.txt"],
    [`${"x".repeat(300)}.csv`, `${"x".repeat(196)}.csv`],
  ])("%j is kept as %j", (given, kept) => {
    expect(uploadName(given)).toBe(kept);
  });

  it("are sent in a plain form and in UTF-8", () => {
    expect(attachment('étude (2020) 100% "x".csv')).toBe(
      "attachment; filename=\"_tude (2020) 100_ _x_.csv\"; filename*=UTF-8''%C3%A9tude%20%282020%29%20100%25%20%22x%22.csv",
    );
    expect(attachment("a\r\nSet-Cookie: x")).not.toMatch(/[\r\n]/);
  });
});
