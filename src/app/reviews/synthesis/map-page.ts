// A map as one page that stands by itself: no script, nothing fetched, each cell leading to its passages below.

import type { Language } from "#kernel";
import type { RouteReply } from "../../use-case.ts";
import { type ShownField, wordOf } from "./map-labels.ts";
import type { SayOfMap } from "./map-words.data.ts";

type Item = {
  readonly record: string | null;
  readonly title: string;
  readonly page: number | null;
  readonly quote: string;
  readonly withheld: boolean;
};

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const text = (words: string): string => words.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);

const look = `body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}
table{border-collapse:collapse;margin:1rem 0}caption{text-align:start;font-weight:600}
th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:start;vertical-align:top}td{text-align:center}
.not-searched{background:repeating-linear-gradient(45deg,#fff 0 6px,#ddd 6px 8px)}
.bubble{display:inline-block;border-radius:50%;background:#3b5b92}blockquote{margin:.3rem 0 .8rem;padding-inline-start:.8rem;border-inline-start:3px solid #767676}
.wide{overflow-x:auto}@media print{.wide{overflow:visible}}`;

/** Diameter of a bubble: its area is as the number. */
const bubble = (items: number, most: number): string =>
  `<span class="bubble" aria-hidden="true" style="width:${size(items, most)}rem;height:${size(items, most)}rem"></span>`;
const size = (items: number, most: number): string => (2 * Math.sqrt(items / Math.max(1, most))).toFixed(2);

export function mapPage(given: {
  readonly title: string;
  readonly language: Language;
  readonly say: SayOfMap;
  readonly map: RouteReply<"reviewMap">;
  readonly where: readonly string[];
  readonly word: (field: ShownField, value: string) => string;
  readonly itemsOf: (row: string, column: string) => readonly Item[];
}): string {
  const { title, language, say, map, word } = given;
  const { rows, columns, cells } = map;
  const field = (one: ShownField) => wordOf(one.label, language, say(`field.${one.id}`));
  const most = Math.max(0, ...cells.map(({ items }) => items));
  const cellOf = (row: string, column: string) =>
    cells.find((cell) => cell.row === row && cell.column === column);
  const anchor = (row: number, column: number) => `cell-${row}-${column}`;
  const body = rows.values.map((row, r) => {
    const inner = columns.values.map((column, c) => {
      const cell = cellOf(row.id, column.id);
      if (cell?.state !== "found")
        return `<td class="${cell?.state ?? "nothing"}">${text(say(`state.${cell?.state ?? "nothing"}`))}</td>`;
      const counts =
        map.of === "reports"
          ? `${cell.items} ${say("unit.report")}`
          : say("cell", { passages: cell.items, units: cell.units, unit: say(`unit.${map.unit}`) });
      return `<td>${bubble(cell.items, most)}<br><a href="#${anchor(r, c)}">${text(counts)}</a></td>`;
    });
    return `<tr><th scope="row">${text(word(rows, row.id))}</th>${inner.join("")}</tr>`;
  });
  const lists = rows.values.flatMap((row, r) =>
    columns.values.flatMap((column, c) => {
      if (cellOf(row.id, column.id)?.state !== "found") return [];
      const items = given
        .itemsOf(row.id, column.id)
        .map(
          (item) =>
            `<p>${text([item.record, item.title].filter(Boolean).join(" "))}${item.page === null ? "" : `, ${text(say("page", { page: item.page }))}`}</p>${
              item.withheld
                ? `<p>${text(say("withheld"))}</p>`
                : item.quote
                  ? `<blockquote>${text(item.quote)}</blockquote>`
                  : ""
            }`,
        );
      return [
        `<section id="${anchor(r, c)}"><h3>${text(`${word(rows, row.id)} × ${word(columns, column.id)}`)}</h3>${items.join("")}</section>`,
      ];
    }),
  );
  const need = map.need;
  const needs = need
    ? `<h2>${text(say("need"))}</h2><p>${text(`${wordOf(need.indicator.label, language, need.indicator.id)}. ${need.release.title} (${need.release.id}).`)}${
        need.release.origin === "real" ? "" : ` <strong>${text(say("simulated"))}</strong>`
      }</p><div class="wide"><table><thead><tr>${["row", "value", "level", "found"]
        .map((column) => `<th scope="col">${text(say(`need.${column}`))}</th>`)
        .join("")}</tr></thead><tbody>${need.rows
        .map(
          (row) =>
            `<tr><th scope="row">${text(wordOf(row.label, language, row.row))}</th><td>${row.value === null ? "–" : row.value.toLocaleString(language, { maximumFractionDigits: 1 })}</td><td>${text(say(`level.${row.level}`))}</td><td>${text(row.state === "found" ? String(row.units) : say(`state.${row.state}`))}</td></tr>`,
        )
        .join("")}</tbody></table></div>`
    : "";
  const notes = [
    say("searchedOn", { dates: map.searched ? `${map.searched.first} – ${map.searched.last}` : "–" }),
    say("protocolOf", { version: map.protocol ?? "–" }),
    say(map.of === "reports" ? "notStatedReports" : "notStated", { count: map.notStated, items: map.items }),
    ...(given.where.length > 0 ? [say("onlyWith", { filter: given.where.join(", ") })] : []),
    ...map.leftOut.map(({ field: one, values, reason }) =>
      say("leftOut", { field: say(`field.${one}`), values: values.join(", "), reason }),
    ),
  ];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(`${say("title")} · ${title}`)}</title><style>${look}</style></head><body><h1>${text(`${say("title")}: ${title}`)}</h1><ul>${notes.map((note) => `<li>${text(note)}</li>`).join("")}</ul><div class="wide"><table><caption>${text(`${field(rows)} × ${field(columns)}`)}</caption><thead><tr><th scope="col">${text(field(rows))}</th>${columns.values.map((column) => `<th scope="col">${text(word(columns, column.id))}</th>`).join("")}</tr></thead><tbody>${body.join("")}</tbody></table></div>${needs}<h2>${text(say("passagesOfCells"))}</h2>${lists.join("")}</body></html>\n`;
}
