// What the API says when something came that it cannot serve (RFC 9457).
import { z } from 'zod'
import { ChangedRow, Dependent, RowFeature } from '#geodata/contract/history.ts'

/** `pointer` is a JSON Pointer into the body, `?name` in a query, `Name:` in a header. */
export const FieldError = z.object({
  pointer: z.string(),
  detail: z.string(),
  detailZh: z.string(),
  /** Where one of a few values was expected: those, and what came instead, for who has words for them. */
  choices: z.array(z.string()).optional(),
  came: z.string().optional(),
})
export type FieldError = z.infer<typeof FieldError>

export const Problem = z.object({
  type: z.string(),
  /** English; `titleZh` says the same in Chinese. */
  title: z.string(),
  titleZh: z.string(),
  status: z.number().int(),
  detail: z.string(),
  detailZh: z.string(),
  instance: z.string().optional(),
  /** One per bad field. */
  errors: z.array(FieldError).optional(),
  /** 412 and 409 of a write: the row as it is now; null where it is gone. */
  current: RowFeature.nullable().optional(),
  /** 422 of a place that may be meant: what says so in the query. */
  confirmedBy: z.string().optional(),
  /** 409 of a deletion: the rows that name this one. */
  dependents: z.array(Dependent).optional(),
  /** 409 of an undo: how many rows were changed since, the first of them, and how many would be put back without them. */
  changedSince: z
    .object({ count: z.number().int(), rows: z.array(ChangedRow), left: z.number().int() })
    .optional(),
})
export type Problem = z.infer<typeof Problem>
