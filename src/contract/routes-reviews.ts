// Reviews: their list, one as a whole, what its members do, and the log.

import { z } from "zod";
import { languages } from "#kernel";
import { origins } from "#records";
import { route } from "./route.ts";
import { count, Id } from "./route-inputs.ts";
import {
  ActsOutcome,
  MemberTaskShape,
  ReviewEventShape,
  ReviewHeadShape,
  ReviewProgressShape,
  ReviewShape,
  SentAct,
} from "./shapes-reviews.ts";

export const reviewsRoutes = {
  listReviews: route({
    operationId: "listReviews",
    method: "GET",
    path: "/api/reviews",
    summary: "Reviews that are published, and those one takes part in",
    action: "review.read",
    reply: z.object({ reviews: z.array(ReviewHeadShape) }),
  }),
  createReview: route({
    operationId: "createReview",
    method: "POST",
    path: "/api/reviews",
    summary: "Begin a review; whoever begins it owns it",
    action: "review.begin",
    body: z.object({
      id: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, "small letters, digits and hyphens, such as what-works-2026")
        .optional(),
      title: z.string().trim().min(1).max(500),
      language: z.enum(languages).default("en"),
      origin: z.enum(origins).default("real"),
    }),
    reply: z.object({ id: z.string() }),
  }),
  review: route({
    operationId: "review",
    method: "GET",
    path: "/api/reviews/:id",
    summary: "One review: members, protocol with its versions, and how far it is",
    action: "review.read",
    params: Id,
    reply: ReviewShape,
  }),
  reviewProgress: route({
    operationId: "reviewProgress",
    method: "GET",
    path: "/api/reviews/:id/progress",
    summary: "How far each part of a review is, and what waits for whoever asks",
    action: "review.read",
    params: Id,
    reply: z.object({ progress: ReviewProgressShape, tasks: z.array(MemberTaskShape) }),
  }),
  myReviewTasks: route({
    operationId: "myReviewTasks",
    method: "GET",
    path: "/api/review-tasks",
    summary: "What waits for whoever asks in every review they take part in",
    action: "review.read",
    reply: z.object({
      reviews: z.array(z.object({ review: ReviewHeadShape, tasks: z.array(MemberTaskShape) })),
    }),
  }),
  actOnReview: route({
    operationId: "actOnReview",
    method: "POST",
    path: "/api/reviews/:id/acts",
    summary: "Do something in a review; every act is judged by itself, or all together",
    action: "review.act",
    params: Id,
    body: z.object({
      acts: z.array(SentAct).min(1).max(1_000),
      /** All or none. */
      together: z.boolean().default(false),
      /** Whose acts these are as their page knows it; refused where somebody else is signed in by now. */
      account: z.string().max(300).optional(),
      /** For the operator alone: the member whose acts these are. */
      onBehalf: z.string().max(300).optional(),
    }),
    reply: ActsOutcome,
  }),
  reviewLog: route({
    operationId: "reviewLog",
    method: "GET",
    path: "/api/reviews/:id/log",
    summary: "What was done in a review, in order; what one may not see yet is left out and counted",
    action: "review.read",
    params: Id,
    query: z.object({ after: count(100_000_000, 0), limit: count(500, 100) }),
    reply: z.object({
      events: z.array(ReviewEventShape),
      hidden: z.int(),
      last: z.int(),
      names: z.record(z.string(), z.string()),
    }),
  }),
} as const;
