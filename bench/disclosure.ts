// How long does it take to decide which cells of all tables over the variables of a survey are withheld, and how
// much is withheld? Invented answers that hang together; each line is a process of its own.
//   node bench/disclosure.ts --rows 1000,8000,30000 --variables 10 --minimum 10

import { seededRandom } from "#kernel";
import { protectTables } from "#statistics";
import { inChild, type Measured, machine, measured, option, shown } from "./measuring.ts";

const sizes = [10, 2, 8, 3, 5, 9, 6, 2, 5, 4];

type Figures = Measured & {
  readonly types: number;
  readonly cells: number;
  readonly rounds: number;
  readonly small: number;
  readonly complement: number;
  readonly casesWithheld: number;
};

/** Answers that lean the same way in one respondent, the first levels more common than the last. */
function answers(rows: number, variables: number) {
  const draw = seededRandom(1);
  const dimensions = Array.from({ length: variables }, (_, d) => ({
    name: `q${d}`,
    levels: Array.from({ length: sizes[d % sizes.length]! }, (_, at) => `${at + 1}`),
  }));
  const codes = dimensions.map(() => new Int32Array(rows));
  for (let row = 0; row < rows; row++) {
    const lean = 0.4 + draw();
    dimensions.forEach(({ levels }, d) => {
      codes[d]![row] = Math.min(levels.length - 1, Math.floor(levels.length * draw() ** (1.6 * lean)));
    });
  }
  return { dimensions, codes };
}

async function measure(rows: number, variables: number, minimumCases: number): Promise<Figures> {
  const given = answers(rows, variables);
  let found: Omit<Figures, keyof Measured> | undefined;
  const spent = await measured(async () => {
    const made = protectTables({ rows, ...given, minimumCases, order: 3, seed: 1 });
    if (!made.ok) throw new Error(made.problems[0]?.message);
    const { extent, witness } = made.value;
    const cells = extent.reduce((sum, one) => sum + one.cells, 0);
    const share = (of: "small" | "complement") => extent.reduce((sum, one) => sum + one[of], 0) / cells;
    const three = extent.at(-1)!;
    found = {
      types: witness.respondents.unknowns,
      cells,
      rounds: witness.rounds,
      small: share("small"),
      complement: share("complement"),
      casesWithheld: three.casesWithheld / three.cases,
    };
  });
  return { ...spent, ...found! };
}

const variables = Number(option("variables") ?? 10);
const minimum = Number(option("minimum") ?? 10);
const child = option("child");
if (child !== null) console.log(JSON.stringify(await measure(Number(child), variables, minimum)));
else {
  console.log(JSON.stringify(machine()));
  console.log(
    "| rows | different respondents | cells | rounds | seconds | processor seconds | MB | small | complements | cases in withheld cells, three variables |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const rows of (option("rows") ?? "1000,8000,30000").split(",")) {
    const one = await inChild<Figures>(import.meta.filename, [
      "--child",
      rows,
      "--variables",
      String(variables),
      "--minimum",
      String(minimum),
    ]);
    const percent = (share: number) => `${shown(100 * share, 1)} %`;
    console.log(
      `| ${[
        shown(Number(rows)),
        shown(one.types),
        shown(one.cells),
        one.rounds,
        shown(one.seconds, 1),
        shown(one.cpuSeconds, 1),
        shown(one.peakMegabytes),
        percent(one.small),
        percent(one.complement),
        percent(one.casesWithheld),
      ].join(" | ")} |`,
    );
  }
}
