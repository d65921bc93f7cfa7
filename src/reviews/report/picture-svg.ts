// A drawing as an SVG file: title and description for those who do not see it, text as text.

import type { PictureShape, ReportPicture } from "#records";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Colours on white paper, also that of the PDF; the page takes its own. */
const pictureColours = {
  ink: "#1f2933",
  rule: "#52606d",
  box: "#ffffff",
  out: "#f0f1f3",
  end: "#e3ecf5",
  before: "#9fb3c8",
  after: "#2f5d8a",
} as const;

const number = (value: number): string => String(Math.round(value * 100) / 100);

/** The head of an arrow: three corners, from the last stretch of its line. */
function arrowHead(points: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const [x1, y1] = points.at(-2) ?? [0, 0];
  const [x2, y2] = points.at(-1) ?? [0, 0];
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [backX, backY] = [x2 - 8 * dx, y2 - 8 * dy];
  return [
    [x2, y2],
    [backX - 4 * dy, backY + 4 * dx],
    [backX + 4 * dy, backY - 4 * dx],
  ];
}

const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y]) => `${number(x)},${number(y)}`).join(" ");

function shapeSvg(shape: PictureShape): string {
  switch (shape.kind) {
    case "rect":
      return `<rect x="${number(shape.x)}" y="${number(shape.y)}" width="${number(shape.width)}" height="${number(shape.height)}" fill="${pictureColours[shape.tone]}" stroke="${pictureColours.rule}" stroke-width="1"/>`;
    case "line":
      return `<polyline points="${path(shape.points)}" fill="none" stroke="${pictureColours.rule}" stroke-width="1.2"/>${
        shape.arrow
          ? `<polygon points="${path(arrowHead(shape.points))}" fill="${pictureColours.rule}"/>`
          : ""
      }`;
    case "text":
      return `<text x="${number(shape.x)}" y="${number(shape.y)}" font-size="${shape.size}"${shape.bold ? ' font-weight="600"' : ""}${shape.anchor === "start" ? "" : ` text-anchor="${shape.anchor}"`} fill="${pictureColours.ink}">${escaped(shape.text)}</text>`;
  }
}

/** The file, on white, with a margin. */
export function pictureSvg(picture: ReportPicture, language: string): string {
  const margin = 12;
  const [w, h] = [picture.width + 2 * margin, picture.height + 2 * margin];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${number(w)}" height="${number(h)}" viewBox="${-margin} ${-margin} ${number(w)} ${number(h)}" role="img" aria-labelledby="title description" lang="${language}" font-family="Liberation Sans, Arial, sans-serif">
<title id="title">${escaped(picture.title)}</title>
<desc id="description">${escaped(picture.description)}</desc>
<rect x="${-margin}" y="${-margin}" width="${number(w)}" height="${number(h)}" fill="#ffffff"/>
${picture.shapes.map(shapeSvg).join("\n")}
</svg>
`;
}
