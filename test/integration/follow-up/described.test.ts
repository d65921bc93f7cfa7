// What a table says beside a recommendation comes into its record, and does not touch what a person wrote.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import { operator } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const report = (advice: string) => `<html lang="en"><body>
<h1>Final evaluation of an invented programme in Alvane</h1><p>This invented report is a test.</p>
<h2>Recommendations</h2>
<table><tr><th>No.</th><th>Recommendation</th><th>Addressed to</th><th>Priority</th><th>Resources</th><th>Timing</th></tr>
<tr><td>1</td><td>${advice}</td><td>Ministry of Labour; ILO</td><td>High</td><td>Low</td><td>Short term</td></tr>
<tr><td>2</td><td>The project should train two bookkeepers in each market.</td><td>ILO country office</td><td>Medium</td><td>Medium</td><td>Medium term</td></tr>
</table></body></html>`;

describeOnEngines("a recommendation from a table", (engine) => {
  const store = sharedStore(engine);
  it("carries its addressees, priority, resources and time frame", async () => {
    const folder = await mkdtemp(join(tmpdir(), "socle-described-"));
    const effects = {
      store: store(),
      now: steppingClock(),
      randomBytes: (n: number) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    } as Effects;
    const path = join(folder, "table.html");
    writeFileSync(path, report("The Ministry should register carers in the scheme."));
    const read = await useCases.importReport(effects, operator, {
      name: "table.html",
      origin: "invented",
      upload: { path, name: "table.html" },
    });
    expect(read.ok).toBe(true);
    const [source = ""] = read.ok ? read.value.ids : [];
    const records = await store().catalogue.recommendations.ofDocument(source as never);
    expect(records).toMatchObject([
      {
        number: "1",
        addressees: ["Ministry of Labour", "ILO"],
        priority: "high",
        resources: "low",
        timeFrame: "short",
        printedTimeFrame: "Short term",
      },
      { number: "2", addressees: ["ILO country office"], priority: "medium", timeFrame: "medium" },
    ]);
  });
});
