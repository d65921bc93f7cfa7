import type { Language } from "#kernel";
import { reminderWords } from "./reminder-words.data.ts";

export type ReminderLine = {
  readonly id: string;
  readonly number: string | null;
  readonly text: string;
  readonly unit: string | null;
  /** ISO date; null where none is stated. */
  readonly due: string | null;
};
export const reminderParts = ["own", "overdue", "responses", "toVerify"] as const;
export type ReminderPart = (typeof reminderParts)[number];
export type ReminderContent = Readonly<
  Record<ReminderPart, { readonly lines: readonly ReminderLine[]; readonly total: number }>
>;

const longestText = 140;

/** One line, whatever was in it: a name or a text must never begin a new header or paragraph of its own. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
const cut = (text: string) =>
  text.length > longestText ? `${text.slice(0, longestText - 1).trimEnd()}…` : text;

/**
 * The daily reminder of one person as plain text, in their language; null where nothing waits for them.
 *
 * @param today ISO date, against which overdue is told
 * @param address of the installation, without a trailing slash
 * @example
 * reminder("Ada", "en", { own: { lines: [], total: 0 }, overdue: { lines: [], total: 0 }, responses: { lines: [], total: 0 }, toVerify: { lines: [], total: 0 } }, "2026-03-01", "http://localhost") // => null
 */
export function reminder(
  name: string,
  language: Language,
  content: ReminderContent,
  today: string,
  address: string,
): { readonly subject: string; readonly text: string } | null {
  const words = reminderWords[language];
  const count = reminderParts.reduce((sum, part) => sum + content[part].total, 0);
  if (count === 0) return null;
  const sections = reminderParts.flatMap((part) => {
    const { lines, total } = content[part];
    if (total === 0) return [];
    return [
      [
        `${words[part]} (${total})`,
        ...lines.map(({ id, number, text, unit, due }) =>
          [
            `- ${[number, cut(plain(text))].filter(Boolean).join(" ")}`,
            `  ${[unit === null ? null : plain(unit), due === null ? null : words.due(due), due !== null && due < today ? words.late : null].filter(Boolean).join(", ")}`.trimEnd(),
            `  ${address}/evidence/recommendations/${encodeURIComponent(id)}`,
          ]
            .filter((line) => line.trim() !== "")
            .join("\n"),
        ),
        ...(total > lines.length ? [`  ${words.more(total - lines.length)}`] : []),
      ].join("\n"),
    ];
  });
  return {
    subject: `Socle: ${words.subject(count)}`,
    text: [
      words.greeting(plain(name)),
      ...sections,
      `${words.open}\n${address}/desk?at=follow-up`,
      words.stop,
      "",
    ].join("\n\n"),
  };
}
