import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage, placeName } from "../indexes/names.ts";
import { type Cause, type Comparison, type ShownChange, shareDigits } from "./shares-of-area.ts";

/** Parts of a divided cause named in a sentence; the table has them all. */
const partsInSentence = 3;

/** The words of a comparison in the language of the page. */
export function useComparisonWords(comparison: Comparison) {
  const say = useWords("index-comparison");
  const language = useLanguage();
  const format = useFormat();
  const { causes, divided, names } = comparison;

  const signed = (places: number): string => {
    const figure = format.number(Math.abs(places), shareDigits);
    return places > 0 ? `+${figure}` : places < 0 ? `−${figure}` : figure;
  };
  const cause = (id: Cause): string => say(`cause.${id}`);
  const part = (id: string): string => {
    if (divided?.cause === "definition") return say(`part.${id}`);
    const name = names[id];
    return name ? inLanguage(name, language) : id;
  };
  const state = (shown: ShownChange): string => {
    const rank = shown.from?.rank ?? shown.to?.rank ?? null;
    return say(`state.${shown.state}`, { rank });
  };
  const place = (shown: ShownChange) => placeName(shown.area, language);

  /** A rank with how sure it is: a rank without its interval says more than is known. */
  const rank = (standing: ShownChange["from"]): string =>
    standing === null
      ? "–"
      : standing.rankLow === null || standing.rankHigh === null
        ? `${standing.rank}`
        : say("rankWithInterval", { rank: standing.rank, low: standing.rankLow, high: standing.rankHigh });
  /** `Kenya from 14 to 9: new values +3 (poverty +2), countries that came or went +1, new weights +1.` */
  const sentence = (shown: ShownChange): string => {
    const { from, to, gained, shares, partShares } = shown;
    if (gained === null || !from || !to)
      return say("sentence.state", { place: place(shown), state: state(shown) });
    const list = causes.flatMap(({ cause: id }, c) => {
      const share = shares[c]!;
      if (share === 0) return [];
      const within =
        divided?.cause === id
          ? divided.parts
              .flatMap((one, p) => (partShares[p] === 0 ? [] : [{ one, share: partShares[p]! }]))
              .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
              .slice(0, partsInSentence)
              .map((found) => `${part(found.one)} ${signed(found.share)}`)
          : [];
      return [`${cause(id)} ${signed(share)}${within.length > 0 ? ` (${within.join(", ")})` : ""}`];
    });
    const values = { place: place(shown), from: rank(from), to: rank(to), list: list.join(", ") };
    if (list.length === 0) return say("sentence.still", values);
    return gained === 0 ? say("sentence.cancelled", values) : say("sentence.moved", values);
  };
  const standing = (shown: ShownChange): string =>
    shown.from && shown.to
      ? `${place(shown)}  ${rank(shown.from)} → ${rank(shown.to)}`
      : `${place(shown)}: ${state(shown)}`;

  return { signed, cause, part, state, sentence, rank, standing };
}
