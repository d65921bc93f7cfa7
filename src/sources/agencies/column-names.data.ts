// Column names by which agencies and spreadsheets call the same thing. Compared in capitals without
// blanks, dots, hyphens and underscores. Within a role the first name found wins: codes before names.
// Sources: SDMX cross-domain concepts 2.0 and the files of ILO, OECD, Eurostat, World Bank, WHO,
// Gapminder and Our World in Data.

export type ColumnRole =
  | "area"
  | "indicator"
  | "period"
  | "value"
  | "source"
  | "unit"
  | "unitMultiplier"
  | "sex"
  | "status"
  | "missing";

export const namesByRole: Readonly<Record<ColumnRole, readonly string[]>> = {
  area: [
    "REFAREA",
    "AREA",
    "AREACODE",
    "ISO3",
    "ISO3CODE",
    "ISOCODE",
    "COUNTRYCODE",
    "ENTITYCODE",
    "GEOAREACODE",
    "LOCATION",
    "GEO",
    "ECONOMY",
    "CODE",
    "COUNTRY",
    "REFERENCEAREA",
    "COUNTRYNAME",
    "ENTITY",
    "ENTITYNAME",
    "GEOAREANAME",
    "ISO2",
  ],
  indicator: [
    "INDICATOR",
    "INDICATORCODE",
    "INDICATORID",
    "SERIES",
    "SERIESCODE",
    "MEASURE",
    "VARIABLE",
    "INDICATORNAME",
  ],
  period: ["TIMEPERIOD", "TIME", "PERIOD", "YEAR", "DATE"],
  value: ["OBSVALUE", "VALUE", "OBSERVATIONVALUE"],
  source: ["SOURCE", "SOURCECODE"],
  unit: ["UNITMEASURE", "UNIT", "UNITS", "UNITOFMEASURE"],
  unitMultiplier: ["UNITMULT", "UNITMULTIPLIER"],
  sex: ["SEX", "GENDER"],
  status: ["OBSSTATUS", "STATUS", "OBSFLAG", "FLAG", "FLAGS"],
  missing: ["MISSING"],
};

export const noteNames: readonly string[] = [
  "NOTE",
  "NOTES",
  "NOTESOURCE",
  "NOTEINDICATOR",
  "NOTECLASSIF",
  "SOURCENOTE",
  "INDICATORNOTE",
  "COMMENT",
  "COMMENTS",
  "COMMENTOBS",
  "OBSCOM",
  "FOOTNOTE",
  "FOOTNOTES",
];

/**
 * Known attributes: kept with the observation, not part of its key. The frequency stands here because
 * the period says it already (2019 is a year, 2019-Q1 a quarter).
 */
export const attributeNames: readonly string[] = [
  "FREQ",
  "DECIMALS",
  "UNITMEASURETYPE",
  "STANDARDERROR",
  "SE",
  "STDERROR",
  "STDERR",
  "UPPERBOUND",
  "LOWERBOUND",
  "SAMPLESIZE",
  "CURRENCY",
  "BASEPER",
  "CONFSTATUS",
  "OBSCONF",
  "OBSPREBREAK",
  "PREBREAKVALUE",
  "COLLECTION",
  "TIMEFORMAT",
  "TITLE",
  "TITLECOMPL",
  "UPDATED",
  "LASTUPDATE",
  "NATURE",
  "REPORTINGTYPE",
];

/** Columns that frame an SDMX-CSV message, and the columns our own downloads add; they hold no fact. */
export const frameNames: readonly string[] = [
  "STRUCTURE",
  "STRUCTUREID",
  "STRUCTURENAME",
  "DATAFLOW",
  "ACTION",
  "SERIESKEY",
  "OBSKEY",
  "ORIGIN",
  "SOURCEFILE",
  "SOURCEROW",
  "SOURCECOLUMN",
];

/** Columns that only put words beside a code column. */
export const labelNames: readonly string[] = [
  "COUNTRYNAME",
  "ENTITYNAME",
  "ENTITY",
  "GEOAREANAME",
  "AREANAME",
  "REFERENCEAREA",
  "INDICATORNAME",
  "SERIESDESCRIPTION",
  "SERIESNAME",
  "SOURCENAME",
  "SEXNAME",
  "COUNTRY",
  "ISO2",
];
