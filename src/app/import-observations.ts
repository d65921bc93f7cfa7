import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import type { Release } from "#records";
import { delimitedSample, observationSpellings, readObservationLayout, sampleBytes } from "#sources";
import { auditEntry } from "./audit-entry.ts";
import { importOutcome, uploadOf } from "./import-outcome.ts";
import { sourceRecord } from "./kept-source.ts";
import type { RouteUseCase } from "./use-case.ts";

const originCaveats: Readonly<Record<Release["origin"], readonly string[]>> = {
  real: [],
  invented: ["Invented for the demonstration: not figures of any country, agency or survey."],
  simulated: ["Simulated by a program for the demonstration: not figures of any country, agency or survey."],
};

/**
 * Takes a table of observations in as a new release of a series. The file is read by the engine in one
 * pass; with any fault in any row nothing changes and every fault is told with its row and column.
 * A series that exists gets its next version, with the differences to the one before counted.
 */
export const importObservations: RouteUseCase<"importObservations"> = async (effects, actor, input, work) => {
  const allowed = permission(actor, "release.create");
  if (!allowed.ok) return allowed;
  const upload = uploadOf(input);
  if (!upload.ok) return upload;
  const { files, releases, catalogue } = effects.store;
  const stored = await files.putPath(upload.value.path);
  const refuse = async <T>(failure: T): Promise<T> => {
    await files.discard(stored.sha256);
    return failure;
  };
  const head = await files.readHead(stored.sha256, sampleBytes);
  const sample = delimitedSample(head?.head ?? new Uint8Array(), input.name, head?.whole ?? true);
  if (!sample.ok) return refuse(sample);
  const layout = readObservationLayout(sample.value, {
    ...(input.indicator && { indicator: input.indicator }),
    ...(input.agency && { source: input.agency }),
    ...(input.unit && { unit: input.unit }),
  });
  if (!layout.ok) return refuse(layout);
  const part = { source: stored.sha256, name: input.name, layout: layout.value };
  const written = await releases.writeObservations(
    { parts: [part], spellings: observationSpellings(), indicators: null, origin: input.origin },
    work?.progress,
    work?.signal,
  );
  if (!written.ok) return refuse(written);
  const last = await catalogue.releases.lastVersion(input.series);
  const earlier = last > 0 ? await catalogue.releases.byId(`${input.series}-${last}`) : null;
  if (earlier && earlier.checksum === written.value.checksum)
    return ok(
      importOutcome({
        unchanged: written.value.rows,
        release: earlier.id,
        ids: [earlier.id],
        warnings: [...written.value.warnings],
      }),
    );
  const changes = await releases.compare(written.value.files, earlier);
  const id = `${input.series}-${last + 1}`;
  const title = input.title ?? earlier?.title ?? input.series;
  const release: Release = {
    id,
    series: input.series,
    version: last + 1,
    kind: "observations",
    title,
    origin: input.origin,
    tier: "public",
    citation: {
      title: `${title}, version ${last + 1}`,
      publisher: input.agency ?? earlier?.citation.publisher ?? "Socle",
      issued: effects.now().slice(0, 10),
    },
    licence: input.licence ?? earlier?.licence ?? "not stated",
    caveats: originCaveats[input.origin],
    rows: written.value.rows,
    files: written.value.files,
    checksum: written.value.checksum,
    sources: [stored.sha256],
    recipe: null,
    changes,
    createdAt: effects.now(),
    createdBy: actor.id,
  };
  return effects.store.transaction(async (tx) => {
    if ((await tx.releases.lastVersion(input.series)) !== last)
      return fail(
        problem(
          "app.series-moved-on",
          `Somebody else made a release of ${input.series} while this file was read. Look at it, then import again if yours is still wanted. Nothing was imported.`,
        ),
      );
    await tx.sources.add(
      sourceRecord(effects, actor, stored, {
        name: input.name,
        origin: input.origin,
        citation: release.citation,
      }),
    );
    await tx.releases.add(release);
    await tx.audit.append(
      auditEntry(effects, actor, "release.create", `release:${id}`, {
        name: input.name,
        rows: release.rows,
        changes,
      }),
    );
    return ok(
      importOutcome({
        added: changes ? changes.added : release.rows,
        superseded: changes ? changes.changed + changes.withdrawn : 0,
        unchanged: changes ? release.rows - changes.added - changes.changed : 0,
        release: id,
        ids: [id],
        warnings: [...written.value.warnings],
      }),
    );
  });
};
