import { useId } from "react";
import type { ReportPicture as Picture, PictureShape } from "#records";
import style from "./report.module.css";
import { Sheet } from "./sheet.tsx";

type Point = readonly [number, number];

const path = (points: readonly Point[]): string => points.map(([x, y]) => `${x},${y}`).join(" ");

function Shape({ shape, arrow }: { readonly shape: PictureShape; readonly arrow: string }) {
  switch (shape.kind) {
    case "rect":
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          className={style[`tone-${shape.tone}`]}
        />
      );
    case "line":
      return (
        <polyline
          points={path(shape.points)}
          className={style["wire"]}
          markerEnd={shape.arrow ? `url(#${arrow})` : undefined}
        />
      );
    case "text":
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          fontWeight={shape.bold ? 600 : 400}
          textAnchor={shape.anchor}
          className={style["ink"]}
        >
          {shape.text}
        </text>
      );
  }
}

/** A drawing as the server laid it out, in the colours of the page. It scrolls where it is wider than the page. */
export function ReportPicture({ picture }: { readonly picture: Picture }) {
  const id = useId();
  const arrow = `${id}arrow`;
  return (
    <Sheet label={picture.title}>
      <svg
        viewBox={`-4 -4 ${picture.width + 8} ${picture.height + 8}`}
        role="img"
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}description`}
        className={style["picture"]}
      >
        <title id={`${id}title`}>{picture.title}</title>
        <desc id={`${id}description`}>{picture.description}</desc>
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="8"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0,0 L8,4 L0,8 z" className={style["head"]} />
          </marker>
        </defs>
        {picture.shapes.map((shape, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a drawing have no other name
          <Shape key={n} shape={shape} arrow={arrow} />
        ))}
      </svg>
    </Sheet>
  );
}
