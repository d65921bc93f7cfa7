import { KeyBoxes, keyHeight } from "./map-parts.tsx";
import { Picture, type PictureText } from "./picture.tsx";
import { type Mark, useRovingMarks } from "./roving-marks.ts";
import { Silent } from "./silent.tsx";
import { textCut, textWidth } from "./text-lines.ts";

/** A year of a row: there, missing with a reason, or not there at all. */
export type CoverageCell = "value" | "missing" | "none";

export type CoverageRow = {
  readonly id: string;
  readonly label: string;
  /** One for each year of the picture. */
  readonly cells: readonly CoverageCell[];
  readonly spoken: string;
  readonly onOpen?: (() => void) | undefined;
};

const rowHeight = 19;

/** Which years there are of what: filled where there is a value, hatched where it is missing, empty else. */
export function CoverageGrid({
  text,
  sentence,
  years,
  rows,
  words,
}: {
  text: PictureText;
  sentence: string;
  years: readonly number[];
  rows: readonly CoverageRow[];
  words: { readonly value: string; readonly missing: string };
}) {
  const { markProps, detail } = useRovingMarks(
    rows.map((row): Mark => ({ id: row.id, label: row.spoken, onOpen: row.onOpen })),
  );
  const keys = [
    { fill: 4 as const, label: words.value },
    { fill: "unknown" as const, label: words.missing },
  ];
  return (
    <Picture
      text={text}
      describe={sentence}
      detail={detail}
      plotHeight={(width) => 24 + rows.length * rowHeight + 10 + keyHeight(keys, width)}
    >
      {(sheet) => {
        const left = Math.min(
          sheet.width * 0.5,
          Math.max(...rows.map((row) => textWidth(row.label, 12.5))) + 10,
        );
        const wide = (sheet.width - left) / Math.max(1, years.length);
        const first = sheet.top + 22;
        const every = Math.max(1, Math.ceil(36 / wide));
        return (
          <>
            <Silent>
              {years.map((year, i) =>
                i % every === 0 ? (
                  <text
                    key={year}
                    x={left + (i + 0.5) * wide}
                    y={first - 7}
                    textAnchor="middle"
                    className="chart-tick"
                  >
                    {year}
                  </text>
                ) : null,
              )}
            </Silent>
            {rows.map((row, r) => {
              const y = first + r * rowHeight;
              return (
                <g key={row.id} className="chart-mark" {...markProps(r)}>
                  <rect x={0} y={y} width={sheet.width} height={rowHeight} className="chart-hit" />
                  <Silent>
                    <text x={0} y={y + 13.5} className="chart-tick">
                      {textCut(row.label, left - 8, 12)}
                    </text>
                    {row.cells.map((cell, i) =>
                      cell === "none" ? null : (
                        <rect
                          key={years[i]}
                          x={left + i * wide + 1}
                          y={y + 3}
                          width={Math.max(1, wide - 2)}
                          height={rowHeight - 6}
                          {...(cell === "missing" ? { fill: sheet.hatch } : {})}
                          className={cell === "missing" ? "chart-missing" : "map-step-4"}
                        />
                      ),
                    )}
                  </Silent>
                </g>
              );
            })}
            <Silent>
              <KeyBoxes keys={keys} sheet={sheet} top={first + rows.length * rowHeight + 8} />
            </Silent>
          </>
        );
      }}
    </Picture>
  );
}
