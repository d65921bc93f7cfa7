// Numbers and dates as the language of the page writes them.

import { useMemo } from "react";
import type { Language } from "#kernel";
import { useLanguage } from "./i18n.ts";

export type Format = {
  /** `digits` = decimals at most (and at least, with `fixed`). */
  number(value: number, digits?: number, fixed?: boolean): string;
  /** An observed value: one decimal from 10 on, two below, and never so few that what is not 0 reads as 0. */
  figure(value: number): string;
  /** Of a share between 0 and 1. */
  percent(share: number, digits?: number): string;
  /** Of an ISO date or instant, in the reader's time zone for instants. */
  date(iso: string): string;
  dateTime(iso: string): string;
  bytes(count: number): string;
  list(items: readonly string[]): string;
  /** A name and what is said of it: "Sex: women"; French sets a space before the colon. */
  named(name: string, text: string): string;
};

export function formatOf(language: Language): Format {
  const locale = language === "en" ? "en-GB" : language;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  const dayUtc = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const number = (value: number, digits = 2, fixed = false) =>
    value.toLocaleString(locale, {
      maximumFractionDigits: digits,
      minimumFractionDigits: fixed ? digits : 0,
    });
  const figure = (value: number) => {
    const size = Math.abs(value);
    // Two digits that tell something: 0.0043 is not 0, which has a meaning of its own.
    return size > 0 && size < 0.1
      ? value.toLocaleString(locale, { maximumSignificantDigits: 2, maximumFractionDigits: 20 })
      : number(value, size < 10 ? 2 : 1);
  };
  return {
    number,
    figure,
    percent: (share, digits = 0) =>
      share.toLocaleString(locale, { style: "percent", maximumFractionDigits: digits }),
    date: (iso) => (iso.length === 10 ? dayUtc : day).format(new Date(iso)),
    dateTime: (iso) => instant.format(new Date(iso)),
    bytes: (count) => {
      const [unit, size] =
        count >= 1e6
          ? (["megabyte", 1e6] as const)
          : count >= 1e3
            ? (["kilobyte", 1e3] as const)
            : (["byte", 1] as const);
      return (count / size).toLocaleString(locale, {
        style: "unit",
        unit,
        unitDisplay: "short",
        maximumFractionDigits: size === 1e6 ? 1 : 0,
      });
    },
    list: (items) => list.format(items),
    named: (name, text) => `${name}${language === "fr" ? "\u00a0" : ""}: ${text}`,
  };
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatOf(language), [language]);
}
