// The 249 entries of ISO 3166-1 by the smallest M49 region they lie in, as `alpha-3:alpha-2:numeric`, and
// what cannot be computed from that: the region tree, the territories, years and the ILO's exceptions.
// Facts after ISO 3166-1 and UN Statistics Division, Standard country or area codes for statistical use
// (M49); `area.test.ts` compares them with the published tables where those are present.

/**
 * M49 region → the region above it. 202 (sub-Saharan Africa) and 419 (Latin America and the Caribbean)
 * are subregions with intermediate regions below; 001 is the world.
 */
export const regionParents: Readonly<Record<string, string | null>> = {
  "001": null,
  "002": "001",
  "015": "002",
  "202": "002",
  "011": "202",
  "014": "202",
  "017": "202",
  "018": "202",
  "019": "001",
  "021": "019",
  "419": "019",
  "005": "419",
  "013": "419",
  "029": "419",
  "142": "001",
  "030": "142",
  "034": "142",
  "035": "142",
  "143": "142",
  "145": "142",
  "150": "001",
  "039": "150",
  "151": "150",
  "154": "150",
  "155": "150",
  "009": "001",
  "053": "009",
  "054": "009",
  "057": "009",
  "061": "009",
};

/** Antarctica lies in no region but the world. */
export const isoEntriesByRegion: Readonly<Record<string, string>> = {
  "001": `ATA:AQ:010`,
  "005": `
    ARG:AR:032 BOL:BO:068 BRA:BR:076 BVT:BV:074 CHL:CL:152 COL:CO:170 ECU:EC:218 FLK:FK:238 GUF:GF:254
    GUY:GY:328 PER:PE:604 PRY:PY:600 SGS:GS:239 SUR:SR:740 URY:UY:858 VEN:VE:862`,
  "011": `
    BEN:BJ:204 BFA:BF:854 CIV:CI:384 CPV:CV:132 GHA:GH:288 GIN:GN:324 GMB:GM:270 GNB:GW:624 LBR:LR:430
    MLI:ML:466 MRT:MR:478 NER:NE:562 NGA:NG:566 SEN:SN:686 SHN:SH:654 SLE:SL:694 TGO:TG:768`,
  "013": `BLZ:BZ:084 CRI:CR:188 GTM:GT:320 HND:HN:340 MEX:MX:484 NIC:NI:558 PAN:PA:591 SLV:SV:222`,
  "014": `
    ATF:TF:260 BDI:BI:108 COM:KM:174 DJI:DJ:262 ERI:ER:232 ETH:ET:231 IOT:IO:086 KEN:KE:404 MDG:MG:450
    MOZ:MZ:508 MUS:MU:480 MWI:MW:454 MYT:YT:175 REU:RE:638 RWA:RW:646 SOM:SO:706 SSD:SS:728 SYC:SC:690
    TZA:TZ:834 UGA:UG:800 ZMB:ZM:894 ZWE:ZW:716`,
  "015": `DZA:DZ:012 EGY:EG:818 ESH:EH:732 LBY:LY:434 MAR:MA:504 SDN:SD:729 TUN:TN:788`,
  "017": `AGO:AO:024 CAF:CF:140 CMR:CM:120 COD:CD:180 COG:CG:178 GAB:GA:266 GNQ:GQ:226 STP:ST:678 TCD:TD:148`,
  "018": `BWA:BW:072 LSO:LS:426 NAM:NA:516 SWZ:SZ:748 ZAF:ZA:710`,
  "021": `BMU:BM:060 CAN:CA:124 GRL:GL:304 SPM:PM:666 USA:US:840`,
  "029": `
    ABW:AW:533 AIA:AI:660 ATG:AG:028 BES:BQ:535 BHS:BS:044 BLM:BL:652 BRB:BB:052 CUB:CU:192 CUW:CW:531
    CYM:KY:136 DMA:DM:212 DOM:DO:214 GLP:GP:312 GRD:GD:308 HTI:HT:332 JAM:JM:388 KNA:KN:659 LCA:LC:662
    MAF:MF:663 MSR:MS:500 MTQ:MQ:474 PRI:PR:630 SXM:SX:534 TCA:TC:796 TTO:TT:780 VCT:VC:670 VGB:VG:092
    VIR:VI:850`,
  "030": `CHN:CN:156 HKG:HK:344 JPN:JP:392 KOR:KR:410 MAC:MO:446 MNG:MN:496 PRK:KP:408 TWN:TW:158`,
  "034": `AFG:AF:004 BGD:BD:050 BTN:BT:064 IND:IN:356 IRN:IR:364 LKA:LK:144 MDV:MV:462 NPL:NP:524 PAK:PK:586`,
  "035": `
    BRN:BN:096 IDN:ID:360 KHM:KH:116 LAO:LA:418 MMR:MM:104 MYS:MY:458 PHL:PH:608 SGP:SG:702 THA:TH:764
    TLS:TL:626 VNM:VN:704`,
  "039": `
    ALB:AL:008 AND:AD:020 BIH:BA:070 ESP:ES:724 GIB:GI:292 GRC:GR:300 HRV:HR:191 ITA:IT:380 MKD:MK:807
    MLT:MT:470 MNE:ME:499 PRT:PT:620 SMR:SM:674 SRB:RS:688 SVN:SI:705 VAT:VA:336`,
  "053": `AUS:AU:036 CCK:CC:166 CXR:CX:162 HMD:HM:334 NFK:NF:574 NZL:NZ:554`,
  "054": `FJI:FJ:242 NCL:NC:540 PNG:PG:598 SLB:SB:090 VUT:VU:548`,
  "057": `FSM:FM:583 GUM:GU:316 KIR:KI:296 MHL:MH:584 MNP:MP:580 NRU:NR:520 PLW:PW:585 UMI:UM:581`,
  "061": `
    ASM:AS:016 COK:CK:184 NIU:NU:570 PCN:PN:612 PYF:PF:258 TKL:TK:772 TON:TO:776 TUV:TV:798 WLF:WF:876
    WSM:WS:882`,
  "143": `KAZ:KZ:398 KGZ:KG:417 TJK:TJ:762 TKM:TM:795 UZB:UZ:860`,
  "145": `
    ARE:AE:784 ARM:AM:051 AZE:AZ:031 BHR:BH:048 CYP:CY:196 GEO:GE:268 IRQ:IQ:368 ISR:IL:376 JOR:JO:400
    KWT:KW:414 LBN:LB:422 OMN:OM:512 PSE:PS:275 QAT:QA:634 SAU:SA:682 SYR:SY:760 TUR:TR:792 YEM:YE:887`,
  "151": `
    BGR:BG:100 BLR:BY:112 CZE:CZ:203 HUN:HU:348 MDA:MD:498 POL:PL:616 ROU:RO:642 RUS:RU:643 SVK:SK:703
    UKR:UA:804`,
  "154": `
    ALA:AX:248 DNK:DK:208 EST:EE:233 FIN:FI:246 FRO:FO:234 GBR:GB:826 GGY:GG:831 IMN:IM:833 IRL:IE:372
    ISL:IS:352 JEY:JE:832 LTU:LT:440 LVA:LV:428 NOR:NO:578 SJM:SJ:744 SWE:SE:752`,
  "155": `AUT:AT:040 BEL:BE:056 CHE:CH:756 DEU:DE:276 FRA:FR:250 LIE:LI:438 LUX:LU:442 MCO:MC:492 NLD:NL:528`,
};

/**
 * Territory → its sovereign; `null` where sovereignty is not settled or nobody's (Antarctica, Western
 * Sahara). All other ISO entries are countries: the 193 members and two observers of the United Nations, and
 * the Cook Islands and Niue, which United Nations treaty practice counts as States. Hong Kong, Macao and
 * Taiwan follow the usage of the United Nations and the ILO; the table takes no position of its own.
 */
export const sovereigns: Readonly<Record<string, string | null>> = {
  ABW: "NLD",
  AIA: "GBR",
  ALA: "FIN",
  ASM: "USA",
  ATA: null,
  ATF: "FRA",
  BES: "NLD",
  BLM: "FRA",
  BMU: "GBR",
  BVT: "NOR",
  CCK: "AUS",
  CUW: "NLD",
  CXR: "AUS",
  CYM: "GBR",
  ESH: null,
  FLK: "GBR",
  FRO: "DNK",
  GGY: "GBR",
  GIB: "GBR",
  GLP: "FRA",
  GRL: "DNK",
  GUF: "FRA",
  GUM: "USA",
  HKG: "CHN",
  HMD: "AUS",
  IMN: "GBR",
  IOT: "GBR",
  JEY: "GBR",
  MAC: "CHN",
  MAF: "FRA",
  MNP: "USA",
  MSR: "GBR",
  MTQ: "FRA",
  MYT: "FRA",
  NCL: "FRA",
  NFK: "AUS",
  PCN: "GBR",
  PRI: "USA",
  PYF: "FRA",
  REU: "FRA",
  SGS: "GBR",
  SHN: "GBR",
  SJM: "NOR",
  SPM: "FRA",
  SXM: "NLD",
  TCA: "GBR",
  TKL: "NZL",
  TWN: "CHN",
  UMI: "USA",
  VGB: "GBR",
  VIR: "USA",
  WLF: "FRA",
};

/**
 * The ILO's regions follow the M49 tree, a smaller region prevailing over the larger one it lies in. Two
 * departures from geography: Central and Western Asia go with Europe, and of Western Asia (145) the Arab
 * States form a region of their own.
 */
export const iloRegionByM49 = {
  "002": "africa",
  "019": "americas",
  "143": "europe-central-asia",
  "145": "europe-central-asia",
  "142": "asia-pacific",
  "150": "europe-central-asia",
  "009": "asia-pacific",
} as const;

/** The ILO's Arab States; the Arab countries of Africa belong to its region Africa. */
export const arabStates = "ARE BHR IRQ JOR KWT LBN OMN PSE QAT SAU SYR YEM";

/**
 * Year from which a code exists, where it is younger than the standard's first edition of 1974 and the year
 * is documented by the withdrawal of its predecessor or by a newsletter of ISO 3166.
 */
export const codeSince: Readonly<Record<number, string>> = {
  1977: "BEN DJI",
  1979: "KIR TUV",
  1980: "VUT ZWE",
  1984: "BFA",
  1986: "FSM MHL MNP PLW UMI",
  1989: "MMR",
  1992: "ARM AZE BIH BLR EST GEO HRV KAZ KGZ LTU LVA MDA RUS SVN TJK TKM UZB",
  1993: "CZE ERI MKD SVK",
  1997: "COD",
  1999: "PSE",
  2002: "TLS",
  2004: "ALA",
  2006: "GGY IMN JEY MNE SRB",
  2007: "BLM MAF",
  2010: "BES CUW SXM",
  2011: "SSD",
};

/**
 * Kosovo has no ISO 3166-1 code and stands here under 412, the number of United Nations tables; this implies no
 * position on its status (Security Council resolution 1244 (1999)). Agencies write codes that ISO leaves to its
 * users: XKX the World Bank and the United Nations' World Population Prospects (which has the number 412 beside
 * it), XKK Unicode's CLDR, XK Eurostat and the IMF, KOS ILOSTAT and Natural Earth.
 */
export const kosovo = { code: "412", region: "039", spelled: ["KOS", "XK", "XKK", "XKX"] } as const;
