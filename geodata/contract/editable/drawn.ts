// Which shapes may a person draw?
import { z } from 'zod'

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

/** More corners than a user draws; an outline of a district has fewer. */
const MOST_POSITIONS = 5000

const Ring = z
  .array(Position)
  .min(4)
  .max(MOST_POSITIONS)
  .check((context) => {
    const ring = context.value
    const [first, last] = [ring[0], ring.at(-1)]
    if (first?.[0] === last?.[0] && first?.[1] === last?.[1]) return
    context.issues.push({
      code: 'custom',
      input: undefined,
      message: 'An outline should end where it begins',
      params: { zh: '边界的最后一点应与第一点相同' },
    })
  })

export const PointDraft = z.object({ type: z.literal('Point'), coordinates: Position })

export const AreaDraft = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(50) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(Ring).min(1).max(50)).min(1).max(50),
  }),
])
export type AreaDraft = z.infer<typeof AreaDraft>
