export const moduleGraph: Readonly<Record<string, readonly string[]>>;
export const pureModules: readonly string[];
export const strangerFolders: readonly string[];
export const packageFreeModules: readonly string[];
