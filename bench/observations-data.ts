// Simulated SDMX-CSV files of any size, the same on every machine: what a bulk download of an agency looks
// like (unsorted, codes, status, unit, notes), without a figure of anybody.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { seededRandom } from "#kernel";

/** Alpha-3 codes of 200 invented and real areas would do; only their number and length matter here. */
const areaCodes = await areaList();

async function areaList(): Promise<readonly string[]> {
  const { areas } = await import("#kernel");
  return areas
    .filter(({ kind }) => kind === "country")
    .map(({ code }) => code)
    .slice(0, 190);
}

export const firstYear = 1990;
export const years = 33;
const sexes = ["SEX_T", "SEX_F", "SEX_M"];
const ages = ["AGE_YTHADULT_YGE15", "AGE_YTHADULT_Y15-24", "AGE_YTHADULT_YGE25", "AGE_AGGREGATE_Y25-54"];
const statuses = ["", "", "", "", "", "", "A", "E", "P", "B"];
const surveys = ["BA - Labour Force Survey", "BB - Household Income Survey", "FA - Administrative records"];

/** Series of one indicator: areas x years x sexes x ages. */
export const rowsOfIndicator = () => areaCodes.length * years * sexes.length * ages.length;

export const indicatorCode = (index: number): string => `IND_${String(index).padStart(4, "0")}_RT`;

export const someAreas = (count: number): readonly string[] => areaCodes.slice(10, 10 + count);

/**
 * Writes `rows` rows of SDMX-CSV. Rows come in an order far from the release's, as in files assembled by
 * country and survey; keys never repeat: the row number goes through a permutation of the key space.
 */
export async function writeSdmxCsv(path: string, rows: number, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const out = createWriteStream(path);
  out.write(
    "DATAFLOW,REF_AREA,FREQ,INDICATOR,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE_TYPE,UNIT_MEASURE,UNIT_MULT,SOURCE,NOTE_SOURCE,NOTE_INDICATOR,DECIMALS\n",
  );
  const perIndicator = rowsOfIndicator();
  const space = Math.ceil(rows / perIndicator) * perIndicator;
  const step = coprimeStep(space);
  let chunk: string[] = [];
  let at = 0;
  for (let i = 0; i < rows; i++) {
    at = (at + step) % space;
    let key = at;
    const age = ages[key % ages.length]!;
    key = Math.floor(key / ages.length);
    const sex = sexes[key % sexes.length]!;
    key = Math.floor(key / sexes.length);
    const year = firstYear + (key % years);
    key = Math.floor(key / years);
    const area = areaCodes[key % areaCodes.length]!;
    const indicator = indicatorCode(Math.floor(key / areaCodes.length));
    const status = statuses[Math.floor(random() * statuses.length)]!;
    const value = random() < 0.03 ? "" : (random() * 100).toFixed(3);
    const survey = surveys[area.charCodeAt(0) % surveys.length]!;
    chunk.push(
      `ILO:DF_SIMULATED(1.0),${area},A,${indicator},${sex},${age},${year},${value},${status},RT,PT,0,${survey},"Repository: simulated, ${area}",,1\n`,
    );
    if (chunk.length === 20_000) {
      if (!out.write(chunk.join(""))) await once(out, "drain");
      chunk = [];
    }
  }
  out.end(chunk.join(""));
  await once(out, "finish");
}

/** A step that visits every number below `space` once, jumping far. */
function coprimeStep(space: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let step = Math.floor(space * 0.618) | 1;
  while (gcd(step, space) !== 1) step += 2;
  return step;
}
