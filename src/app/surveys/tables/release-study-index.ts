import { permission } from "#access";
import { fail, ok, problem, type Result } from "#kernel";
import type { Release, Study } from "#records";
import { type MicroObservation, microIndicator, microObservations, microObservationTable } from "#securities";
import { delimitedSample, observationSpellings, readObservationLayout } from "#sources";
import { auditEntry } from "../../audit-entry.ts";
import { sha256Of } from "../../canonical-json.ts";
import type { Effects } from "../../effects.ts";
import { keptOnly, sourceRecord } from "../../kept-source.ts";
import { seriesSoFar } from "../../releases/series-so-far.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { type ComputedIndex, computedIndex } from "./computed-index.ts";
import { type UsableIndex, usableIndex } from "./micro-definitions.ts";
import { caveatsOf, citationOf } from "./shown-table.ts";
import { type UsableEdition, usableEdition } from "./table-data.ts";

export const microIndexMethod = "securities.micro-index";

/**
 * Makes the scores of a study a draft release of indicators with standard errors, for all and by sex. What is
 * withheld from those who do not see the rows is withheld from it: a release is read by everybody of its tier.
 */
export const releaseStudyIndex: RouteUseCase<"releaseStudyIndex"> = async (effects, actor, input, work) => {
  const allowed = permission(actor, "study.publish");
  if (!allowed.ok) return allowed;
  const data = await usableEdition(effects, actor, input.id, input.edition);
  if (!data.ok) return data;
  const { study, edition } = data.value;
  const place = nationalPlace(study);
  if (!place.ok) return place;
  const index = await usableIndex(effects, study, edition, input.definition);
  if (!index.ok) return index;
  const computed = await computedIndex(
    effects,
    data.value,
    index.value,
    { by: undefined, deficit: undefined },
    true,
  );
  if (!computed.ok) return computed;
  const observations = protectedObservations(computed.value, index.value, study, place.value);
  if (!observations.some(({ value }) => value !== null))
    return fail(
      problem(
        "app.no-observations",
        `The index "${input.definition}" has no figure over the data of ${study.id} that may be shown. Nothing was made.`,
      ),
    );
  return released(effects, actor, data.value, index.value, observations, work ?? {});
};

type Place = { readonly area: string; readonly period: string };

/** A nation and a period, or why the figures are none of a nation's. */
function nationalPlace({ id, coverage, areas, years }: Study): Result<Place> {
  const [area] = areas;
  if (coverage.class !== "national")
    return fail(
      problem(
        "survey.not-national",
        `${id} reaches ${coverage.places.length === 0 ? coverage.class : coverage.places.join(", ")}, not the whole nation (${coverage.class}). As indicators its scores would stand beside those of nations and be ranked with them. Cite them from the page of the study. Nothing was made.`,
      ),
    );
  if (area === undefined || areas.length > 1)
    return fail(
      problem(
        "survey.not-national",
        `${id} is about ${areas.length === 0 ? "no area" : areas.join(", ")}; an indicator is of one area. Nothing was made.`,
      ),
    );
  return ok({
    area,
    period: years.from === years.to ? String(years.from) : `${years.from}/${years.to}`,
  });
}

/** Observations with what is withheld taken out and said to be. */
function protectedObservations(
  { estimates, by, guards }: ComputedIndex,
  { definition, dictionary }: UsableIndex,
  study: Study,
  { area, period }: Place,
): readonly MicroObservation[] {
  const isOpen = ({ score, measure, group }: (typeof estimates.estimates)[number]): boolean => {
    const code = by === null ? undefined : group[by.variable.name];
    const level = code === undefined ? -1 : by!.levels.findIndex((known) => known.code === String(code));
    return guards.get(score)?.(level, measure === "mean" ? "mean" : "share-below") ?? false;
  };
  const about = {
    ...{ area, period, dictionary },
    source: study.series ?? study.id,
    coverage: study.coverage.class,
  };
  return estimates.estimates.flatMap((one) =>
    microObservations(definition, { ...estimates, estimates: [one] }, about).map((observation) =>
      isOpen(one)
        ? observation
        : {
            ...observation,
            ...{ value: null, standardError: null, low: null, high: null, n: 0 },
            missing: "suppressed" as const,
          },
    ),
  );
}

const cellText = (value: string): string =>
  /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

async function released(
  effects: Effects,
  actor: Parameters<typeof releaseStudyIndex>[1],
  data: UsableEdition,
  index: UsableIndex,
  observations: readonly MicroObservation[],
  work: NonNullable<Parameters<typeof releaseStudyIndex>[3]>,
): Promise<Result<RouteReply<"releaseStudyIndex">>> {
  const { store } = effects;
  const { definition } = index;
  const { study, edition } = data;
  const series = `${definition.id}-${study.id}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const name = `${series}.csv`;
  const rows = microObservationTable(observations).map((row) => row.map(cellText).join(","));
  const bytes = new TextEncoder().encode(`${rows.join("\n")}\n`);
  const stored = { sha256: sha256Of(bytes), bytes: bytes.length };
  const sample = delimitedSample(bytes, name, true);
  if (!sample.ok) return sample;
  const layout = readObservationLayout(sample.value, {});
  if (!layout.ok) return layout;
  await store.files.put(bytes);
  return keptOnly(store.files, stored.sha256, async () => {
    const written = await store.releases.writeObservations(
      {
        parts: [{ source: stored.sha256, name, layout: layout.value }],
        spellings: observationSpellings({}, study.origin),
        indicators: null,
        origin: study.origin,
      },
      work.progress,
      work.signal,
    );
    if (!written.ok) return written;
    const { last, standing, earlier } = await seriesSoFar(effects, series);
    if (standing?.checksum === written.value.checksum)
      return ok({ release: standing.id, rows: standing.rows });
    const release: Release = {
      ...aboutRelease(data, index, effects, actor.id),
      id: `${series}-${last + 1}`,
      series,
      version: last + 1,
      rows: written.value.rows,
      files: written.value.files,
      checksum: written.value.checksum,
      sources: [stored.sha256],
      changes: await store.releases.compare(written.value.files, earlier),
    };
    return keptOnly(store.files, written.value.files[0]!, () =>
      store.transaction(async (tx) => {
        await tx.releases.lock();
        if ((await tx.releases.lastVersion(series)) !== last)
          return fail(
            problem(
              "app.series-moved-on",
              `Somebody else made a release of ${series} meanwhile. Look at it, then ask again if yours is still wanted. Nothing was made.`,
            ),
          );
        await tx.sources.add(
          sourceRecord(effects, actor, stored, {
            name,
            origin: study.origin,
            tier: release.tier,
            citation: release.citation,
          }),
        );
        await tx.releases.add(release);
        await tx.releases.record({
          release: release.id,
          at: release.createdAt,
          by: actor.id,
          act: { kind: "drafted" },
        });
        await tx.audit.append(
          auditEntry(effects, actor, "release.create", `release:${release.id}`, {
            study: study.id,
            version: edition.version,
            definition: definition.id,
            rows: release.rows,
          }),
        );
        return ok({ release: release.id, rows: release.rows });
      }),
    );
  });
}

/** What a reader of the figures must know of them. */
function aboutRelease(
  data: UsableEdition,
  { definition, version, sha256 }: UsableIndex,
  { now, codeVersion }: Effects,
  by: string,
): Omit<Release, "id" | "series" | "version" | "rows" | "files" | "checksum" | "sources" | "changes"> {
  const { study, edition } = data;
  return {
    kind: "observations",
    title: `${definition.title.en}: ${study.title.en}`,
    origin: study.origin,
    tier: study.access.tables,
    citation: {
      ...citationOf(data),
      title: `${definition.title.en} over ${citationOf(data).title}`,
      issued: now().slice(0, 10),
    },
    licence: study.licence,
    caveats: [
      ...caveatsOf(data),
      ...(definition.reconstruction
        ? [`"${definition.title.en}" is a reconstruction, not an index of the ILO.`]
        : []),
      `Survey estimates with sampling errors, from ${study.id}, version ${edition.version}, about: ${study.universe.text.en}. Indicators are called ${microIndicator(definition, "…")}; small groups are withheld.`,
    ],
    recipe: {
      method: microIndexMethod,
      definition: { id: definition.id, version, sha256 },
      inputs: [edition.checksum],
      seed: null,
      codeVersion,
    },
    createdAt: now(),
    createdBy: by,
  };
}
