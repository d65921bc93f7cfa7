// Orders the ratings of a country by form: which is the index of a form, which are its three parts.

import type { z } from "zod/mini";
import type { CountryProfileShape } from "#contract";
import { formIds, indicatorRoles } from "#securities";

export type Profile = z.output<typeof CountryProfileShape>;
export type Rating = Profile["ratings"][number];
export type Role = (typeof indicatorRoles)[number];

export type FormRating = {
  readonly form: string;
  /** The index of the form. */
  readonly index: Rating;
  /** Its sub-indexes; none for an index over several forms. */
  readonly parts: Partial<Readonly<Record<Role, Rating>>>;
};

/**
 * One entry per definition: the seven forms in their order, then indexes of another kind. The index is the
 * first node of its run, as runs list a parent before its children.
 */
export function ratingsByForm(ratings: readonly Rating[]): readonly FormRating[] {
  const byRun = new Map<string, Rating[]>();
  for (const rating of ratings) byRun.set(rating.run, [...(byRun.get(rating.run) ?? []), rating]);
  const order = (form: string) => (formIds as readonly string[]).indexOf(form) + 1 || formIds.length + 1;
  return [...byRun.values()]
    .map((own): FormRating => {
      const index = own.find((rating) => rating.role === null) ?? own[0]!;
      const form = index.form ?? index.definitionId;
      const isForm = (formIds as readonly string[]).includes(form);
      const parts = isForm
        ? Object.fromEntries(
            indicatorRoles.flatMap((role) => {
              const part = own.find((rating) => rating.role === role);
              return part ? [[role, part]] : [];
            }),
          )
        : {};
      return { form, index, parts };
    })
    .sort((a, b) => order(a.form) - order(b.form));
}

/** The forms with the best and the worst place among the countries compared; null where fewer than two are rated. */
export function bestAndWorst(
  rated: readonly FormRating[],
): { readonly best: FormRating; readonly worst: FormRating } | null {
  const placed = rated.filter(
    ({ form, index }) => (formIds as readonly string[]).includes(form) && index.rank !== null && index.of > 0,
  );
  const share = ({ index }: FormRating) => index.rank! / index.of;
  const sorted = [...placed].sort((a, b) => share(a) - share(b));
  return sorted.length < 2 ? null : { best: sorted[0]!, worst: sorted.at(-1)! };
}
