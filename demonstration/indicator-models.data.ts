// How each indicator of the catalogue is simulated. Chosen so that levels, spreads and correlations look
// like those of real countries; no figure of any country went into them.

/**
 * A figure is made from three hidden traits of an area: development, institutions and voice, each about
 * -2 to 2. `level` is the figure of an area with all traits 0.
 *
 * - `binary`: `level` is the log-odds that the law, body or ratification exists;
 * - `percent`: `level` in per cent, traits move its log-odds;
 * - `log`: `level` in the unit, traits move its logarithm; `linear`: traits move the figure itself.
 */
export type IndicatorModel = {
  readonly kind: "binary" | "percent" | "log" | "linear";
  readonly level: number;
  readonly development: number;
  readonly institutions?: number;
  readonly voice?: number;
  /** Lasting difference between areas alike in their traits, and the swing from year to year. */
  readonly spread?: number;
  readonly swing?: number;
  /** What the bad year 2020 did, on the scale on which the traits work. */
  readonly shock?: number;
  readonly decimals?: number;
  readonly low?: number;
  readonly high?: number;
  /** Binary indicator without which the figure is 0, or log-odds that there is anything at all. */
  readonly zeroUnless?: string | number;
  /** Women's figure less men's, on the scale of the traits, in an area with all traits 0. */
  readonly womenLess?: number;
  /** The same, where the figure of both sexes was there first and stays as it is. */
  readonly womenApart?: number;
  /**
   * Size of the survey behind the figure, by tier from the richest areas to the poorest: its standard error
   * follows. Sizes are of persons for a percentage; for other figures of a survey that gives `surveyError`.
   */
  readonly surveySize?: readonly [number, number, number, number];
  /** Standard error of the figure in a survey of 10,000, where it is no percentage. */
  readonly surveyError?: number;
};

/** Indicators that are the women's figure of another indicator: one figure under two names. */
export const figureOfWomen: Readonly<Record<string, string>> = {
  LMSI_O_URF: "LMSI_O_UR",
  OASI_O_COVF: "ISI_O_PENCOV",
};

const binary = (level: number, development: number, institutions: number, voice: number): IndicatorModel => ({
  kind: "binary",
  level,
  development,
  institutions,
  voice,
});

export const indicatorModels: Readonly<Record<string, IndicatorModel>> = {
  LMSI_I_C122: binary(0.8, 0.4, 0.6, 0.4),
  LMSI_I_C88: binary(0.4, 0.4, 0.6, 0.2),
  LMSI_I_FE: binary(0.3, 0.2, 0.7, 0.4),
  LMSI_P_PES: { kind: "log", level: 1.8, development: 0.5, institutions: 0.4, zeroUnless: 1.8, high: 14 },
  LMSI_P_ALMP: { kind: "log", level: 0.24, development: 0.65, institutions: 0.35, decimals: 2, high: 2.8 },
  LMSI_O_UR: {
    kind: "percent",
    level: 8.5,
    development: -0.06,
    institutions: -0.22,
    spread: 0.4,
    shock: 0.35,
    womenLess: 0.28,
  },
  LMSI_O_EPR: {
    kind: "percent",
    level: 58,
    development: 0.06,
    institutions: 0.06,
    spread: 0.22,
    shock: -0.12,
    womenLess: -0.75,
  },
  LMSI_O_EG: {
    kind: "linear",
    level: 1.6,
    development: -0.3,
    institutions: 0.25,
    spread: 0.6,
    swing: 0.3,
    shock: -1.1,
    low: -4,
    high: 6,
  },
  EPSI_I_C158: binary(-0.7, 0.3, 0.5, 0.4),
  EPSI_I_LAW: binary(1.3, 0.6, 0.8, 0.3),
  EPSI_I_NOT: {
    kind: "linear",
    level: 13,
    development: 1,
    institutions: 2.4,
    spread: 4,
    swing: 0,
    decimals: 0,
    low: 1,
    high: 52,
    zeroUnless: 2.2,
  },
  EPSI_P_TRIB: binary(1.1, 0.5, 0.8, 0.3),
  EPSI_P_CBA: { kind: "percent", level: 27, development: 0.45, institutions: 0.25, voice: 0.5, spread: 0.5 },
  EPSI_O_WAGE: { kind: "percent", level: 60, development: 0.85, institutions: 0.1, spread: 0.25 },
  EPSI_O_PUB: { kind: "percent", level: 29, development: 0.35, institutions: 0.15, spread: 0.3 },
  EPSI_O_REG: { kind: "percent", level: 52, development: 0.5, institutions: 0.35, spread: 0.35 },
  JSI_I_C100: binary(1.8, 0.4, 0.4, 0.7),
  JSI_I_C111: binary(1.7, 0.4, 0.4, 0.7),
  JSI_I_C159: binary(-0.2, 0.6, 0.6, 0.3),
  JSI_I_C156: binary(-0.9, 0.7, 0.3, 0.6),
  JSI_I_MAT: binary(2, 0.7, 0.7, 0.3),
  JSI_I_PAR: binary(-0.4, 1, 0.5, 0.3),
  JSI_P_EQ: binary(0.5, 0.6, 0.6, 0.8),
  JSI_O_PT: { kind: "percent", level: 20, development: 0.5, institutions: 0.1, spread: 0.2 },
  JSI_O_PTF: { kind: "percent", level: 42, development: 0.15, voice: 0.15, spread: 0.25 },
  JSI_O_OCCSEG: {
    kind: "percent",
    level: 73,
    development: 0.12,
    institutions: 0.08,
    voice: 0.18,
    spread: 0.3,
    surveySize: [12_000, 9_000, 6_000, 4_000],
  },
  WSI_I_C155: binary(-0.2, 0.5, 0.6, 0.3),
  WSI_I_C161: binary(-1, 0.6, 0.5, 0.2),
  WSI_I_OSH: binary(1.6, 0.7, 0.7, 0.1),
  WSI_I_COMP: binary(1.8, 0.7, 0.6, 0.1),
  WSI_P_INSP: { kind: "log", level: 4.2, development: 0.4, institutions: 0.4, zeroUnless: 3, high: 30 },
  WSI_P_COM: binary(0.5, 0.4, 0.8, 0.5),
  WSI_O_COV: { kind: "percent", level: 45, development: 0.85, institutions: 0.35, spread: 0.35 },
  WSI_O_FAT: {
    kind: "log",
    level: 7.5,
    development: -0.45,
    institutions: -0.2,
    spread: 0.25,
    swing: 0.08,
    high: 40,
  },
  WSI_O_HRS: {
    kind: "linear",
    level: 42,
    development: -1.9,
    institutions: -0.6,
    spread: 1.4,
    swing: 0.3,
    shock: -1.2,
    low: 32,
    high: 53,
  },
  WSI_O_LEAVE: {
    kind: "linear",
    level: 16,
    development: 2.4,
    institutions: 1.2,
    spread: 2.5,
    swing: 0,
    decimals: 0,
    low: 5,
    high: 30,
  },
  SRSI_I_C142: binary(0.5, 0.5, 0.5, 0.3),
  SRSI_I_C140: binary(-1.1, 0.4, 0.5, 0.4),
  SRSI_I_COMP: binary(2.1, 0.9, 0.6, 0),
  SRSI_P_EDU: {
    kind: "linear",
    level: 4.3,
    development: 0.4,
    institutions: 0.35,
    spread: 0.6,
    swing: 0.12,
    low: 1.5,
    high: 8.5,
  },
  SRSI_P_VT: binary(0.3, 0.4, 0.7, 0.2),
  SRSI_O_LIT: {
    kind: "percent",
    level: 91,
    development: 1.25,
    spread: 0.35,
    swing: 0.01,
    high: 99.8,
    womenLess: -0.45,
  },
  SRSI_O_YRS: {
    kind: "linear",
    level: 8.7,
    development: 2,
    institutions: 0.3,
    spread: 0.7,
    swing: 0.02,
    low: 2,
    high: 14.5,
  },
  SRSI_O_ENR: {
    kind: "linear",
    level: 61,
    development: 16,
    institutions: 2,
    spread: 6,
    swing: 0.8,
    low: 9,
    high: 112,
  },
  SRSI_O_TRN: {
    kind: "percent",
    level: 19,
    development: 0.5,
    institutions: 0.25,
    spread: 0.3,
    surveySize: [7_000, 5_000, 3_500, 2_200],
  },
  ISI_I_C102: binary(-0.4, 0.7, 0.5, 0.2),
  ISI_I_C26: binary(0.4, 0.3, 0.5, 0.3),
  ISI_I_C131: binary(-0.3, 0.2, 0.6, 0.4),
  ISI_I_C95: binary(0.6, 0.2, 0.6, 0.3),
  ISI_I_MW: binary(1.6, 0.5, 0.6, 0.3),
  ISI_I_CB: binary(1.3, 0.4, 0.5, 0.9),
  ISI_P_SSX: {
    kind: "log",
    level: 7,
    development: 0.55,
    institutions: 0.3,
    spread: 0.2,
    shock: 0.12,
    high: 29,
  },
  ISI_P_UB: binary(-0.2, 1.2, 0.6, 0.2),
  ISI_P_PEN: binary(1.7, 0.9, 0.7, 0),
  ISI_O_POV: {
    kind: "percent",
    level: 21,
    development: -0.6,
    institutions: -0.25,
    spread: 0.25,
    shock: 0.18,
    surveySize: [9_000, 6_500, 4_200, 2_400],
    womenApart: 0.18,
  },
  ISI_O_GDP: {
    kind: "log",
    level: 12500,
    development: 0.82,
    institutions: 0.08,
    spread: 0.15,
    swing: 0.012,
    shock: -0.05,
    decimals: 0,
  },
  ISI_O_GINI: {
    kind: "linear",
    level: 39,
    development: -1.3,
    institutions: -2,
    voice: -0.6,
    spread: 2.6,
    swing: 0.4,
    low: 23,
    high: 62,
    surveySize: [9_000, 6_500, 4_200, 2_400],
    surveyError: 0.45,
  },
  ISI_O_PENCOV: {
    kind: "percent",
    level: 52,
    development: 0.95,
    institutions: 0.45,
    spread: 0.35,
    zeroUnless: "ISI_P_PEN",
    womenLess: -0.5,
  },
  ISI_O_UBCOV: {
    kind: "percent",
    level: 17,
    development: 0.7,
    institutions: 0.4,
    spread: 0.35,
    shock: 0.3,
    zeroUnless: "ISI_P_UB",
    womenApart: -0.35,
  },
  ISI_O_WAGESH: {
    kind: "linear",
    level: 46,
    development: 3.6,
    institutions: 1.2,
    voice: 0.6,
    spread: 2.4,
    swing: 0.5,
    low: 25,
    high: 64,
  },
  RSI_I_C87: binary(1.2, 0.3, 0.4, 1.3),
  RSI_I_C98: binary(1.6, 0.3, 0.4, 1.1),
  RSI_I_C141: binary(-1, 0.1, 0.5, 0.6),
  RSI_I_C144: binary(1, 0.4, 0.6, 0.5),
  RSI_I_LAW: binary(2, 0.3, 0.3, 1.4),
  RSI_P_TRIP: binary(0.9, 0.4, 0.7, 0.6),
  RSI_P_NGO: binary(2, 0.3, 0.2, 1.3),
  RSI_O_UD: { kind: "percent", level: 18, development: 0.25, institutions: 0.1, voice: 0.5, spread: 0.4 },
  RSI_O_UDC: {
    kind: "linear",
    level: -2.2,
    development: -0.4,
    voice: 1.3,
    spread: 1.6,
    swing: 0.3,
    low: -14,
    high: 9,
  },
  RSI_O_CBC: { kind: "percent", level: 22, development: 0.5, institutions: 0.25, voice: 0.6, spread: 0.4 },
  RSI_O_CL: {
    kind: "linear",
    level: 3.5,
    development: -0.4,
    institutions: -0.3,
    voice: -1.1,
    spread: 0.4,
    swing: 0.1,
    decimals: 0,
    low: 1,
    high: 7,
  },
  OASI_I_C128: binary(-1, 0.6, 0.5, 0.2),
  OASI_I_LAW: binary(1.2, 0.7, 0.6, 0.3),
  OASI_P_TAX: binary(0, 0.5, 0.5, 0.4),
  OASI_P_EXP: {
    kind: "log",
    level: 3,
    development: 0.62,
    institutions: 0.28,
    spread: 0.22,
    shock: 0.06,
    decimals: 1,
    high: 16,
    zeroUnless: "ISI_P_PEN",
  },
  OASI_P_CON: {
    kind: "percent",
    level: 37,
    development: 1,
    institutions: 0.35,
    spread: 0.3,
    shock: -0.08,
    zeroUnless: "ISI_P_PEN",
  },
  OASI_O_LEVEL: {
    kind: "linear",
    level: 38,
    development: 4.5,
    institutions: 3,
    spread: 6,
    swing: 0.5,
    low: 6,
    high: 88,
    zeroUnless: "ISI_P_PEN",
    womenLess: -7,
  },
  OASI_O_POV: {
    kind: "percent",
    level: 23,
    development: -0.5,
    institutions: -0.3,
    spread: 0.3,
    shock: 0.16,
    womenLess: 0.35,
    surveySize: [2_600, 1_800, 1_200, 700],
  },
};
