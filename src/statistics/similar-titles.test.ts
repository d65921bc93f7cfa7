import fc from "fast-check";
import { expect, it } from "vitest";
import { similarTitles } from "./similar-titles.ts";

it("finds titles that differ in case, accents, punctuation and order, and leaves others apart", () => {
  const pairs = similarTitles(
    [
      "Évaluation finale: protection de la maternité",
      "EVALUATION FINALE - protection de la maternite",
      "Evaluación final de las pensiones rurales",
      "",
      "",
    ],
    0.8,
  );
  expect(pairs).toEqual([{ first: 0, second: 1, likeness: 1 }]);
});

it("weighs a rare word more than common ones", () => {
  const common = Array.from({ length: 30 }, (_, i) => `Final evaluation of the project in district ${i}`);
  const [pair] = similarTitles([...common, "Final evaluation of the project in district 7"], 0.99);
  expect(pair).toMatchObject({ first: 7, second: 30 });
  expect(similarTitles(common, 0.8)).toEqual([]);
});

it("gives what comparing each with each gives, where no word is too common", () => {
  const title = fc.array(fc.constantFrom(..."abcdefghij"), { maxLength: 6 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(
      fc.array(title, { maxLength: 25 }),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      (titles, threshold) => {
        const found = similarTitles(titles, threshold);
        const all = similarTitles(titles, 0.0001).filter(({ likeness }) => likeness >= threshold);
        expect(found).toEqual(all);
        for (const { first, second } of found) expect(first).toBeLessThan(second);
      },
    ),
  );
});
