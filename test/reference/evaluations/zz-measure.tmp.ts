import { labelledFolder, readFolder, tableOf } from "/work/main/test/reference/evaluations/labelled-folder.ts";
import { scoreReadings } from "/work/main/src/sources/index.ts";
const readings = await readFolder(labelledFolder(process.argv[2]!));
const s = scoreReadings(readings);
if (process.argv[3] !== "locate") {
console.log(tableOf(s, ["recommendation","management-response","lesson-learned","good-practice"]));
if (process.argv[3]) for (const f of s.failures) console.log(f.file, f.what, f.kind, f.cause, f.otherKind ?? "", f.label, "|", f.text.slice(0, 90));
}
for (const d of s.documents) for (const t of d.notLocated) console.log("NOT LOCATED", d.file, t);
