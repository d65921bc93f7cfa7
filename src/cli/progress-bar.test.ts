import { describe, expect, it } from "vitest";
import { progressBar } from "./progress-bar.ts";

function watched(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { written, bar: progressBar(stream, () => time), pass: (ms: number) => (time += ms) };
}
const step = (done: number, total: number | null = 1000) => ({ label: "import", done, total, unit: "rows" });

describe("progress", () => {
  it("on a terminal is one line with a bar, rate and time left, and leaves nothing behind", () => {
    const { written, bar, pass } = watched(true);
    bar.progress(step(0));
    pass(1000);
    bar.progress(step(250));
    expect(written.at(-1)).toBe(
      "\r\u001b[Kimport [######..................] 250 of 1,000 rows, 250/s, 3 s left",
    );
    bar.end();
    expect(written.at(-1)).toBe("\r\u001b[K");
  });

  it("elsewhere is a line every five seconds, and none for quick work", () => {
    const { written, bar, pass } = watched(false);
    for (let second = 0; second < 12; second++) {
      bar.progress(step(second * 10, 500));
      pass(1000);
    }
    bar.end();
    expect(written).toEqual([
      "import: 50 of 500 rows, 10/s, 45 s left\n",
      "import: 100 of 500 rows, 10/s, 40 s left\n",
    ]);
  });

  it("says no time left where the whole is not known", () => {
    const { written, bar, pass } = watched(true);
    bar.progress(step(0, null));
    pass(2000);
    bar.progress(step(500, null));
    expect(written.at(-1)).toBe("\r\u001b[Kimport 500 rows, 250/s");
  });

  it("begins anew for the next piece of work", () => {
    const { written, bar, pass } = watched(true);
    bar.progress(step(0));
    pass(60_000);
    bar.progress({ ...step(0), label: "check" });
    pass(1000);
    bar.progress({ ...step(100), label: "check" });
    expect(written.at(-1)).toContain("100/s");
  });
});
