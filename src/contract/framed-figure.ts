// The addresses that other sites may show in a frame as one figure alone. Server and pages ask the same
// function, so that no page can be framed that would not hide everything but its figure.

/** First parts of the pages whose figures may be framed: open knowledge, nothing to sign in to or to change. */
const framedDoors = [
  "countries",
  "data",
  "explore",
  "indexes",
  "indicators",
  "standards",
  "surveys",
] as const;

const pattern = new RegExp(`^(/embed/figure/([a-z][a-z0-9-]{0,60}))(/(?:${framedDoors.join("|")})(?:/.*)?)$`);

export type FramedFigure = {
  /** What stands before the page's own path: `/embed/figure/ratings`. */
  readonly base: string;
  readonly figure: string;
  /** Path of the page the figure stands on. */
  readonly page: string;
};

/**
 * What an address of a framed figure says, or null where it is none.
 *
 * @param path without query
 * @example
 * framedFigure("/embed/figure/ratings/countries/XAA")
 * // => { base: "/embed/figure/ratings", figure: "ratings", page: "/countries/XAA" }
 * framedFigure("/embed/figure/ratings/desk") // => null
 */
export function framedFigure(path: string): FramedFigure | null {
  // Steps upwards would lead out of the doors that are open.
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) return null;
  const found = pattern.exec(path);
  return found ? { base: found[1]!, figure: found[2]!, page: found[3]! } : null;
}

/**
 * The address at which a figure of a page can be framed, or null where the page's figures may not be.
 *
 * @param page path with query, as the page has it
 * @example
 * framedAddress("ratings", "/countries/XAA?view=table")
 * // => "/embed/figure/ratings/countries/XAA?view=table"
 */
export function framedAddress(figure: string, page: string): string | null {
  const address = `/embed/figure/${figure}${page}`;
  return framedFigure(address.split(/[?#]/, 1)[0]!) ? address : null;
}
