import type { Progress } from "#store";

const barWidth = 24;
const seconds = (ms: number) =>
  ms < 90_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;

/**
 * Shows how far long work is, on standard error only: a bar with rate and time left on a terminal, a line
 * every few seconds elsewhere. `end` clears the bar.
 */
export function progressBar(
  stream: NodeJS.WriteStream,
  now: () => number,
): { readonly progress: Progress; end(): void } {
  const every = stream.isTTY ? 100 : 5_000;
  let label = "";
  let begun = now();
  let shown = Number.NEGATIVE_INFINITY;
  let drawn = false;
  return {
    progress(step) {
      const at = now();
      if (step.label !== label) {
        label = step.label;
        begun = at;
        shown = stream.isTTY ? Number.NEGATIVE_INFINITY : at; // quick work stays silent in a log
      }
      if (at - shown < every) return;
      shown = at;
      const elapsed = Math.max(1, at - begun);
      const rate = Math.round((step.done / elapsed) * 1000).toLocaleString("en");
      const share = step.total ? Math.min(1, step.done / step.total) : null;
      const left = share && share > 0 ? `, ${seconds(elapsed / share - elapsed)} left` : "";
      const amount = `${step.done.toLocaleString("en")}${step.total ? ` of ${step.total.toLocaleString("en")}` : ""} ${step.unit}, ${rate}/s${left}`;
      const filled = share === null ? 0 : Math.round(share * barWidth);
      const bar = share === null ? "" : ` [${"#".repeat(filled)}${".".repeat(barWidth - filled)}]`;
      stream.write(stream.isTTY ? `\r\u001b[K${label}${bar} ${amount}` : `${label}: ${amount}\n`);
      drawn = stream.isTTY === true;
    },
    end() {
      if (drawn) stream.write("\r\u001b[K");
      drawn = false;
    },
  };
}
