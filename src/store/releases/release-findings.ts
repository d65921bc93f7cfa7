// What in a release a person must look at before it is published, found by sets: no row becomes an object but
// those that are listed. Which limits hold, and what becomes of a finding, is for others to say.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { FindingCount, FindingRule, ReleaseFinding } from "#records";
import type { FindingQuestion } from "../finding-question.ts";
import type { Progress } from "../progress.ts";
import { named, quoted, rowsOf } from "./engine.ts";
import { inBatch, indicatorBatches } from "./indicator-batches.ts";
import type { ReleaseView } from "./release-views.ts";

/** Findings of a rule that are listed; all are counted. */
export const mostListed = 300;

/**
 * How many robust standard deviations a step from one year to the next may lie from the usual step of its
 * series, and how many steps a series must have to say what is usual.
 */
export const jumpFactor = 6;
const fewestSteps = 5;
/** Makes the median absolute deviation, and the mean one, comparable with a standard deviation. */
const ofMedian = 1.4826;
const ofMean = 1.2533;
/** An area that keeps this share of its figures counts as covered as before. */
const keptShare = 0.9;

type Rule = { readonly rule: FindingRule; readonly sql: string; readonly values: readonly string[] };

const literal = (value: number | null): string => (value === null ? "CAST(NULL AS DOUBLE)" : String(value));

const series = (view: ReleaseView) => view.key.filter((column) => column !== "period");

/** Rules as queries; each answers rows with the key of the finding and the columns named in `values`. */
function rulesOf(
  now: ReleaseView,
  before: ReleaseView | null,
  question: FindingQuestion,
  where: string,
): readonly Rule[] {
  const key = now.key.map(named).join(", ");
  const own = series(now).map(named);
  const from = `(SELECT * FROM ${now.name} WHERE ${where})`;
  const rules: Rule[] = [];
  if (question.limits.length > 0)
    rules.push({
      rule: "range",
      values: ["value", "low", "high"],
      sql: `SELECT ${now.key.map((column) => `r.${named(column)}`).join(", ")}, r.value, l.low, l.high
        FROM ${from} AS r JOIN (VALUES ${question.limits
          .map(({ indicator, low, high }) => `(${quoted(indicator)}, ${literal(low)}, ${literal(high)})`)
          .join(", ")}) AS l(indicator, low, high) ON l.indicator = r.indicator
        WHERE r.value < l.low OR r.value > l.high`,
    });
  const notBinary =
    question.binary.length === 0 ? "" : ` AND indicator NOT IN (${question.binary.map(quoted).join(", ")})`;
  rules.push({
    rule: "jump",
    values: ["value", "before", "typical", "spread"],
    sql: `WITH steps AS (
        SELECT ${key}, value, lag(value) OVER w AS before, value - lag(value) OVER w AS step
        FROM ${from} WHERE value IS NOT NULL AND length(period) = 4 AND unit IS DISTINCT FROM 'BIN'${notBinary}
        WINDOW w AS (PARTITION BY ${own.join(", ")} ORDER BY period)),
      usual AS (SELECT ${own.join(", ")}, median(step) AS typical, count(step) AS n FROM steps
        GROUP BY ${own.join(", ")} HAVING count(step) >= ${fewestSteps}),
      far AS (SELECT s.*, u.typical, abs(s.step - u.typical) AS distance FROM steps AS s JOIN usual AS u
        ON ${series(now)
          .map((column) => `s.${named(column)} = u.${named(column)}`)
          .join(" AND ")} WHERE s.step IS NOT NULL),
      width AS (SELECT ${own.join(", ")},
          CASE WHEN median(distance) > 0 THEN ${ofMedian} * median(distance) ELSE ${ofMean} * avg(distance) END AS spread
        FROM far GROUP BY ${own.join(", ")})
      SELECT ${now.key.map((column) => `f.${named(column)}`).join(", ")}, f.value, f.before, f.typical, w.spread
      FROM far AS f JOIN width AS w ON ${series(now)
        .map((column) => `f.${named(column)} = w.${named(column)}`)
        .join(" AND ")}
      WHERE f.distance > ${jumpFactor} * w.spread AND f.distance > 1e-9 * abs(f.value)`,
  });
  rules.push({
    rule: "unit-within",
    values: ["units", "examples"],
    sql: `SELECT indicator, source, count(DISTINCT unit) AS units, min(unit) || ', ' || max(unit) AS examples
      FROM ${from} GROUP BY indicator, source HAVING count(DISTINCT unit) > 1`,
  });
  rules.push({
    rule: "duplicate",
    values: ["rows"],
    sql: `SELECT ${key}, count(*) AS rows FROM ${from} GROUP BY ${key} HAVING count(*) > 1`,
  });
  if (question.dissolved.length > 0)
    rules.push({
      rule: "dissolved-area",
      values: ["until", "last", "figures"],
      sql: `SELECT r.indicator, r.area, min(r.period) AS period, min(d.until) AS until, max(r.period) AS last,
          count(r.value) AS figures
        FROM ${from} AS r JOIN (VALUES ${question.dissolved
          .map(({ area, until }) => `(${quoted(area)}, ${until})`)
          .join(", ")}) AS d(area, until) ON d.area = r.area
        WHERE r.first_year > d.until AND r.value IS NOT NULL GROUP BY r.indicator, r.area`,
    });
  const [year, month] = [question.day.slice(0, 4), question.day.slice(0, 7)];
  rules.push({
    rule: "projection",
    values: ["last", "figures"],
    sql: `SELECT indicator, area, min(period) AS period, max(period) AS last, count(value) AS figures
      FROM ${from} WHERE value IS NOT NULL AND (first_year > ${Math.trunc(Number(year))}
        OR (period LIKE '____-__' AND substr(period, 6, 1) IN ('0', '1') AND period > ${quoted(month)})
        OR (period LIKE '____-__-__' AND period > ${quoted(question.day)}))
      GROUP BY indicator, area`,
  });
  if (before !== null) rules.push(...rulesAgainst(now, before, where));
  return rules;
}

/** What only the version before shows. */
function rulesAgainst(now: ReleaseView, before: ReleaseView, where: string): readonly Rule[] {
  const counted = (view: ReleaseView) =>
    `SELECT indicator, area, count(value) AS n FROM ${view.name} WHERE ${where} GROUP BY indicator, area`;
  const units = (view: ReleaseView) =>
    `SELECT indicator, area, source, min(unit) AS unit FROM ${view.name} WHERE ${where}
     GROUP BY indicator, area, source HAVING count(DISTINCT unit) = 1`;
  return [
    {
      rule: "coverage",
      values: ["before", "now"],
      // An indicator that is gone altogether is told once and not for each of its areas.
      sql: `WITH b AS (${counted(before)}), n AS (${counted(now)}),
          gone AS (SELECT indicator, sum(n) AS had FROM b WHERE indicator NOT IN (SELECT indicator FROM n WHERE n > 0)
            GROUP BY indicator HAVING sum(n) > 0)
        SELECT indicator, CAST(NULL AS VARCHAR) AS area, had AS before, 0 AS now FROM gone
        UNION ALL SELECT b.indicator, b.area, b.n, coalesce(n.n, 0) FROM b LEFT JOIN n
          ON n.indicator = b.indicator AND n.area = b.area
        WHERE b.n > 0 AND coalesce(n.n, 0) < ${keptShare} * b.n AND b.indicator NOT IN (SELECT indicator FROM gone)`,
    },
    {
      rule: "unit-changed",
      values: ["before", "now"],
      sql: `SELECT n.indicator, n.area, n.source, b.unit AS before, n.unit AS now
        FROM (${units(before)}) AS b JOIN (${units(now)}) AS n
          ON n.indicator = b.indicator AND n.area = b.area AND n.source = b.source
        WHERE n.unit <> b.unit`,
    },
  ];
}

/** Runs every rule over every batch of indicators. Cost: a few scans of the file; memory that of one batch. */
export async function findingsOf(
  connection: DuckDBConnection,
  now: ReleaseView,
  before: ReleaseView | null,
  question: FindingQuestion,
  watch: { readonly progress?: Progress | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<{ readonly counts: readonly FindingCount[]; readonly findings: readonly ReleaseFinding[] }> {
  const batches = await indicatorBatches(connection, before === null ? [now] : [now, before]);
  const counts = new Map<string, FindingCount>();
  const findings: ReleaseFinding[] = [];
  const listed = new Map<FindingRule, number>();
  const total = batches.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const batch of batches) {
    const rules = rulesOf(now, before, question, inBatch(batch));
    for (const [position, { rule, sql, values }] of rules.entries()) {
      watch.signal?.throwIfAborted();
      // A batch is a whole indicator at least, which may be all there is: progress goes by its rules.
      const looked = done + Math.round((batch.rows * position) / rules.length);
      watch.progress?.({ label: "checking", done: looked, total, unit: "rows" });
      const room = mostListed - (listed.get(rule) ?? 0);
      const order = now.key.filter((column) => ["indicator", "area", "period"].includes(column));
      await connection.run(`CREATE OR REPLACE TEMP TABLE found AS ${sql}`);
      const groups = await rowsOf(
        connection,
        "SELECT indicator, count(*) AS n FROM found GROUP BY indicator ORDER BY indicator",
      );
      for (const group of groups) {
        const indicator = group["indicator"] as string;
        counts.set(`${rule} ${indicator}`, { rule, indicator, count: Number(group["n"]) });
      }
      if (groups.length === 0 || room <= 0) continue;
      const columns = await rowsOf(connection, "SELECT column_name FROM (DESCRIBE found)");
      const names = columns.map((row) => row["column_name"] as string);
      const rows = await rowsOf(
        connection,
        `SELECT * FROM found ORDER BY ${order.filter((column) => names.includes(column)).join(", ")} LIMIT ${room}`,
      );
      listed.set(rule, (listed.get(rule) ?? 0) + rows.length);
      findings.push(...rows.map((row) => findingOf(rule, row, values)));
    }
    done += batch.rows;
    watch.progress?.({ label: "checking", done, total, unit: "rows" });
  }
  await connection.run("DROP TABLE IF EXISTS found");
  return { counts: [...counts.values()], findings };
}

function findingOf(
  rule: FindingRule,
  row: Readonly<Record<string, unknown>>,
  values: readonly string[],
): ReleaseFinding {
  const text = (name: string) => (row[name] as string | null | undefined) ?? null;
  const breakdowns = Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      name.startsWith("by_") && value !== "" ? [[name.slice(3), String(value)]] : [],
    ),
  );
  const place = [text("area"), text("period"), text("source"), text("sex"), ...Object.values(breakdowns)];
  return {
    id: [rule, row["indicator"], ...place.map((part) => part ?? "")].join("/"),
    rule,
    indicator: row["indicator"] as string,
    area: text("area"),
    period: text("period"),
    source: text("source"),
    sex: text("sex"),
    breakdowns,
    values: Object.fromEntries(
      values.map((name) => {
        const value = row[name];
        return [name, typeof value === "number" || typeof value === "string" ? value : null];
      }),
    ),
  };
}
