import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import { leftOutArea, type ObservationSpellings, type Origin, type Release } from "#records";
import { delimitedSample, observationSpellings, readObservationLayout, sampleBytes } from "#sources";
import { auditEntry } from "../audit-entry.ts";
import { importOutcome, uploadOf } from "../import-outcome.ts";
import { keptOnly, sourceRecord } from "../kept-source.ts";
import type { RouteUseCase } from "../use-case.ts";
import { seriesSoFar } from "./series-so-far.ts";

const originCaveats: Readonly<Record<Release["origin"], readonly string[]>> = {
  real: [],
  invented: ["Invented for the demonstration: not figures of any country, agency or survey."],
  simulated: ["Simulated by a program for the demonstration: not figures of any country, agency or survey."],
};

const stillDraft = (id: string) =>
  problem(
    "app.release-still-draft",
    `The same figures stand already as ${id}, which is not published. Check and publish that one; nothing was imported.`,
  );

const seriesOfChoice = (series: string) =>
  fail(
    problem(
      "app.series-of-choice",
      `"${series}" is a choice of values: its versions are made by its rule, and a table among them would be of another kind. Give the table a series of its own; nothing was imported.`,
      { field: "series" },
    ),
  );

/** The usual spellings, and nothing for areas whose rows are to be left out. */
function spellingsWithout(areas: readonly string[], origin: Origin): ObservationSpellings {
  const usual = observationSpellings({}, origin);
  const unwanted = new Set(areas.map((area) => area.trim()));
  return {
    ...usual,
    area: (spelling) => (unwanted.has(spelling.trim()) ? leftOutArea : usual.area(spelling)),
  };
}

/**
 * Takes a table of observations in as a new release of a series. The file is read by the engine in one
 * pass; with any fault in any row nothing changes and every fault is told with its row and column.
 * A series that exists gets its next version, of the same tier, with the differences to the one before
 * counted; of two imports at once the first wins, and the other is told.
 *
 * It is published at once and unchecked, as its history says, or kept as a draft. Drafts and what was withdrawn are
 * never what a published release is compared with: the counts of its changes are for every reader.
 */
export const importObservations: RouteUseCase<"importObservations"> = async (effects, actor, input, work) => {
  const allowed = permission(actor, "release.create");
  if (!allowed.ok) return allowed;
  const upload = uploadOf(input);
  if (!upload.ok) return upload;
  const isDraft = input.draft === "true";
  const publishing = isDraft ? allowed : permission(actor, "release.publish");
  if (!publishing.ok) return publishing;
  const { files, releases } = effects.store;
  const { last, tier, standing, earlier } = await seriesSoFar(effects, input.series);
  // The answer counts what differs from the version before: only for those who may read that one.
  const readable = permission(actor, "release.read", { tier });
  if (!readable.ok) return readable;
  if (await effects.store.catalogue.selections.byId(input.series, null)) return seriesOfChoice(input.series);
  const stored = await files.putPath(upload.value.path);
  return keptOnly(files, stored.sha256, async () => {
    const head = await files.readHead(stored.sha256, sampleBytes);
    const sample = delimitedSample(head?.head ?? new Uint8Array(), input.name, head?.whole ?? true);
    if (!sample.ok) return sample;
    const leaveOut = input.leaveOut ?? [];
    const layout = readObservationLayout(sample.value, {
      ...(input.indicator && { indicator: input.indicator }),
      ...(input.agency && { source: input.agency }),
      ...(input.unit && { unit: input.unit }),
    });
    if (!layout.ok) return layout;
    const part = { source: stored.sha256, name: input.name, layout: layout.value };
    const written = await releases.writeObservations(
      {
        parts: [part],
        spellings: spellingsWithout(leaveOut, input.origin),
        indicators: null,
        origin: input.origin,
      },
      work?.progress,
      work?.signal,
    );
    if (!written.ok) return written;
    const { warnings } = written.value;
    const unchanged = ({ id, rows }: Release, isOpen: boolean) =>
      ok(
        importOutcome({
          unchanged: rows,
          release: id,
          ids: [id],
          warnings: [...warnings, ...(isOpen && !isDraft ? [stillDraft(id)] : [])],
        }),
      );
    if (standing && standing.checksum === written.value.checksum)
      return unchanged(standing, standing.id !== earlier?.id);
    const changes = await releases.compare(written.value.files, earlier);
    const id = `${input.series}-${last + 1}`;
    const title = input.title ?? standing?.title ?? input.series;
    const release: Release = {
      id,
      series: input.series,
      version: last + 1,
      kind: "observations",
      title,
      origin: input.origin,
      tier,
      citation: {
        title: `${title}, version ${last + 1}`,
        publisher: input.agency ?? standing?.citation.publisher ?? "Socle",
        issued: effects.now().slice(0, 10),
      },
      licence: input.licence ?? standing?.licence ?? "not stated",
      caveats: [
        ...originCaveats[input.origin],
        ...warnings.filter(({ code }) => code === "releases.areas-left-out").map(({ message }) => message),
      ],
      rows: written.value.rows,
      files: written.value.files,
      checksum: written.value.checksum,
      sources: [stored.sha256],
      recipe: null,
      changes,
      createdAt: effects.now(),
      createdBy: actor.id,
    };
    return keptOnly(files, written.value.files[0]!, () =>
      effects.store.transaction(async (tx) => {
        await tx.releases.lock();
        const newest = await tx.releases.lastVersion(input.series);
        const meanwhile = newest === last ? null : await tx.releases.byId(`${input.series}-${newest}`);
        if (meanwhile?.checksum === release.checksum) return unchanged(meanwhile, false);
        if (meanwhile)
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
            tier,
            citation: release.citation,
          }),
        );
        await tx.releases.add(release);
        await tx.releases.record({
          release: id,
          at: release.createdAt,
          by: actor.id,
          act: isDraft ? { kind: "drafted" } : { kind: "published", notes: null },
        });
        await tx.audit.append(
          auditEntry(effects, actor, "release.create", `release:${id}`, {
            name: input.name,
            rows: release.rows,
            changes,
            state: isDraft ? "draft" : "published",
          }),
        );
        return ok(
          importOutcome({
            added: changes ? changes.added : release.rows,
            superseded: changes ? changes.changed + changes.withdrawn : 0,
            unchanged: changes ? release.rows - changes.added - changes.changed : 0,
            release: id,
            ids: [id],
            warnings: [...warnings],
          }),
        );
      }),
    );
  });
};
