// Items told in turn within one paragraph: “First, … Second, … Finally, …”.

import { foldedInPlace } from "./folded.ts";

const first =
  /^(?:first(?:ly)?,|in the first place\b|(?:the|a) first\b|one (?:\w+ )?(?:lesson|practice|recommendation)\b|premierement\b|en premier lieu\b|(?:tout )?d'abord\b|(?:un|une|le|la) premiere?\b|primero,|en primer lugar\b|ante todo,|(?:un|una|la|el) primer[ao]?\b|primeiro,|em primeiro lugar\b|primeiramente\b|(?:um|uma|a|o) primeir[ao]\b)/;
const next =
  /^(?:second(?:ly)?,|third(?:ly)?,|fourth(?:ly)?,|fifth(?:ly)?,|in the (?:second|third|fourth) place\b|(?:the|a) (?:second|third|fourth|fifth|last)\b|another (?:\w+ )?(?:lesson|practice|recommendation)\b|deuxiemement\b|troisiemement\b|quatriemement\b|en (?:deuxieme|second|troisieme|quatrieme|dernier) lieu\b|ensuite,|(?:un|une|le|la) (?:deuxieme|seconde?|troisieme|quatrieme|derniere?)\b|(?:segundo|tercero|cuarto|quinto),|en (?:segundo|tercer|cuarto|quinto|ultimo) lugar\b|(?:un|una|la|el) (?:segund[ao]|tercer[ao]?|cuart[ao]|ultim[ao])\b|(?:segundo|terceiro|quarto|quinto),|em (?:segundo|terceiro|quarto|quinto|ultimo) lugar\b|(?:um|uma|a|o) (?:segund[ao]|terceir[ao]|quart[ao]|ultim[ao])\b)/;
const last = /^(?:last(?:ly)?,|finally,|enfin\b|por ultimo\b|por fim\b|finalmente\b|en fin,|para terminar\b)/;

export type Turn = { readonly from: number; readonly to: number };

/**
 * Where each item of a paragraph begins and ends, in UTF-16 units; empty where it tells fewer than two in turn.
 * What stands before the first leads to it.
 */
export function toldInTurn(text: string): readonly Turn[] {
  const bare = foldedInPlace(text);
  const starts = [0];
  for (const match of bare.matchAll(/[.!?;]["”’»)]*\s+(?=\S)/g)) starts.push(match.index + match[0].length);
  const found: number[] = [];
  for (const start of starts) {
    const sentence = bare.slice(start, start + 60);
    if (found.length === 0 ? first.test(sentence) : next.test(sentence) || last.test(sentence))
      found.push(start);
  }
  if (found.length < 2) return [];
  return found.map((from, i) => ({ from, to: found[i + 1] ?? text.length }));
}
