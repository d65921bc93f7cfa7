import type { Protocol } from "#records";

export type ProtocolVersion = {
  /** 1 for the first. */
  readonly version: number;
  readonly protocol: Protocol;
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
  /** The event that set it: what has a lower number was done under an earlier version. */
  readonly event: number;
};

export type ProtocolState = {
  readonly versions: ProtocolVersion[];
  /** How many acts of each kind were done while each version stood. */
  readonly actsUnder: Map<number, Map<string, number>>;
};

export const emptyProtocol = (): ProtocolState => ({ versions: [], actsUnder: new Map() });
