// A process that takes the lock of a folder and says so. Started by the tests of the lock.
// node lock-holder.ts HOME [announce]

import { lockFolder } from "../../../src/store/folder-lock.ts";

const [home = "", announce] = process.argv.slice(2);
const lock = await lockFolder(home, () => new Date().toISOString());
if (lock.ok && announce) await lock.value.announce({ address: "http://127.0.0.1:4500", token: "a secret" });
console.log(JSON.stringify(lock.ok ? { held: true } : { held: false, problem: lock.problems[0] }));
process.stdin.on("data", async () => {
  if (lock.ok) await lock.value.release();
  process.exit(0);
});
// Ends with the test, should that be killed.
process.stdin.on("end", () => process.exit(0));
