/**
 * All problems a module can report: code → what it means, and what whoever meets it can do. Each module
 * keeps its own; `docs/reference/problems.md` is made from them all, and a test holds them to the code.
 */
export type ProblemCatalogue = Readonly<
  Record<`${string}.${string}`, { readonly meaning: string; readonly remedy: string }>
>;
