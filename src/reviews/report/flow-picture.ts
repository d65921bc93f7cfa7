// The flow as a drawing, after the layout of PRISMA 2020 for updated reviews: what was identified side by
// side above, what goes on down the left, what leaves on the right.

import type { PictureShape, ReportPicture } from "#records";
import type { ReviewState } from "../state.ts";
import type { FlowBox, FlowBoxId, ReviewFlow } from "./flow.ts";
import { flowDescription, wordedBox } from "./flow-words.ts";
import { linesOf } from "./text-width.ts";
import type { SayInReport } from "./words/report-words.ts";

const width = 720;
const columnWidth = 330;
const gap = 34;
const padding = 10;
const titleSize = 13;
const textSize = 12;
const titleLine = 17;
const textLine = 16;

const firsts: readonly FlowBoxId[] = ["previous", "registers", "other-methods"];

type Lines = {
  readonly title: readonly string[];
  readonly details: readonly string[];
  readonly height: number;
};
type Placed = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** @returns null where the flow has a fault: a picture that does not add up is not drawn */
export function flowPicture(state: ReviewState, flow: ReviewFlow, say: SayInReport): ReportPicture | null {
  if (flow.faults.length > 0) return null;
  const shapes: PictureShape[] = [];
  const linesIn = (box: FlowBox, boxWidth: number): Lines => {
    const { title, count, details } = wordedBox(state, box, say);
    const room = boxWidth - 2 * padding;
    const titles = linesOf(`${title} (n\u00a0=\u00a0${count})`, room, titleSize, true);
    const rest = details.flatMap((detail) => linesOf(detail, room, textSize));
    return {
      title: titles,
      details: rest,
      height: 2 * padding + titles.length * titleLine + rest.length * textLine - 2,
    };
  };
  const put = (lines: Lines, at: Placed, tone: "box" | "out" | "end") => {
    shapes.push({ kind: "rect", ...at, tone });
    let y = at.y + padding;
    const text = (words: string, size: number, line: number, bold: boolean) => {
      y += line;
      shapes.push({ kind: "text", x: at.x + padding, y: y - 4, size, bold, anchor: "start", text: words });
    };
    for (const line of lines.title) text(line, titleSize, titleLine, true);
    for (const line of lines.details) text(line, textSize, textLine, false);
  };
  const boxOf = (id: FlowBoxId) => flow.boxes.find((box) => box.id === id);
  const arrow = (...points: readonly (readonly [number, number])[]) =>
    shapes.push({ kind: "line", points, arrow: true });

  const top = firsts.flatMap((id) => boxOf(id) ?? []);
  const topWidth = (width - (Math.max(top.length, 1) - 1) * 20) / Math.max(top.length, 1);
  const topWidths = Math.min(topWidth, top.length === 1 ? columnWidth : topWidth);
  const topLines = top.map((box) => linesIn(box, topWidths));
  const topHeight = Math.max(0, ...topLines.map(({ height }) => height));
  const middle = columnWidth / 2;
  let y = topHeight;
  const join = y + 16;
  topLines.forEach((lines, n) => {
    const x = n * (topWidths + 20);
    put(lines, { x, y: 0, width: topWidths, height: topHeight }, "box");
    if (top.length > 1)
      shapes.push({
        kind: "line",
        points: [
          [n === 0 ? middle : x + topWidths / 2, topHeight],
          [n === 0 ? middle : x + topWidths / 2, join],
          [middle, join],
        ],
        arrow: false,
      });
  });
  const rightX = width - columnWidth;
  const begin = top.length > 1 ? join : topHeight;
  const duplicates = boxOf("duplicates");
  if (duplicates) {
    const lines = linesIn(duplicates, columnWidth);
    const at = begin + 18;
    put(lines, { x: rightX, y: at, width: columnWidth, height: lines.height }, "out");
    arrow([middle, at + lines.height / 2], [rightX, at + lines.height / 2]);
    y = at + lines.height + 14;
  } else y = begin + gap;
  let from = begin;
  for (const id of ["title-abstract", "sought", "full-text", "appraisal", "included"] as const) {
    const box = boxOf(id);
    if (!box) continue;
    const lines = linesIn(box, columnWidth);
    const leaving = boxOf(id === "sought" ? "not-retrieved" : (`${id}-excluded` as FlowBoxId));
    const leavingLines = leaving ? linesIn(leaving, columnWidth) : null;
    if (top.length > 0 || from > begin) arrow([middle, from], [middle, y]);
    put(lines, { x: 0, y, width: columnWidth, height: lines.height }, id === "included" ? "end" : "box");
    if (leavingLines) {
      put(leavingLines, { x: rightX, y, width: columnWidth, height: leavingLines.height }, "out");
      const level = y + Math.min(lines.height, leavingLines.height) / 2;
      arrow([columnWidth, level], [rightX, level]);
    }
    from = y + lines.height;
    y = Math.max(from, y + (leavingLines?.height ?? 0)) + gap;
  }
  return {
    width,
    height: y - gap,
    title: say("flow.title"),
    description: flowDescription(flow, say),
    shapes,
  };
}
