import { isIP } from "node:net";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The host of a Host header without its port, in lower case; null when it is not one. */
export function hostNameOf(header: string | undefined): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[^:/?#@\s[\]]+)(?::\d{1,5})?$/i.exec(header ?? "");
  return match?.[1]?.toLowerCase().replace(/\.$/, "") ?? null;
}

/**
 * Whether the server answers for the host a request names. A foreign name pointed at this machine (DNS
 * rebinding) would make a browser treat the attacker's page and this server as one site; an IP address
 * cannot be pointed elsewhere, so where the server listens on all networks any address will do.
 *
 * @param listensOn the setting SOCLE_HOST
 * @param publicHost host of SOCLE_ADDRESS, where that is set
 */
export function isAllowedHost(
  header: string | undefined,
  listensOn: string,
  publicHost: string | null,
): boolean {
  const name = hostNameOf(header);
  if (name === null) return false;
  if (loopback.has(name) || name === publicHost?.toLowerCase()) return true;
  const bare = name.replace(/^\[(.*)\]$/, "$1");
  if (bare === listensOn.toLowerCase()) return true;
  return (listensOn === "0.0.0.0" || listensOn === "::") && isIP(bare) !== 0;
}
