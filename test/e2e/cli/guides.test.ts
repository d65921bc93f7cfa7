// The guides are followed as they stand, in a new installation: what they print must be what is printed.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { guideSteps } from "./guide-steps.ts";
import { patience, root, scratchFolder, socle } from "./socle.ts";

vi.setConfig({ testTimeout: patience });

const folder = scratchFolder();
afterAll(() => folder.remove());

/** The size of a download depends on the day that stands in its README. */
const withoutSizes = (text: string) => text.replace(/\d+ bytes/g, "N bytes");

describe.each(["evidence", "follow-up", "lessons", "numbers", "correct-a-reading", "search"])(
  "the guide on %s",
  (name) => {
    const steps = guideSteps(readFileSync(join(root, "docs", "guides", `${name}.md`), "utf8"));
    const cwd = join(folder.path, name);
    const env = { SOCLE_HOME: join(cwd, "home") };

    it("can be followed to the letter", async () => {
      mkdirSync(cwd);
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
  },
);
