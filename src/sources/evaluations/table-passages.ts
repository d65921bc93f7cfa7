export const tablePassages = (_d: any, _s: any): any[] => [];
