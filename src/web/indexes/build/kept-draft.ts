// The draft of the builder in this browser, so that closing the page loses nothing.

import { type Draft, draftOf, emptyDraft, jsonOf } from "./draft.ts";

const place = "socle.index-draft";

/** What was left here, or an empty draft; a browser that keeps nothing is no error. */
export function keptDraft(): Draft {
  try {
    const text = localStorage.getItem(place);
    return (text && draftOf(JSON.parse(text))) || emptyDraft;
  } catch {
    return emptyDraft;
  }
}

/** @returns whether it could be kept */
export function keepDraft(draft: Draft): boolean {
  return openInBuilder(jsonOf(draft));
}

/** Puts a definition where the builder finds it when it opens. */
export function openInBuilder(definition: object | null): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(definition));
    return true;
  } catch {
    return false;
  }
}
