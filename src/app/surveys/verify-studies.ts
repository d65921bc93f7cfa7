import type { Effects } from "../effects.ts";
import { editionChecksum } from "./catalogue/prepare-edition.ts";

type Compare = (id: string, stored: unknown, recomputed: unknown) => void;

/** Checksums of editions are computed again, and their files measured: rows, and columns in their order. */
export async function verifyStudies(
  effects: Pick<Effects, "store">,
  only: string | undefined,
  compare: Compare,
): Promise<void> {
  const { catalogue, microdata } = effects.store;
  for (const edition of await catalogue.studies.editions()) {
    const address = `edition:${edition.study}/${edition.version}`;
    if (only !== undefined && only !== address) continue;
    compare(address, edition.checksum, editionChecksum(edition));
    for (const { name, data, rows, columns } of edition.files) {
      const measured = await microdata.measure(data);
      compare(
        `${address} ${name}`,
        { rows, columns },
        measured && { rows: measured.rows, columns: measured.columns.map((column) => column.name) },
      );
    }
  }
}
