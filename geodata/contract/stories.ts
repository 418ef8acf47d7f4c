// A story for the presenter: scenes with their ground, layers, words and live figures.
//
// No number is typed into a story. Words name a figure, "离候选“1” {minutes} 卡车分钟", and the figure is
// worked out from the store and the road engine each time the story is prepared.
import { z } from 'zod'
import { LAYERS } from '#geodata/contract/collections.ts'
import { Bilingual, LngLatShape, SystemName } from '#geodata/contract/shared.ts'

/** Property → the value, or the values of which one must match; a list property matches by member. */
export const Where = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
export type Where = z.infer<typeof Where>

const Place = z.strictObject({
  collection: z.enum(['parks', 'companies', 'hubs']),
  id: z.string(),
})

const shared = {
  /** The name by which the scene's words call the figure. */
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'a plain word such as parksWithin'),
  label: Bilingual,
  /** list: shown with its label; text: only where the words call it. */
  place: z.enum(['list', 'text']).default('list'),
  /** The segment system the figure is about; such figures of a scene are drawn as bars on one scale. */
  system: SystemName.optional(),
}

export const LiveFigure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('count'),
    collection: z.enum(['parks', 'companies', 'hubs', 'links']),
    where: Where.default({}),
    ...shared,
  }),
  z.strictObject({ kind: z.literal('target'), rowId: z.string(), ...shared }),
  /** How many lie within so many truck minutes of a park, the park itself not counted. */
  z.strictObject({
    kind: z.literal('within'),
    collection: z.enum(['parks', 'companies']),
    where: Where.default({}),
    parkId: z.string(),
    minutes: z.number().positive(),
    ...shared,
  }),
  /** Truck minutes from one place to another. */
  z.strictObject({ kind: z.literal('minutes'), from: Place, to: Place, ...shared }),
  /** Truck minutes between the seats of two linked cities, e.g. "110000-130100". */
  z.strictObject({ kind: z.literal('cityMinutes'), cityPair: z.string(), ...shared }),
  /** Assignments of a segment to a park for which no firm is known in that park. */
  z.strictObject({ kind: z.literal('gaps'), where: Where.default({}), ...shared }),
  /** The names of the segments for which the fewest firms are known. */
  z.strictObject({ kind: z.literal('thinnest'), where: Where.default({}), ...shared }),
])
export type LiveFigure = z.infer<typeof LiveFigure>

export const Scene = z.strictObject({
  id: z.string(),
  title: Bilingual,
  text: Bilingual,
  /** What the presenter says and may be asked; never on the stage. */
  notes: Bilingual.optional(),
  /** The camera as bounds, so that the frame is the same on any screen shape. */
  bounds: z.tuple([LngLatShape, LngLatShape]),
  paddingPixels: z.number().min(0).max(400).default(40),
  layers: z.array(z.enum(LAYERS)),
  /** Only these systems are drawn strong; absent: all. */
  systems: z.array(SystemName).optional(),
  selection: z.strictObject({ collection: z.string(), id: z.string() }).optional(),
  analysis: z
    .strictObject({
      kind: z.literal('isochrone'),
      parkId: z.string(),
      cutoffMinutes: z.array(z.number().positive()),
    })
    .optional(),
  /** What the bars of the scene's systems count. */
  barsTitle: Bilingual.optional(),
  figures: z.array(LiveFigure).max(16).default([]),
})
export type Scene = z.infer<typeof Scene>

export const Story = z.strictObject({
  formatVersion: z.literal(1),
  id: z.string(),
  title: Bilingual,
  summary: Bilingual,
  scenes: z.array(Scene).min(1).max(60),
})
export type Story = z.infer<typeof Story>

/** A live figure worked out. */
export const FigureAnswer = z.object({
  /** What came out, in the unit of the Chinese text; null: unknown. */
  value: z.union([z.number(), z.string()]).nullable(),
  /** The doubt that the precision of places puts on it; null: none. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** How many there are in all, where the value is a part of them. */
  total: z.number().nullable(),
  /** The value as each language writes it, an interval where the doubt is wide; null: unknown. */
  said: Bilingual.nullable(),
  unit: Bilingual.nullable(),
  /** The plan's own words behind a target. */
  clauseZh: z.string().nullable(),
  /** What it was counted from, and what could not be counted. */
  source: Bilingual,
})
export type FigureAnswer = z.infer<typeof FigureAnswer>

/** GET /api/stories/{storyId}/figures → {items}: per scene, one answer per figure in its order. */
export const SceneFigures = z.object({ sceneId: z.string(), figures: z.array(FigureAnswer) })
export type SceneFigures = z.infer<typeof SceneFigures>
