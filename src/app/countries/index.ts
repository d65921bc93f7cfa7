// Use cases about countries: profile, comparison, what drives a score, women and men.

import { compareCountries } from "./compare-countries.ts";
import { countryDrivers } from "./country-drivers.ts";
import { countryCounts, countryProfile } from "./country-profile.ts";
import { indexBySex } from "./index-by-sex.ts";

export const countryUseCases = {
  compareCountries,
  countryCounts,
  countryDrivers,
  countryProfile,
  indexBySex,
};
