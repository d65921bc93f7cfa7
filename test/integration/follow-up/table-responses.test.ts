// A management response as a table: verdicts, reasons, actions, dates and statuses come from its cells, and what is
// answered is the recommendation of the report, not its copy in the response.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import { operator } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const advice = [
  "The Ministry of Labour should replace employer liability by a social insurance benefit.",
  "The Authority should extend payment by mobile telephone to all districts of the country.",
  "The Office should publish the costing together with the actuarial model it rests on.",
];
const report = `<html lang="en"><body><h1>Final evaluation of an invented benefit in Alvane</h1>
<h2>Conclusions</h2><p>Conclusion 1. Employers who carry the cost alone dismiss mothers.</p>
<p>Conclusion 2. Traders who pay by telephone stay in the scheme.</p>
<h2>Recommendations</h2>
<p>Recommendation 1. ${advice[0]} It follows from Conclusion 1.</p>
<p>Recommendation 2. ${advice[1]}</p><p>Recommendation 3. ${advice[2]}</p></body></html>`;
const response = `<html lang="en"><body><h1>Management response to an invented evaluation in Alvane</h1><table>
<tr><th>Recommendation</th><th>Response</th><th>Action</th><th>Responsible</th><th>Due date</th><th>Status</th></tr>
<tr><td>Recommendation 1. ${advice[0]}</td><td>Accepted</td><td>Draft a bill</td><td>Office Alvane</td><td>2023-06-30</td><td>Not started</td></tr>
<tr><td>Recommendation 2. ${advice[1]}</td><td>Partially accepted. Only four districts have a network.</td><td>Add four districts</td><td>Authority</td><td>end of 2023</td><td>Completed</td></tr>
<tr><td>Recommendation 3. ${advice[2]}</td><td>Rejected. The model belongs to the ministry.</td><td></td><td></td><td></td><td></td></tr>
</table></body></html>`;

describeOnEngines("a management response that is a table", (engine) => {
  const store = sharedStore(engine);
  it("gives verdicts, reasons, actions and dates to the recommendations of its report", async () => {
    const folder = await mkdtemp(join(tmpdir(), "socle-responses-"));
    const effects = {
      store: store(),
      now: steppingClock(),
      randomBytes: (n: number) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    } as Effects;
    const table = join(folder, "registry.csv");
    writeFileSync(table, "id,title\nbenefit,Final evaluation of an invented benefit in Alvane\n");
    await useCases.importEvaluations(effects, operator, {
      name: "registry.csv",
      origin: "invented",
      upload: { path: table, name: "registry.csv" },
    } as never);
    const bring = async (name: string, text: string) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      const read = await useCases.importReport(effects, operator, {
        name,
        origin: "invented",
        evaluation: "benefit",
        upload: { path, name },
      });
      if (!read.ok) throw new Error(read.problems[0]?.message);
      return read.value.ids[0]!;
    };
    const reported = await bring("report.html", report);
    const answering = await bring("response.html", response);
    const records = await store().catalogue.recommendations.ofDocument(reported as never);
    expect(records).toHaveLength(3);
    const found = await useCases.documentResponses(effects, operator, { sha256: answering });
    if (!found.ok) throw new Error(found.problems[0]?.message);
    expect(found.value.map(({ recommendation }) => recommendation)).toEqual(records.map(({ id }) => id));
    expect(found.value.map(({ steps }) => steps.map(({ data }) => data))).toMatchObject([
      [
        { kind: "responded", verdict: "accepted" },
        { kind: "action-planned", text: "Draft a bill", owner: "Office Alvane", due: "2023-06-30" },
        { kind: "imported-status", original: "Not started", state: "action-planned" },
      ],
      [
        { kind: "responded", verdict: "partially-accepted", reason: "Only four districts have a network." },
        { kind: "action-planned", due: null, printedDue: "end of 2023" },
        { kind: "imported-status", original: "Completed", state: "completed" },
      ],
      [{ kind: "responded", verdict: "rejected", reason: "The model belongs to the ministry." }],
    ]);
    const recorded = await useCases.confirmResponses(effects, operator, {
      document: answering,
      proposals: found.value,
    });
    expect(recorded.ok ? recorded.value : recorded.problems).toMatchObject({ added: 3 });
    const first = await useCases.recommendation(effects, operator, { id: records[0]!.id });
    if (!first.ok) throw new Error(first.problems[0]?.message);
    expect(first.value).toMatchObject({ state: "action-planned", actionOverdue: true });
    expect(first.value.grounds).toMatchObject([{ kind: "conclusion", label: "1" }]);
  });
});
