/** Methods that change nothing and need no check of their origin. */
export const isSafeMethod = (method: string): boolean =>
  method === "GET" || method === "HEAD" || method === "OPTIONS";

/**
 * Whether an unsafe request comes from this server's own pages, judged by the headers a browser sets and
 * pages cannot forge. Programs that are no browsers send none of them and are let through as long as they
 * bring no cookie, which only a browser would do for somebody else.
 *
 * @param host the Host header, already known to be one of ours
 */
export function isSameOrigin(request: {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly host: string | undefined;
  readonly https: boolean;
  readonly hasCookie: boolean;
}): boolean {
  const { origin, fetchSite, host, https, hasCookie } = request;
  if (fetchSite !== undefined && fetchSite !== "same-origin") return false;
  if (origin !== undefined) {
    if (!URL.canParse(origin)) return false; // also "null": sandboxed frames and redirected posts
    const url = new URL(origin);
    if (https && url.protocol !== "https:") return false;
    return url.host === host?.toLowerCase();
  }
  return fetchSite === "same-origin" || !hasCookie;
}
