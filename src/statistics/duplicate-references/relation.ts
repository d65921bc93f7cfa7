// Works that belong together and are not one: the erratum, the reply, the second part, the preprint, the
// abstract of a conference, the protocol, the mid-term report.

import type { PreparedReference } from "./reference.ts";
import {
  conferencePlaces,
  preprintDois,
  preprintPlaces,
  type ReferenceRelation,
  stages,
  titleMarks,
} from "./relations.data.ts";

type Kind = "preprint" | "conference" | "article" | "unknown";

function kindOf({ type, container, doi }: PreparedReference): Kind {
  const place = container.join(" ");
  if (
    type === "unpublished" ||
    (doi !== null && preprintDois.some((start) => doi.startsWith(start))) ||
    preprintPlaces.test(place)
  )
    return "preprint";
  if (type === "conference-paper" || conferencePlaces.test(place)) return "conference";
  return place !== "" ? "article" : "unknown";
}

/** The stage of a work its title names, or null where it names none or several. */
function stageOf({ printed }: PreparedReference): number | null {
  const found = stages.flatMap((stage, i) => (stage.test(printed) ? [i] : []));
  return found.length === 1 ? found[0]! : null;
}

const placesOf = (mark: RegExp, title: string): readonly number[] =>
  Array.from(title.matchAll(mark), ({ index }) => index);

/** The title without the mark ends in the middle of it, or well before it: the mark may have been cut away. */
const wasCutAway = (mark: number, other: string): boolean =>
  mark > 0 && (other.length > mark + 3 ? other.length < mark + 14 : other.length + 15 < mark);

/**
 * What two references with titles alike are to each other where they are not the same, or null.
 *
 * @param hasOtherNumbers as `compareTitles` tells
 * @param isSameId both have the same DOI or PubMed number
 */
export function relationOf(
  a: PreparedReference,
  b: PreparedReference,
  hasOtherNumbers: boolean,
  isSameId: boolean,
): ReferenceRelation | null {
  for (const [relation, mark] of titleMarks) {
    const [mine, yours] = [placesOf(mark, a.printed), placesOf(mark, b.printed)];
    // An editorial and the authors' reply to it both begin with "Editorial".
    if (mine.length === yours.length) continue;
    const [more, other] = mine.length > yours.length ? [mine, b.printed] : [yours, a.printed];
    const at = more.at(-1)!;
    // Sources give the erratum the identifier of the article; what stands further back is a detail then.
    if (isSameId ? at === 0 : !wasCutAway(at, other)) return relation;
  }
  if (isSameId) return null;
  if (hasOtherNumbers) return "other-part";
  const [one, other] = [stageOf(a), stageOf(b)];
  if (one !== null && other !== null && one !== other) return "other-stage";
  const [mine, yours] = [kindOf(a), kindOf(b)];
  if (mine === yours || mine === "unknown" || yours === "unknown") return null;
  return mine === "preprint" || yours === "preprint" ? "preprint" : "conference-abstract";
}
