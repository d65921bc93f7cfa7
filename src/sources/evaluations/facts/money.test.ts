import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointsOf } from "#kernel";
import { moneyIn } from "./money.ts";
import { stretchOf } from "./stretch.ts";

const read = (text: string, pointParts = false) => {
  const points = codePointsOf(text);
  return moneyIn(stretchOf(points, [[0, points.length]], text), pointParts);
};
const amounts = (text: string, pointParts = false) =>
  read(text, pointParts).map(({ money: { amount, currency } }) => `${amount} ${currency}`);

describe("amounts of money", () => {
  it.each([
    ["US$ 1,200,000", "1200000 USD"],
    ["1.200.000 USD", "1200000 USD"],
    ["1 200 000 euros", "1200000 EUR"],
    ["CHF 1'200'000", "1200000 CHF"],
    ["1’200’000 CHF", "1200000 CHF"],
    ["US$ 1.2 million", "1200000 USD"],
    ["US$15.439 million", "15439000 USD"],
    ["2,5 millones de dólares", "2500000 USD"],
    ["EUR 300 mil", "300000 EUR"],
    ["R$ 3,4 milhões", "3400000 BRL"],
    ["5 milliards de francs CFA", "5000000000 XOF"],
    ["3 mil millones de euros", "3000000000 EUR"],
    ["USD 450K", "450000 USD"],
    ["£2.3m", "2300000 GBP"],
    ["1 234 567,89 €", "1234567.89 EUR"],
    ["USD 1,234,567.50", "1234567.5 USD"],
    ["2 500 000 de dollars des États-Unis", "2500000 USD"],
    ["US Dollars (USD) 2,000,000", "2000000 USD"],
    ["US$ 12 345\n678", "12345678 USD"],
  ])("reads “%s” as %s", (text, expected) => {
    expect(amounts(text)).toEqual([expected]);
  });

  it.each(["all 34 of them", "top 3 and 4", "in 2019 the cop 21", "12 people"])(
    "finds none in “%s”",
    (text) => {
      expect(amounts(text)).toEqual([]);
    },
  );

  it("keeps both readings of a mark that parts thousands or decimals, the language's own first", () => {
    const [spanish] = read("2.400 millones de euros", true);
    expect(spanish?.money.amount).toBe(2_400_000_000);
    expect(spanish?.otherwise?.amount).toBe(2_400_000);
    const [english] = read("2.400 million euros");
    expect(english?.money.amount).toBe(2_400_000);
    expect(english?.doubt).toContain("2.400");
  });

  it("says what it assumes of a dollar without a country", () => {
    expect(read("$ 20")[0]?.doubt).toContain("dollar");
    expect(read("US$ 20")[0]?.doubt).toBeNull();
    expect(read("CA$ 20")[0]?.money.currency).toBe("CAD");
  });

  it("loses no position, however thousands are parted", () => {
    const parted = (amount: number, mark: string) => String(amount).replace(/\B(?=(\d{3})+$)/g, mark);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999_999 }),
        fc.constantFrom(",", ".", " ", "'", "\u00a0"),
        (amount, mark) => {
          expect(amounts(`USD ${parted(amount, mark)}`)).toEqual([`${amount} USD`]);
          expect(amounts(`${parted(amount, mark)} EUR`)).toEqual([`${amount} EUR`]);
        },
      ),
    );
  });
});
