// What the API says when something came that it cannot serve (RFC 9457).
import { z } from 'zod'

export const Problem = z.object({
  type: z.string(),
  /** English; `titleZh` says the same in Chinese. */
  title: z.string(),
  titleZh: z.string(),
  status: z.number().int(),
  detail: z.string(),
  detailZh: z.string(),
  instance: z.string().optional(),
  /** One entry per bad field; `pointer` is a JSON Pointer into the body, or `?name` for a query. */
  errors: z
    .array(z.object({ pointer: z.string(), detail: z.string(), detailZh: z.string() }))
    .optional(),
})
export type Problem = z.infer<typeof Problem>
