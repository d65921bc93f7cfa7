// Files of statistical packages to columns: SPSS and Stata. Knows no study and no store.

export { missingLetter, type PackageColumn, type PackageTable } from "./microdata-table.ts";
export { packageProblems } from "./problems.ts";
export { readSav } from "./read-sav.ts";
export { readStata } from "./read-stata.ts";
