/**
 * Invented countries of the demonstration, the same in every language. Each begins with the last letter of
 * its code, so that tables stay readable; a test holds them apart from the names of real areas.
 */
export const inventedNames: Readonly<Record<string, string>> = {
  XAA: "Alvane",
  XAB: "Belmora",
  XAC: "Corvana",
  XAD: "Dalmere",
  XAE: "Estrava",
  XAF: "Ferrano",
  XAG: "Galdora",
  XAH: "Halvena",
  XAI: "Isarna",
  XAJ: "Jelmara",
  XAK: "Kelvora",
  XAL: "Lorenta",
  XAM: "Mirova",
  XAN: "Nemira",
  XAO: "Orvela",
  XAP: "Palvera",
  XAQ: "Quelora",
  XAR: "Rovanta",
  XAS: "Selmora",
  XAT: "Tarvena",
  XAU: "Ulmara",
  XAV: "Velarda",
  XAW: "Wendara",
  XAX: "Xenora",
};
