// The sheet every chart is drawn on: title, subtitle, watermark and source inside the picture, so that a
// copy of it still says what it is. Knows no data.

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { textLines } from "./text-lines.ts";
import "./charts.css";
import { Silent } from "./silent.tsx";

/** What stands in the picture beside the marks. */
export type PictureText = {
  /** What is seen. */
  readonly title: string;
  /** What is measured: unit, period, population. */
  readonly subtitle: string;
  /** Source with date. */
  readonly source: string;
  /** For example "SIMULATED"; null for real figures. */
  readonly watermark: string | null;
};

export type Sheet = {
  readonly width: number;
  /** First free position below title and subtitle. */
  readonly top: number;
  readonly hatch: string;
  readonly dots: string;
};

const titleSize = 16;
/** Width of the text column of an A4 page, in pixels of a style sheet. */
const paperWidth = 672;
const textSize = 12.5;

/**
 * @param height of the marks' part, given the width; the sheet adds its own lines above and below
 * @param describe what a screen reader hears on entering: the sentence of the chart
 */
export function Picture({
  text,
  describe,
  detail,
  plotHeight,
  children,
}: {
  text: PictureText;
  describe: string;
  detail: string | null;
  plotHeight: (width: number) => number;
  children: (sheet: Sheet) => ReactNode;
}) {
  const id = useId();
  const [box, width] = useWidth(720);
  const title = textLines(text.title, width, titleSize * 1.06);
  const subtitle = textLines(text.subtitle, width, textSize);
  const source = textLines(text.source, width, textSize);
  const top = 4 + title.length * 21 + subtitle.length * 17 + 10;
  const bottom = top + plotHeight(width);
  const height = bottom + 12 + source.length * 16;
  const hatch = `${id}hatch`;
  const dots = `${id}dots`;
  return (
    <div ref={box} className="chart">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in for a picture */}
      <svg
        role="group"
        aria-label={`${text.title}. ${describe}`}
        viewBox={`0 0 ${width} ${Math.ceil(height)}`}
        className="chart-sheet"
      >
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="chart-hatch-ground" />
            <line x1="0" y1="0" x2="0" y2="6" className="chart-hatch-line" />
          </pattern>
          <pattern id={dots} width="5" height="5" patternUnits="userSpaceOnUse">
            <rect width="5" height="5" className="chart-zero-ground" />
            <circle cx="2.5" cy="2.5" r="0.8" className="chart-zero-dot" />
          </pattern>
        </defs>
        <Silent>
          <rect width={width} height={Math.ceil(height)} className="chart-ground" />
          {title.map((line, i) => (
            <text key={line} x={0} y={18 + i * 21} className="chart-title">
              {line}
            </text>
          ))}
          {subtitle.map((line, i) => (
            <text key={line} x={0} y={15 + title.length * 21 + i * 17} className="chart-subtitle">
              {line}
            </text>
          ))}
          {source.map((line, i) => (
            <text key={line} x={0} y={bottom + 20 + i * 16} className="chart-source">
              {line}
            </text>
          ))}
        </Silent>
        {children({ width, top, hatch: `url(#${hatch})`, dots: `url(#${dots})` })}
        {text.watermark && <Watermark word={text.watermark} width={width} top={top} height={bottom - top} />}
      </svg>
      <p className="chart-detail" aria-hidden="true">
        {detail}
      </p>
    </div>
  );
}

/** The word over the marks, once per 320 pixels of height, so that no cut-out of the picture lacks it. */
function Watermark({
  word,
  width,
  top,
  height,
}: {
  word: string;
  width: number;
  top: number;
  height: number;
}) {
  const count = Math.max(1, Math.round(height / 320));
  const size = Math.min(64, (width / word.length) * 1.15);
  return (
    <Silent className="chart-watermark" fontSize={size}>
      {Array.from({ length: count }, (_, i) => {
        const y = top + (height * (i + 0.5)) / count;
        return (
          <text
            key={y}
            x={width / 2}
            y={y}
            textAnchor="middle"
            dominantBaseline="middle"
            transform={`rotate(-14 ${width / 2} ${y})`}
          >
            {word}
          </text>
        );
      })}
    </Silent>
  );
}

/** Width of an element in whole pixels; `otherwise` where it cannot be measured. */
function useWidth(otherwise: number): [React.RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(otherwise);
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const measure = () => {
      const now = Math.round(element.getBoundingClientRect().width);
      if (now >= 120 && !window.matchMedia?.("print").matches) setWidth(now);
    };
    measure();
    // On paper a picture laid out for the screen would be shrunk, its words with it.
    const paper = window.matchMedia?.("print");
    const onPaper = () => (paper?.matches ? flushSync(() => setWidth(paperWidth)) : measure());
    paper?.addEventListener("change", onPaper);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      paper?.removeEventListener("change", onPaper);
      observer.disconnect();
    };
  }, []);
  return [ref, width];
}
