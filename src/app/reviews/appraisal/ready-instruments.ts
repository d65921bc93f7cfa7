// The instruments of appraisal and extraction forms that come with Socle. A review takes one in by an act, so
// that its log holds what its answers mean.

import { ExtractionFormShape, InstrumentShape } from "#contract";
import type { ExtractionForm, Instrument } from "#records";
import fourQualities from "../../../../definitions/appraisal/four-qualities.json" with { type: "json" };
import sixPoint from "../../../../definitions/appraisal/six-point.json" with { type: "json" };
import unegSections from "../../../../definitions/appraisal/uneg-sections.json" with { type: "json" };
import evidenceMatrix from "../../../../definitions/extraction/evidence-matrix.json" with { type: "json" };

export const readyInstruments: readonly Instrument[] = [fourQualities, unegSections, sixPoint].map(
  (one) => InstrumentShape.parse(one) as Instrument,
);

export const readyForms: readonly ExtractionForm[] = [
  ExtractionFormShape.parse(evidenceMatrix) as ExtractionForm,
];
