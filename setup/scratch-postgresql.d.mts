export function startScratchPostgresql(
  more?: string,
): Promise<{ readonly url: string; readonly stop: () => void } | { readonly reason: string }>;
