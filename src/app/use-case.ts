// The form of a use case: who asks, for what; the answer is a value or problems. One file per use case.

import type { z } from "zod";
import type { CallReply, Route, RouteName, routes } from "#contract";
import type { Result } from "#kernel";
import type { Actor } from "#records";
import type { Progress } from "#store";
import type { Effects } from "./effects.ts";

/** A file given by a user, already on disk under the data folder's `tmp`; the name is theirs and not to be trusted. */
export type Upload = { readonly path: string; readonly name: string };

/** A file to hand out: written in one go by `write`, so that nothing large sits in memory. */
export type Download = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly stream: AsyncIterable<Uint8Array>;
  /** To be read where it is asked for, not saved: a feed. */
  readonly inline?: true;
  /** An address of this site where it is to be had: the answer leads there and has no content of its own. */
  readonly leadsTo?: string;
  /** What the bytes are made of, where that is known before they are: whoever has them need not fetch them again. */
  readonly tag?: string;
};

/** How the work was asked for; nothing in it changes what the answer is. */
export type Work = {
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  /** The token of the session the request came with, for signing in anew and out. */
  readonly sessionToken?: string;
};

export type UseCase<Input, Output> = (
  effects: Effects,
  actor: Actor,
  input: Input,
  work?: Work,
) => Promise<Result<Output>>;

type OutputOf<S> = [Exclude<S, "upload" | "form" | null>] extends [z.ZodType]
  ? [z.output<Exclude<S, "upload" | "form" | null>>] extends [never]
    ? unknown
    : z.output<Exclude<S, "upload" | "form" | null>>
  : unknown;
type InputOf<R extends Route> = OutputOf<R["params"]> & OutputOf<R["query"]> & OutputOf<R["body"]>;

/** Input of the use case behind a route: path, query and body in one object, and the upload where there is one. */
export type RouteInput<K extends RouteName> = InputOf<(typeof routes)[K]> & { readonly upload?: Upload };

/**
 * What the use case answers: the declared shape, a file for downloads, and for `lines` any JSON value,
 * which becomes the last line after those of the progress.
 */
export type RouteReply<K extends RouteName> = K extends "command"
  ? unknown
  : unknown extends CallReply<(typeof routes)[K]>
    ? Download // a route without a declared shape hands out a file
    : CallReply<(typeof routes)[K]>;

export type RouteUseCase<K extends RouteName> = UseCase<RouteInput<K>, RouteReply<K>>;
