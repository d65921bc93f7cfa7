import type { Releases } from "./store.ts";

/** Stands in until the room for releases is joined on. */
export async function openReleases(_: object): Promise<Releases & { close(): Promise<void> }> {
  const absent = async (): Promise<never> => {
    throw new Error("Releases of observations are not part of this build.");
  };
  return {
    writeObservations: absent,
    compare: absent,
    observations: absent,
    observation: absent,
    contents: absent,
    exportCsv: absent,
    close: async () => undefined,
  };
}
