// Withdrawn codes of ISO 3166-3: dissolved, divided, merged and renamed states and territories.

/**
 * One row a code: numeric code, last year, smallest M49 region, successors. The first year is open (the first
 * edition of the standard, 1974, or before) unless `since` is given. Traps:
 * - The last year is that of the code's withdrawal, which can follow the end of the state (SUN: 1991).
 * - A renamed state keeps its number: there the successor owns it, and `numeric` finds the successor.
 * - YUG was used to 2003, in its last years for what then became SCG. 890 is the Socialist Federal Republic.
 * - Two-letter codes are left out: CS, AI and BY were given away again and cannot identify an area.
 */
export const dissolvedAreas: Readonly<
  Record<
    string,
    {
      readonly numeric: string | null;
      readonly since?: number;
      readonly until: number;
      readonly region: string;
      readonly successors: string;
    }
  >
> = {
  AFI: { numeric: "262", until: 1977, region: "014", successors: "DJI" },
  ANT: { numeric: "530", until: 2010, region: "029", successors: "BES CUW SXM" },
  ATB: { numeric: null, until: 1979, region: "001", successors: "ATA" },
  ATN: { numeric: "216", until: 1983, region: "001", successors: "ATA" },
  BUR: { numeric: "104", until: 1989, region: "035", successors: "MMR" },
  BYS: { numeric: "112", until: 1992, region: "151", successors: "BLR" },
  CSK: { numeric: "200", until: 1993, region: "151", successors: "CZE SVK" },
  CTE: { numeric: "128", until: 1984, region: "057", successors: "KIR" },
  DDR: { numeric: "278", until: 1990, region: "155", successors: "DEU" },
  DHY: { numeric: "204", until: 1977, region: "011", successors: "BEN" },
  FXX: { numeric: "249", since: 1993, until: 1997, region: "155", successors: "FRA" },
  GEL: { numeric: "296", until: 1979, region: "057", successors: "KIR TUV" },
  HVO: { numeric: "854", until: 1984, region: "011", successors: "BFA" },
  JTN: { numeric: "396", until: 1986, region: "057", successors: "UMI" },
  MID: { numeric: "488", until: 1986, region: "057", successors: "UMI" },
  NHB: { numeric: "548", until: 1980, region: "054", successors: "VUT" },
  NTZ: { numeric: "536", until: 1993, region: "145", successors: "IRQ SAU" },
  PCI: { numeric: "582", until: 1986, region: "057", successors: "FSM MHL MNP PLW" },
  PCZ: { numeric: null, until: 1980, region: "013", successors: "PAN" },
  PUS: { numeric: "849", until: 1986, region: "057", successors: "UMI" },
  RHO: { numeric: "716", until: 1980, region: "014", successors: "ZWE" },
  SCG: { numeric: "891", since: 2003, until: 2006, region: "039", successors: "MNE SRB" },
  SKM: { numeric: null, until: 1975, region: "034", successors: "IND" },
  SUN: {
    numeric: "810",
    until: 1992,
    region: "151",
    successors: "ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA RUS TJK TKM UKR UZB",
  },
  TMP: { numeric: "626", until: 2002, region: "035", successors: "TLS" },
  VDR: { numeric: null, until: 1977, region: "035", successors: "VNM" },
  WAK: { numeric: "872", until: 1986, region: "057", successors: "UMI" },
  YMD: { numeric: "720", until: 1990, region: "145", successors: "YEM" },
  YUG: { numeric: "890", until: 2003, region: "039", successors: "BIH HRV MKD SCG SVN" },
  ZAR: { numeric: "180", until: 1997, region: "017", successors: "COD" },
};
