import type { Origin, Release } from "#records";

/** What holds of figures taken from several releases: the least real origin, every licence and every caveat. */
export const ofSeveral = (
  releases: readonly Pick<Release, "origin" | "licence" | "caveats">[],
): { readonly origin: Origin; readonly licence: string; readonly caveats: readonly string[] } => {
  const has = (origin: Origin) => releases.some((release) => release.origin === origin);
  return {
    origin: has("simulated") ? "simulated" : has("invented") ? "invented" : "real",
    licence: [...new Set(releases.map(({ licence }) => licence))].join("; "),
    caveats: [...new Set(releases.flatMap(({ caveats }) => caveats))],
  };
};
