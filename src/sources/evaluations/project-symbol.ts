// Symbols of technical cooperation projects as the ILO writes them: area, year, serial, donor (GLO/18/28/DAN).

/** The parts of a symbol as printed. */
export type PrintedSymbol = {
  readonly area: string;
  /** Two digits. */
  readonly year: string;
  readonly serial: string;
  readonly donor: string;
};

const form = /^([A-Z]{3})\/(\d{2})\/(\d{2,3})\/([A-Z]{3})$/;

/**
 * The parts of a text that is a symbol and nothing else; null for any other text.
 *
 * @example
 * symbolParts("ZAM/16/50/IRL") // => { area: "ZAM", year: "16", serial: "50", donor: "IRL" }
 */
export function symbolParts(text: string): PrintedSymbol | null {
  const match = form.exec(text);
  return match && { area: match[1]!, year: match[2]!, serial: match[3]!, donor: match[4]! };
}

const isOneLetter = (code: string): boolean => /^(.)\1\1$/.test(code);

/**
 * Whether a symbol only fills its place: 00 stands for no year and 000 for no serial, AAA and XXX for no area
 * or donor. INT/00/000/AAA identifies no project; several reports carry it.
 *
 * @example
 * isPlaceholderSymbol({ area: "INT", year: "00", serial: "000", donor: "AAA" }) // => true
 * isPlaceholderSymbol({ area: "ZAM", year: "16", serial: "50", donor: "IRL" }) // => false
 */
export const isPlaceholderSymbol = ({ area, year, serial, donor }: PrintedSymbol): boolean =>
  (year === "00" && /^0+$/.test(serial)) || isOneLetter(donor) || isOneLetter(area);
