import type { Plugin } from "vite";

export function withoutShapes(code: string): string;
export function shapesStayOnTheServer(): Plugin;
