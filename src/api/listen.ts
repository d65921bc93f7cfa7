import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { fail, ok, problem, type Result } from "#kernel";

/**
 * Listens, and tells where: the port, and the address for programs of the same machine.
 *
 * @returns `api.port-in-use` or `api.host-unusable` where that is not possible
 */
export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
): Promise<Result<{ readonly port: number; readonly localAddress: string }>> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE") {
      return fail(
        problem(
          "api.port-in-use",
          `Port ${port} is in use by another program. Stop it, or choose another port with SOCLE_PORT. Nothing was started.`,
          { field: "SOCLE_PORT" },
        ),
      );
    }
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EACCES" || code === "EAI_AGAIN") {
      return fail(
        problem(
          "api.host-unusable",
          `The server cannot listen on ${host}, port ${port} (${code}). Set SOCLE_HOST to a name or address of this machine, and SOCLE_PORT to a port of 1024 or more. Nothing was started.`,
          { field: "SOCLE_HOST" },
        ),
      );
    }
    throw error;
  }
  const { address, family, port: given } = app.server.address() as AddressInfo;
  const everywhere = address === "0.0.0.0" || address === "::";
  const local = everywhere ? "127.0.0.1" : family === "IPv6" ? `[${address}]` : address;
  return ok({ port: given, localAddress: `http://${local}:${given}` });
}
