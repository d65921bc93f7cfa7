// How reports write currencies and large numbers, in lower case without accents.
// Source: ISO 4217; the spellings are those of budgets in English, French, Spanish and Portuguese.

/** Longest first where one spelling begins another. A bare dollar is the United States' in reports of the UN. */
export const currencySpellings: readonly {
  readonly pattern: string;
  readonly code: string;
  readonly isBare?: true;
}[] = [
  { pattern: "(?:ca|can|c)\\$|canadian dollars?|dollars canadiens|dolares canadienses", code: "CAD" },
  { pattern: "(?:au|a)\\$|australian dollars?|dollars australiens|dolares australianos", code: "AUD" },
  { pattern: "nz\\$|new zealand dollars?", code: "NZD" },
  { pattern: "r\\$|brazilian reais|reais(?: brasileiros)?|reales brasilenos", code: "BRL" },
  {
    pattern:
      "u\\.?s\\.?\\s?\\$|\\$\\s?u\\.?s\\.?|us dollars?|u\\.s\\. dollars?|united states dollars?|dollars? (?:us|des etats-unis|americains?|e\\.-u\\.)|dolares? (?:estadounidenses?|de los estados unidos|de ee\\.? ?uu\\.?|americanos?|norteamericanos?|dos estados unidos|dos eua)",
    code: "USD",
  },
  { pattern: "€|euros?", code: "EUR" },
  { pattern: "£|pounds? sterling|livres? sterling|libras? esterlinas?", code: "GBP" },
  {
    pattern: "swiss francs?|francs? suisses?|francos? suizos?|francos? suicos?|sfr\\.?|fr\\.(?=\\s?\\d)",
    code: "CHF",
  },
  { pattern: "¥|japanese yen|yens?(?: japonais)?|ienes?", code: "JPY" },
  {
    pattern: "norwegian kron(?:er|e)|couronnes? norvegiennes?|coronas? noruegas?|coroas? norueguesas?",
    code: "NOK",
  },
  { pattern: "swedish kron(?:or|a)|couronnes? suedoises?|coronas? suecas?|coroas? suecas?", code: "SEK" },
  {
    pattern: "danish kron(?:er|e)|couronnes? danoises?|coronas? danesas?|coroas? dinamarquesas?",
    code: "DKK",
  },
  { pattern: "f\\s?cfa|francs? cfa|francos? cfa", code: "XOF" },
  { pattern: "\\$|dollars?|dolares?", code: "USD", isBare: true },
];

/** Codes of ISO 4217 that budgets of evaluated projects are written in; capitals only. */
export const currencyCodes =
  "USD EUR GBP CHF JPY NOK SEK DKK CAD AUD NZD BRL CNY RUB KRW INR ZAR AED SAR QAR KWD XOF XAF XDR PLN CZK HUF TRY MXN ARS CLP COP PEN UYU BOB PYG CRC GTQ HNL DOP KES TZS UGX RWF ETB GHS NGN ZMW MWK MZN AOA MAD TND EGP JOD LBP IQD PKR BDT LKR NPR IDR PHP THB VND MMK KHR LAK MYR SGD HKD TWD FJD ISK ILS".split(
    " ",
  );

/** Powers of ten. In Spanish `mil millones` is a thousand million; `billones` is left out, it means two things. */
export const scaleSpellings: readonly { readonly pattern: string; readonly zeros: number }[] = [
  {
    pattern: "mil millones|mil milhoes|thousand million|milliards?|billions?|bilh(?:ao|oes)|mrd\\.?|bn",
    zeros: 9,
  },
  { pattern: "millions?|millon(?:es)?|milh(?:ao|oes)|mill\\.|mio\\.?|mln\\.?|mn|m", zeros: 6 },
  { pattern: "thousands?|mille|milliers|mil|miles|k", zeros: 3 },
];
