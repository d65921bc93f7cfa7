export function importRules(): readonly { readonly name: string }[];
export function worldTouches(fileName: string, text: string): { rule: string; from: string; to: string }[];
export function checkImports(
  projectRoot: string,
): Promise<{ modules: number; violations: { rule: string; from: string; to: string }[] }>;
