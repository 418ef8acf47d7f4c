// The product's own documents: the taxonomy, what the data are, the plan's targets.
import { z } from 'zod'
import { RowFeature } from '#geodata/contract/history.ts'
import { FieldError } from '#geodata/contract/problem.ts'
import { HomeRegionShape } from '#geodata/contract/region.ts'
import { Bilingual, Confidence, SourceClass, SystemName } from '#geodata/contract/shared.ts'
import { CERTIFICATE_STATUSES, STANDINGS, STATED_FIELDS, STATED_OF } from '#geodata/model/stated.ts'

/** GET /api/taxonomy → {items}: segments with their products. */
export const TaxonomySegment = z.object({
  segmentId: z.string(),
  name: Bilingual,
  system: SystemName.nullable(),
  products: z.array(z.object({ productId: z.string(), name: Bilingual, wording: z.string() })),
})
export type TaxonomySegment = z.infer<typeof TaxonomySegment>

/** A network that is loaded. */
export const NetworkSummary = z.object({
  id: z.string(),
  name: Bilingual,
  kind: z.enum(['skeleton', 'street']),
  /** Day of the data; empty where the extract does not say. */
  date: z.string(),
  hash: z.string(),
  nodes: z.number().int(),
  edges: z.number().int(),
  /** West, south, east, north in degrees. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** What a reader should know of a street network: extracts, restrictions, assumptions. */
  notes: z.array(Bilingual),
})
export type NetworkSummary = z.infer<typeof NetworkSummary>

/** GET /api/networks: the first answers where a request names none. */
export const NetworkList = z.object({
  items: z.array(NetworkSummary),
  /** Files that could not be used; where there are any, what they were for is answered by others. */
  refused: z.array(z.object({ file: z.string(), reason: Bilingual })),
})
export type NetworkList = z.infer<typeof NetworkList>

/** GET /api/dataset: what is loaded; whose the ground of the map is says /api/basemaps. */
export const Dataset = z.object({
  formatVersion: z.literal(1),
  hash: z.string(),
  counts: z.record(z.string(), z.number().int()),
  boundaryVintage: z.number().int(),
  boundaryNote: Bilingual,
  /** The one that answers where a request names none. */
  network: NetworkSummary,
  /** Which region the data are of. */
  region: HomeRegionShape,
  attribution: z.array(
    z.object({ title: Bilingual, licence: z.string(), url: z.string().nullable() }),
  ),
  /** Map approval number 审图号 the operator sets (MAP_APPROVAL_NUMBER); null: not set. */
  mapApprovalNumber: z.string().nullable(),
})
export type Dataset = z.infer<typeof Dataset>

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

/** GET /api/certifications → {items}: certificates and titles of firms, each as firmly as it is known. */
export const Certification = z.object({
  companyId: z.string(),
  certification: z.string(),
  level: z.string().nullable(),
  status: z.enum(CERTIFICATE_STATUSES),
  note: z.string().nullable(),
  asOf: z.string().nullable(),
  source: z.string(),
  sourceClass: SourceClass,
  confidence: Confidence,
})
export type Certification = z.infer<typeof Certification>

/** GET /api/statements → {items}: what sources say of a row where they differ, confirm or add. */
export const Statement = z.object({
  id: z.string(),
  /** The collection of the row, or targets. */
  about: z.enum(STATED_OF),
  rowId: z.string(),
  field: z.enum(STATED_FIELDS),
  standing: z.enum(STANDINGS),
  value: Bilingual,
  note: Bilingual.nullable(),
  asOf: z.string().nullable(),
  source: z.string(),
  sourceClass: SourceClass,
  confidence: Confidence,
})
export type Statement = z.infer<typeof Statement>

/** GET /api/tasks → {items}: the plan's tasks in our words, in its order. */
export const PlanTask = z.object({
  id: z.string(),
  section: z.string(),
  part: Bilingual,
  title: Bilingual,
  asks: Bilingual,
  /** Empty: the copy at hand names nobody. */
  responsible: z.array(Bilingual),
  /** Which figure of the collections stands beside it; null: none can be counted. */
  shows: z.string().nullable(),
  missing: Bilingual.nullable(),
  wording: z.enum(['paraphrase', 'verbatim']),
  note: Bilingual.nullable(),
  source: z.string(),
  sourceClass: SourceClass,
  confidence: Confidence,
})
export type PlanTask = z.infer<typeof PlanTask>

/** GET /api/product-texts → {items}: what a firm is said to make where no product of the taxonomy is named. */
export const ProductText = z.object({
  companyId: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  text: z.string(),
  source: z.string(),
  confidence: Confidence,
  /** The products of the taxonomy that the firm is recorded with now. */
  productIds: z.array(z.string()),
})
export type ProductText = z.infer<typeof ProductText>

/** GET /api/proposals → {items}: what a newer base would change where a person's edit stands, or where a row that a person wrote has the unified code that the base gives another. */
export const Proposal = z.object({
  /** The collection or table, and the row in it; "*" is a table without ids, as a whole. */
  tableName: z.string(),
  rowId: z.string(),
  kind: z.enum(['change', 'removal']),
  /** What the base has there now: features or plain rows; empty for a removal. */
  rows: z.array(z.object({ properties: z.record(z.string(), z.unknown()) }).loose()),
  /** The row as it is here, and its ETag; null where it is gone or is a whole table. */
  current: RowFeature.nullable(),
  etag: z.string().nullable(),
  /** Values of what is offered that another row has: accepting answers 409 until one of the two is corrected. */
  errors: z.array(FieldError),
  baseHash: z.string(),
  proposedAt: z.string(),
})
export type Proposal = z.infer<typeof Proposal>
