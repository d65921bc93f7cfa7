// Settings: environment variables with defaults, checked at the start all at once. The table is what
// `socle help settings` prints and what the reference is generated from.

import { isIP } from "node:net";
import { isAbsolute, resolve } from "node:path";
import { failAll, ok, type Problem, type ProblemCatalogue, problem, type Result } from "#kernel";

export type Settings = {
  /** Absolute path of the data folder. */
  readonly home: string;
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** Public address without a trailing slash; null: `http://localhost:PORT`. */
  readonly address: string | null;
  /** PostgreSQL for the catalogue; null: embedded in the data folder. */
  readonly databaseUrl: string | null;
  /** Absolute path of the reference files of the tests. */
  readonly reference: string;
  /** Addresses of reverse proxies whose word on the client's address is taken. */
  readonly trustedProxies: readonly string[];
  readonly uploadLimitBytes: number;
  /** Requests a minute from one address; 0 for no limit. */
  readonly requestsPerMinute: number;
  readonly logLevel: LogLevel;
  /** Mail server for reminders; null: none is sent. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Told to harvesters; null: the postmaster of the site. */
  readonly contact: string | null;
  /** IANA name of the zone in which a day of the office ends. */
  readonly timeZone: string;
  /** What reading one document may cost. */
  readonly reading: ReadingSettings;
};

/** Ceilings for reading one document; whoever exceeds one gets a problem, and the others go on. */
export type ReadingSettings = {
  readonly maxBytes: number;
  /** Pages of a PDF. */
  readonly maxPages: number;
  readonly seconds: number;
  /** Heap of the process that reads; with 256 MB on top the most of all its memory. */
  readonly memoryMegabytes: number;
};

export const logLevels = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

export type SettingName = keyof typeof settingsTable;

/** Name → default as it would be written, and what it means. */
export const settingsTable = {
  SOCLE_HOME: {
    default: "data",
    meaning: "Data folder; a relative path starts at the project. One process at a time owns it.",
  },
  SOCLE_HOST: {
    default: "localhost",
    meaning:
      "Name or address to listen on. The default is reachable from this machine only; 0.0.0.0 listens on all networks.",
  },
  SOCLE_PORT: { default: "4500", meaning: "Port to listen on, 0 to 65535; 0 lets the system choose." },
  SOCLE_ADDRESS: {
    default: "",
    meaning:
      "Address people use, for example https://socle.example.org, where it differs from http://localhost:PORT. With https, cookies and headers are those of HTTPS; a proxy in front has to provide it.",
  },
  DATABASE_URL: {
    default: "",
    meaning:
      "PostgreSQL 15 or later for the catalogue, for example postgres://user@host/socle. Empty: embedded.",
  },
  SOCLE_REFERENCE: {
    default: "../shared/reference",
    meaning: "Folder of reference files, for the tests only; a relative path starts at the project.",
  },
  SOCLE_PROXIES: {
    default: "",
    meaning:
      "Addresses of reverse proxies in front, separated by commas. Only their X-Forwarded-For is believed; without it all users behind a proxy share one limit of requests.",
  },
  SOCLE_UPLOAD_LIMIT: {
    default: "2048",
    meaning: "Largest file that can be uploaded, in megabytes (1 MB = 1,000,000 bytes).",
  },
  SOCLE_RATE_LIMIT: {
    default: "1200",
    meaning:
      "Requests a minute from one address before it has to wait; 0 for no limit. Signing in has its own.",
  },
  SOCLE_READ_MAX_MB: {
    default: "200",
    meaning: "Largest report that is read, in megabytes.",
  },
  SOCLE_READ_MAX_PAGES: {
    default: "2000",
    meaning: "Most pages of a report that is read.",
  },
  SOCLE_READ_SECONDS: {
    default: "300",
    meaning: "Longest time that reading one report may take, in seconds; then it is given up.",
  },
  SOCLE_READ_MEMORY_MB: {
    default: "1024",
    meaning: "Most memory that reading one report may take, in megabytes; then it is given up.",
  },
  SOCLE_LOG_LEVEL: {
    default: "info",
    meaning: `Least importance of what is logged: ${logLevels.join(", ")}. Logs go to logs/socle.log in the data folder and to standard error (warnings only, where that is a terminal).`,
  },
  SOCLE_SMTP_URL: {
    default: "",
    meaning:
      "Mail server for reminders, for example smtp://user:password@mail.example.org:587, or smtps://. Empty: no mail is sent; what waits still stands on the desk.",
  },
  SOCLE_MAIL_FROM: {
    default: "",
    meaning: "Address reminders are sent from. Needed with SOCLE_SMTP_URL.",
  },
  SOCLE_CONTACT: {
    default: "",
    meaning:
      "Mail address for questions about the records, told to everyone who harvests them. Empty: postmaster at the host of SOCLE_ADDRESS.",
  },
  SOCLE_TIME_ZONE: {
    default: "UTC",
    meaning:
      "Time zone of the office, for example Europe/Zurich: a due date has passed when its day has ended there.",
  },
  SOCLE_DEBUG: {
    default: "",
    meaning: "1: the command line prints where in the code a defect arose. Nothing else changes.",
  },
} as const satisfies Readonly<Record<string, { readonly default: string; readonly meaning: string }>>;

/** The ceilings where no setting says otherwise. */
export const readingDefaults: ReadingSettings = {
  maxBytes: Number(settingsTable.SOCLE_READ_MAX_MB.default) * 1_000_000,
  maxPages: Number(settingsTable.SOCLE_READ_MAX_PAGES.default),
  seconds: Number(settingsTable.SOCLE_READ_SECONDS.default),
  memoryMegabytes: Number(settingsTable.SOCLE_READ_MEMORY_MB.default),
};

/** Problems of settings, with what they mean and what to do. */
export const settingsProblems = {
  "settings.invalid": {
    meaning: "An environment variable has a value that cannot be used; nothing was started.",
    remedy: "Give it a value the message describes, or leave it out for the default.",
  },
} as const satisfies ProblemCatalogue;

/**
 * The settings in the environment, with defaults for what is absent or empty.
 *
 * @param env for example `process.env`
 * @param root absolute path of the project, where relative paths start
 * @returns the settings, or the problem `settings.invalid` once for each value that cannot be used
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Result<Settings> {
  const problems: Problem[] = [];
  const given = (name: SettingName): string => env[name]?.trim() || settingsTable[name].default;
  const refuse = (name: SettingName, needs: string) =>
    problems.push(
      problem(
        "settings.invalid",
        `${name} is ${JSON.stringify(shownValue(name, given(name)))}; it must be ${needs}. Correct it or leave it out. Nothing was started.`,
        { field: name },
      ),
    );
  const path = (name: SettingName) => {
    const text = given(name);
    if (text.includes("\0")) refuse(name, "a path");
    return isAbsolute(text) ? text : resolve(root, text);
  };
  const whole = (name: SettingName, least: number, most: number) => {
    const text = given(name);
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    refuse(name, `a whole number from ${least} to ${most}`);
    return least;
  };

  const host = given("SOCLE_HOST").replace(/^\[(.*)\]$/, "$1");
  if (isIP(host) === 0 && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host)) {
    refuse("SOCLE_HOST", "a host name or an IP address, without port or scheme");
  }

  const addressText = given("SOCLE_ADDRESS");
  let address: string | null = null;
  if (addressText !== "") {
    const url = URL.canParse(addressText) ? new URL(addressText) : null;
    if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.username) {
      address = url.origin;
    } else refuse("SOCLE_ADDRESS", "an address such as https://socle.example.org, without path");
  }

  const databaseText = given("DATABASE_URL");
  if (databaseText !== "" && !/^postgres(ql)?:\/\/./.test(databaseText)) {
    refuse("DATABASE_URL", "an address that begins with postgres:// or postgresql://");
  }

  const trustedProxies = given("SOCLE_PROXIES")
    .split(",")
    .map((text) => text.trim())
    .filter((text) => text !== "");
  if (trustedProxies.some((text) => !isAddressOrNetwork(text))) {
    refuse("SOCLE_PROXIES", "IP addresses or networks such as 10.0.0.0/8, separated by commas");
  }

  const levelText = given("SOCLE_LOG_LEVEL");
  const logLevel = logLevels.find((level) => level === levelText);
  if (logLevel === undefined) refuse("SOCLE_LOG_LEVEL", `one of ${logLevels.join(", ")}`);

  const smtpText = given("SOCLE_SMTP_URL");
  const smtp = URL.canParse(smtpText) ? new URL(smtpText) : null;
  if (smtpText !== "" && (smtp === null || !/^smtps?:$/.test(smtp.protocol) || smtp.hostname === ""))
    refuse("SOCLE_SMTP_URL", "an address that begins with smtp:// or smtps:// and names a host");
  const mailFrom = given("SOCLE_MAIL_FROM");
  if ((smtpText !== "" || mailFrom !== "") && !mailAddress.test(mailFrom))
    refuse("SOCLE_MAIL_FROM", "one mail address such as socle@example.org; reminders are sent from it");

  const contact = given("SOCLE_CONTACT");
  if (contact !== "" && !mailAddress.test(contact))
    refuse("SOCLE_CONTACT", "one mail address such as evaluation@example.org");

  const timeZone = given("SOCLE_TIME_ZONE");
  if (!isTimeZone(timeZone)) refuse("SOCLE_TIME_ZONE", "the name of a time zone such as Europe/Zurich");

  const settings: Settings = {
    home: path("SOCLE_HOME"),
    host,
    port: whole("SOCLE_PORT", 0, 65_535),
    address,
    databaseUrl: databaseText === "" ? null : databaseText,
    reference: path("SOCLE_REFERENCE"),
    trustedProxies,
    uploadLimitBytes: whole("SOCLE_UPLOAD_LIMIT", 1, 1_000_000) * 1_000_000,
    requestsPerMinute: whole("SOCLE_RATE_LIMIT", 0, 10_000_000),
    logLevel: logLevel ?? "info",
    smtpUrl: smtpText === "" ? null : smtpText,
    mailFrom,
    contact: contact === "" ? null : contact,
    timeZone,
    reading: {
      maxBytes: whole("SOCLE_READ_MAX_MB", 1, 2_000) * 1_000_000,
      maxPages: whole("SOCLE_READ_MAX_PAGES", 1, 100_000),
      seconds: whole("SOCLE_READ_SECONDS", 1, 86_400),
      memoryMegabytes: whole("SOCLE_READ_MEMORY_MB", 64, 65_536),
    },
  };
  return problems.length > 0 ? failAll(problems) : ok(settings);
}

const mailAddress = /^[^\s@<>(),;:\\"]+@[^\s@<>(),;:\\"]+$/;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** The address of a database or a mail server may hold a password, which belongs in no message. */
const shownValue = (name: SettingName, value: string) =>
  name === "DATABASE_URL" || name === "SOCLE_SMTP_URL"
    ? value.replace(/\/\/[^@/]*@/, "//…@").slice(0, 100)
    : value.slice(0, 100);

function isAddressOrNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
