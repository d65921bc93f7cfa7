import type { Protocol } from "#records";

export type Change = (change: Partial<Protocol>) => void;
/** What a part of the form is given: the protocol as typed so far, and how to change it. */
export type EditorProps = { readonly protocol: Protocol; readonly change: Change };
