import { describe, expect, it } from "vitest";
import { readSettings, settingsTable } from "./settings.ts";

const read = (env: Record<string, string>) => readSettings(env, "/project");

describe("settings", () => {
  it("have defaults that hold together", () => {
    expect(read({})).toEqual({
      ok: true,
      value: {
        home: "/project/data",
        host: "localhost",
        port: 4500,
        address: null,
        databaseUrl: null,
        reference: "/shared/reference",
        trustedProxies: [],
        uploadLimitBytes: 2_048_000_000,
        requestsPerMinute: 1200,
        logLevel: "info",
        contact: null,
        smtpUrl: null,
        mailFrom: "",
        timeZone: "UTC",
        reading: { maxBytes: 200_000_000, maxPages: 2_000, seconds: 300, memoryMegabytes: 1_024 },
      },
    });
  });

  it("treat an empty variable as absent", () => {
    expect(read(Object.fromEntries(Object.keys(settingsTable).map((name) => [name, " "])))).toEqual(read({}));
  });

  it("take what is given", () => {
    const found = read({
      SOCLE_HOME: "/srv/socle",
      SOCLE_HOST: "[::1]",
      SOCLE_PORT: "0",
      SOCLE_ADDRESS: "https://Socle.example.org/",
      DATABASE_URL: "postgres://user:secret@localhost/socle",
      SOCLE_PROXIES: "10.0.0.1, 192.168.0.0/16,::1",
      SOCLE_UPLOAD_LIMIT: "5",
      SOCLE_RATE_LIMIT: "0",
      SOCLE_LOG_LEVEL: "debug",
    });
    expect(found).toMatchObject({
      ok: true,
      value: {
        home: "/srv/socle",
        host: "::1",
        port: 0,
        address: "https://socle.example.org",
        databaseUrl: "postgres://user:secret@localhost/socle",
        trustedProxies: ["10.0.0.1", "192.168.0.0/16", "::1"],
        uploadLimitBytes: 5_000_000,
        requestsPerMinute: 0,
        logLevel: "debug",
      },
    });
  });

  it.each([
    ["SOCLE_PORT", "65536"],
    ["SOCLE_PORT", "4500x"],
    ["SOCLE_PORT", "-1"],
    ["SOCLE_HOST", "http://localhost"],
    ["SOCLE_HOST", "localhost:4500"],
    ["SOCLE_ADDRESS", "socle.example.org"],
    ["SOCLE_ADDRESS", "https://socle.example.org/path"],
    ["SOCLE_ADDRESS", "ftp://socle.example.org"],
    ["DATABASE_URL", "mysql://localhost/socle"],
    ["SOCLE_MAIL_FROM", "a@b.org\nBcc: c@d.org"],
    ["SOCLE_TIME_ZONE", "Mars/Olympus"],
    ["SOCLE_PROXIES", "proxy.example.org"],
    ["SOCLE_PROXIES", "10.0.0.0/33"],
    ["SOCLE_UPLOAD_LIMIT", "0"],
    ["SOCLE_RATE_LIMIT", "many"],
    ["SOCLE_READ_SECONDS", "0"],
    ["SOCLE_READ_MEMORY_MB", "8"],
    ["SOCLE_READ_MAX_PAGES", "1.5"],
    ["SOCLE_READ_MAX_MB", "-1"],
    ["SOCLE_LOG_LEVEL", "loud"],
    ["SOCLE_HOME", "a\0b"],
  ])("refuse %s=%s and name it", (name, value) => {
    const found = read({ [name]: value });
    expect(found).toMatchObject({ ok: false, problems: [{ code: "settings.invalid", at: { field: name } }] });
    if (!found.ok) expect(found.problems[0]?.message).toContain(name);
  });

  it("say all that is wrong at once, and no password", () => {
    const found = read({
      SOCLE_PORT: "x",
      SOCLE_LOG_LEVEL: "x",
      DATABASE_URL: "mysql://user:hunter2@localhost/x",
    });
    expect(found.ok ? [] : found.problems.map(({ at }) => at?.field).sort()).toEqual([
      "DATABASE_URL",
      "SOCLE_LOG_LEVEL",
      "SOCLE_PORT",
    ]);
    expect(JSON.stringify(found)).not.toContain("hunter2");
  });
});
