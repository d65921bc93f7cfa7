// Ratings by key: 1 to 9 and 0 choose the steps of the scale in their order, j and k move from item to item.

export type RatingWish = { readonly step: number } | { readonly move: 1 | -1 } | { readonly quote: true };

/** What a key asks for; null where it asks for nothing, or belongs to what is being typed. */
export function ratingWish(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}): RatingWish | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const { target } = event;
  if (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "checkbox"))
  )
    return null;
  if (/^[0-9]$/.test(event.key)) return { step: event.key === "0" ? 9 : Number(event.key) - 1 };
  if (event.key === "j") return { move: 1 };
  if (event.key === "k") return { move: -1 };
  return event.key === "q" ? { quote: true } : null;
}
