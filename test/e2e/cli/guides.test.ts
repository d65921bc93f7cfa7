// The guides are followed as they stand, in a new installation: what they print must be what is printed. The
// first guide lays out the installation itself; the others begin with one that is laid out and empty.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { emptyFolder } from "../../prepared-folders.ts";
import { guideSteps } from "./guide-steps.ts";
import { patience, root, scratchFolder, socle } from "./socle.ts";

vi.setConfig({ testTimeout: patience });

const folder = scratchFolder();
afterAll(() => folder.remove());

/** The size of a download depends on the day that stands in its README. */
const withoutSizes = (text: string) => text.replace(/\d+ bytes/g, "N bytes");

const guides = [
  "evidence",
  "follow-up",
  "lessons",
  "numbers",
  "releases",
  "correct-a-reading",
  "search",
  "indicators",
  "build-an-index",
];
describe.each(guides)("the guide on %s", (name) => {
  const steps = guideSteps(readFileSync(join(root, "docs", "guides", `${name}.md`), "utf8"));
  const cwd = join(folder.path, name);
  const env = { SOCLE_HOME: join(cwd, "home") };

  it("can be followed to the letter", async () => {
    mkdirSync(cwd);
    if (name !== guides[0]) await emptyFolder(env.SOCLE_HOME);
    let commands = 0;
    for (const step of steps) {
      if ("file" in step) {
        writeFileSync(join(cwd, step.file), step.content);
        continue;
      }
      const { out, err } = await socle(step.command, { cwd, env });
      expect(withoutSizes(out + err), step.command.join(" ")).toBe(withoutSizes(step.output));
      commands += 1;
    }
    expect(commands).toBeGreaterThan(5);
  });
});
