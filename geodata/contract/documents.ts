// The product's own documents: the taxonomy, what the data are, and stories for the presenter.
import { z } from 'zod'
import { Bilingual, LngLatShape, SystemName } from '#geodata/contract/shared.ts'

/** GET /api/taxonomy → {items}: segments with their products. */
export const TaxonomySegment = z.object({
  segmentId: z.string(),
  name: Bilingual,
  system: SystemName.nullable(),
  products: z.array(z.object({ productId: z.string(), name: Bilingual, wording: z.string() })),
})
export type TaxonomySegment = z.infer<typeof TaxonomySegment>

/** GET /api/dataset: what is loaded, for the attribution line, the legend and every export. */
export const Dataset = z.object({
  formatVersion: z.literal(1),
  hash: z.string(),
  counts: z.record(z.string(), z.number().int()),
  boundaryVintage: z.number().int(),
  boundaryNote: Bilingual,
  network: z.object({
    name: z.string(),
    kind: z.enum(['skeleton', 'street']),
    date: z.string(),
    hash: z.string(),
    nodes: z.number().int(),
    edges: z.number().int(),
    detourFactor: z.number().nullable(),
  }),
  attribution: z.array(
    z.object({ title: Bilingual, licence: z.string(), url: z.string().nullable() }),
  ),
  /** Map approval number 审图号 the operator sets (MAP_APPROVAL_NUMBER); null: not set. */
  mapApprovalNumber: z.string().nullable(),
})
export type Dataset = z.infer<typeof Dataset>

/** A figure in a scene's text, worked out when shown: never typed in. */
export const LiveFigure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('count'),
    collection: z.enum(['parks', 'companies', 'hubs', 'links']),
    where: z.record(z.string(), z.string()).default({}),
    label: Bilingual,
  }),
  z.strictObject({ kind: z.literal('target'), rowId: z.string(), label: Bilingual }),
  z.strictObject({
    kind: z.literal('within'),
    collection: z.enum(['parks', 'companies']),
    parkId: z.string(),
    minutes: z.number().positive(),
    label: Bilingual,
  }),
])
export type LiveFigure = z.infer<typeof LiveFigure>

export const LAYERS = [
  'districts',
  'rivers',
  'roads',
  'parks',
  'companies',
  'hubs',
  'links',
  'precision',
] as const
export type LayerId = (typeof LAYERS)[number]

export const Scene = z.strictObject({
  id: z.string(),
  title: Bilingual,
  text: Bilingual,
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
  figures: z.array(LiveFigure).max(8).default([]),
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

/** A live figure worked out; null: unknown. `source` says what it was counted from. */
export const FigureAnswer = z.object({
  value: z.union([z.number(), z.string()]).nullable(),
  unit: z.string().nullable(),
  source: Bilingual,
})
export type FigureAnswer = z.infer<typeof FigureAnswer>

/** GET /api/stories/{storyId}/figures → {items}: per scene, one answer per figure in its order. */
export const SceneFigures = z.object({ sceneId: z.string(), figures: z.array(FigureAnswer) })
export type SceneFigures = z.infer<typeof SceneFigures>

/** GET /api/targets → {items}: the plan's targets and dated progress. */
export const TargetRow = z.object({
  rowId: z.string(),
  targetId: z.string(),
  rowType: z.string(),
  metric: Bilingual,
  value: z.string().nullable(),
  valueLow: z.number().nullable(),
  valueHigh: z.number().nullable(),
  unit: z.string().nullable(),
  asOf: z.string().nullable(),
  clause: z.string().nullable(),
  note: z.string().nullable(),
  source: z.string(),
  sourceClass: z.string(),
  confidence: z.string(),
})
export type TargetRow = z.infer<typeof TargetRow>
