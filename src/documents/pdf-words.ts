// What stands on a PDF page: runs of characters at places, and the lines they make.

import type { CellPlace } from "./lines.ts";
import type { ContentRole } from "./pdf-structure.ts";

/** A run of characters as the PDF engine gives it; y grows upwards. */
export type Glyphs = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  /** The marked content it belongs to, in a tagged PDF that was asked for it. */
  readonly contentId?: string;
  /** What its tag says it is. */
  readonly role?: ContentRole;
};

export type PageLine = {
  readonly page: number;
  text: string;
  readonly x: number;
  right: number;
  readonly y: number;
  /** Type size of most of its characters. */
  size: number;
  /** The font of the first and of the last word, and of all words where they agree. */
  readonly firstFont: string;
  lastFont: string;
  oneFont: boolean;
  /** Another piece stands on the same baseline, across a gap. */
  beside: boolean;
  /** The page's height, for margins. */
  readonly pageHeight: number;
  /** The cell of a table that it stands in. */
  cell?: CellPlace;
  /** What the tags say of all its words. */
  role?: ContentRole;
  /** A dot is drawn before it: an item of a list begins. */
  bullet?: true;
  /** The head of a table again, on a further page. */
  isRepeatedHead?: boolean;
};
