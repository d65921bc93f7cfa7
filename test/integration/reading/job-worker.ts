// A process that reads many files until it is killed, and tells its parent how far it is.

import { useCases } from "#app";
import { reportOf, workPlace } from "./work-place.ts";

const [parent = "", count = "0"] = process.argv.slice(2);
const place = await workPlace(undefined, parent);
const ana = await place.person("Ana", "reviewer");
const job = await useCases.beginReadingJob(place.effects, ana, { origin: "invented" });
if (!job.ok) throw new Error(JSON.stringify(job.problems));
const { id } = job.value;
// Stopped while the files come in, so that the parent sees it in the midst of the work.
await useCases.changeReadingJob(place.effects, ana, { id, to: "stop" });
for (let i = 0; i < Number(count); i++) {
  const name = `report-${i}.txt`;
  const upload = await place.file(name, reportOf(`Report ${i}`, [`The agency should do thing ${i}.`]));
  await useCases.addReadingFile(place.effects, ana, { id, name, upload });
}
await useCases.changeReadingJob(place.effects, ana, { id, to: "resume" });
for (;;) {
  const found = await useCases.readingJob(place.effects, ana, { id });
  if (found.ok) process.send?.({ job: id, done: found.value.counts.done });
  await new Promise((next) => setTimeout(next, 10));
}
