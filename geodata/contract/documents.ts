// The product's own documents: the taxonomy, what the data are, the plan's targets.
import { z } from 'zod'
import { Bilingual, SystemName } from '#geodata/contract/shared.ts'

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

/** What a person can switch on the map, and a scene of a story names. */
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

/** GET /api/proposals → {items}: what a newer base would change where a person's edit stands. */
export const Proposal = z.object({
  /** The collection or table, and the row in it; "*" is a table without ids, as a whole. */
  tableName: z.string(),
  rowId: z.string(),
  kind: z.enum(['change', 'removal']),
  /** What the base has there now: features or plain rows; empty for a removal. */
  rows: z.array(z.object({ properties: z.record(z.string(), z.unknown()) }).loose()),
  baseHash: z.string(),
  proposedAt: z.string(),
})
export type Proposal = z.infer<typeof Proposal>
