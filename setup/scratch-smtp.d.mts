export function startScratchSmtp(): Promise<
  { readonly url: string; readonly mail: string; readonly stop: () => void } | { readonly reason: string }
>;
