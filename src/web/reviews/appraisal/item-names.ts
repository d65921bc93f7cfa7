// What the items of an instrument are called to a reader. Their identifiers are for files and programs: they are
// words of one language, whichever is read.

import type { Instrument, InstrumentSection, Wording } from "#records";
import { useWording } from "./wording.ts";

/** The title of a section that has no other item, a number as "4.2", else nothing: its text then speaks for it. */
export function itemTitle(section: InstrumentSection, item: string): Wording | string | null {
  if (section.items.length === 1) return section.title;
  return /^\d/.test(item) ? item : null;
}

/** The title and the text of an item; `called` is what a button says it is for. */
export function useItemNames(
  instrument: Instrument,
): (item: string) => { readonly title: string | null; readonly text: string; readonly called: string } {
  const word = useWording();
  return (id) => {
    const section = instrument.sections.find(({ items }) => items.some((one) => one.id === id));
    const found = section?.items.find((one) => one.id === id);
    if (!section || !found) return { title: id, text: "", called: id };
    const named = itemTitle(section, id);
    const title = typeof named === "string" ? named : named && word(named);
    const text = word(found.text);
    return { title, text, called: title ?? text };
  };
}
