// What must a row of each source file hold before the build takes it over?
import { z } from 'zod'
import { SHOWN_PATTERN } from '#geodata/model/plan-task.ts'
import { PRECISIONS } from '#geodata/model/precision.ts'
import { STAGE_BASES, STAGES_SHOWN, VERDICTS } from '#geodata/model/stage.ts'
import { CERTIFICATE_STATUSES, STANDINGS, STATED_FIELDS, STATED_OF } from '#geodata/model/stated.ts'
import { SYSTEMS } from '#geodata/model/system.ts'
import { codeFault } from '#geodata/model/unified-code.ts'

const text = z.string().trim().min(1, 'a text, not an empty cell')
const optionalText = z
  .string()
  .trim()
  .transform((cell) => cell || null)
const list = z
  .string()
  .transform((cell) => cell.split(';').map((word) => word.trim()))
  .transform((words) => words.filter(Boolean))
/** Plain decimals only: a unit, a thousands mark or "1e5" in a cell is a slip, not a number. */
const isWithin = (cell: string, low: number, high: number) =>
  /^-?\d+(\.\d+)?$/.test(cell) && Number(cell) >= low && Number(cell) <= high
const number = (low: number, high: number, what: string) =>
  z
    .string()
    .trim()
    .refine((cell) => isWithin(cell, low, high), what)
    .transform(Number)
const optionalNumber = (low: number, high: number, what: string) =>
  z
    .string()
    .trim()
    .refine((cell) => cell === '' || isWithin(cell, low, high), what)
    .transform((cell) => (cell === '' ? null : Number(cell)))
const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, `one of ${words.join(', ')}`)

const lng = number(73, 136, 'a longitude from 73 to 136 degrees')
const lat = number(17, 54, 'a latitude from 17 to 54 degrees')
const optionalLng = optionalNumber(73, 136, 'a longitude from 73 to 136 degrees, or empty')
const optionalLat = optionalNumber(17, 54, 'a latitude from 17 to 54 degrees, or empty')
const adcode = z.string().regex(/^\d{6}$/, 'a six-digit district code')
const optionalAdcode = z
  .string()
  .regex(/^(\d{6})?$/, 'a six-digit district code, or empty')
  .transform((cell) => cell || null)
const date = z
  .string()
  .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/, 'a date: 2025, 2025-09 or 2025-09-30, or empty')
  .transform((cell) => cell || null)
const area = optionalNumber(0, 100_000, 'square kilometers, or empty')

const provenance = {
  source: text,
  source_class: oneOf(['official', 'disclosure', 'press', 'repost', 'standard', 'none']),
  confidence: oneOf(['high', 'medium', 'low']),
}
const placement = {
  adcode,
  coord_precision: oneOf(PRECISIONS),
  coord_source: optionalText,
  adcode_note: optionalText,
}
/** Where a source says how far the true place may be; empty: as far as its precision says. */
const coord_radius_kilometers = optionalNumber(0.01, 50, 'kilometers, or empty')

/** A district or city of 2022, or a province around the region, in words; its shape comes from elsewhere. */
export const DistrictRow = z.strictObject({
  adcode,
  name_zh: text,
  name_en: text,
  district_2025_zh: text,
  ...provenance,
})

export const ParkRow = z.strictObject({
  id: text,
  name_zh: text,
  name_en: text,
  label_zh: text,
  label_en: text,
  role: oneOf(['vehicle', 'parts', 'joint']),
  district_zh: text,
  district_2025_zh: text,
  specialties: list,
  planned_area_square_kilometers: area,
  developed_area_square_kilometers: area,
  level: text,
  anchor_companies: list,
  lng,
  lat,
  official_status: optionalText,
  note: optionalText,
  stage: oneOf(['candidate', 'creating', 'recognised', 'operating', 'partner']),
  stage_date: optionalText,
  stage_source: optionalText,
  coord_radius_kilometers,
  ...placement,
  ...provenance,
})

export const CompanyRow = z.strictObject({
  id: text,
  name_zh: text,
  name_en: text,
  kind: oneOf(['oem', 'tier1', 'tier2', 'material']),
  segments: list,
  products: z.string(),
  city: text,
  district_zh: z.string(),
  district_2025_zh: z.string(),
  park_id: optionalText,
  lng: optionalLng,
  lat: optionalLat,
  certifications: optionalText,
  unified_code: z
    .string()
    .trim()
    .refine(
      (cell) => cell === '' || codeFault(cell) === null,
      'a unified social credit code whose last character fits, or empty',
    )
    .transform((cell) => cell || null),
  note: optionalText,
  coord_radius_kilometers,
  ...placement,
  adcode: optionalAdcode,
  ...provenance,
})

export const HubRow = z.strictObject({
  id: text,
  name_zh: text,
  name_en: text,
  kind: oneOf(['port', 'rail', 'airport', 'road']),
  lng,
  lat,
  description: optionalText,
  coord_radius_kilometers,
  ...placement,
  ...provenance,
})

export const PlatformRow = z.strictObject({
  id: text,
  name_zh: text,
  name_en: text,
  level: text,
  type: text,
  host: optionalText,
  field: optionalText,
  district_zh: z.string(),
  lng: optionalLng,
  lat: optionalLat,
  status: optionalText,
  note: optionalText,
  as_of: optionalText,
  ...placement,
  adcode: optionalAdcode,
  ...provenance,
})

/** Places that the build takes over as they are: a file, and a layer of the same name. */
export const PLACES = { hubs: HubRow, platforms: PlatformRow }

export const LinkRow = z.strictObject({
  id: text,
  kind: oneOf(['产业配套', '共建园区', '技术创新', '人才培育', '市场拓展']),
  from: text,
  to: text,
  description: text,
  year: number(1990, 2100, 'a year'),
  from_ids: list,
  to_ids: list,
  from_level: text,
  to_level: text,
  endpoint_note: optionalText,
  ...provenance,
})

export const ExpresswayRow = z.strictObject({
  ref: z.string(),
  name_zh: text,
  seq: text,
  from_zh: text,
  from_lng: lng,
  from_lat: lat,
  to_zh: text,
  to_lng: lng,
  to_lat: lat,
  published_kilometers: optionalNumber(0, 1000, 'kilometers, or empty'),
  published_kilometers_basis: optionalText,
  geodesic_kilometers: number(0, 1000, 'kilometers'),
  from_adcode: z.string(),
  to_adcode: z.string(),
  coord_precision: oneOf(PRECISIONS),
  note: optionalText,
  road_class: oneOf(['motorway', 'trunk', 'urban_expressway', 'connector']),
  status: oneOf(['open', 'building']),
  ...provenance,
})

export const TaxonomyRow = z.looseObject({
  segment_id: text,
  segment_zh: text,
  segment_en: text,
  item_type: text,
  product_zh: text,
  product_en: text,
  wording: text,
  product_id: optionalText,
  system: oneOf([...SYSTEMS, 'none']),
  ...provenance,
})

export const CompanyProductRow = z.looseObject({
  company_id: text,
  product_id: optionalText,
  basis: text,
  product_text: z.string(),
  segment_id: optionalText,
  source: text,
  confidence: provenance.confidence,
})

const percent = optionalNumber(0, 100, 'percent, or empty')
export const ProductInputRow = z.looseObject({
  id: text,
  segment_id: text,
  input_zh: text,
  input_en: text,
  input_segment_id: optionalText,
  product_id: optionalText,
  input_product_id: optionalText,
  cost_share_percent_low: percent,
  cost_share_percent_high: percent,
  ...provenance,
})

const capacity = optionalNumber(0, 1e8, 'vehicles per year, or empty')
export const PlantRow = z.looseObject({
  row_type: oneOf(['company', 'plant', 'context']),
  company_id: optionalText,
  name_zh: text,
  designed_capacity_vehicles_per_year: capacity,
  status: optionalText,
  ...provenance,
})

const targetValue = optionalNumber(-1e12, 1e12, 'a number, or empty')
export const TargetRow = z.looseObject({
  row_id: text,
  target_id: text,
  row_type: text,
  metric_zh: text,
  metric_en: text,
  value_low: targetValue,
  value_high: targetValue,
  ...provenance,
})

/** What a park must show to be at a stage; `basis` says whose criterion it is. */
export const StageCriterionRow = z.strictObject({
  id: text,
  title_zh: text,
  title_en: text,
  test_zh: text,
  test_en: text,
  stage: oneOf(STAGES_SHOWN),
  basis: oneOf(STAGE_BASES),
  clause_zh: optionalText,
  note: optionalText,
  ...provenance,
})

/** What is known of a park and a criterion; a pair without a row is unknown. */
export const StageEvidenceRow = z.strictObject({
  id: text,
  park_id: text,
  criterion_id: text,
  verdict: oneOf(VERDICTS),
  evidence_zh: text,
  as_of: date,
  note: optionalText,
  ...provenance,
})

const minutes = optionalNumber(0, 1e6, 'minutes, or empty')
/** A published just-in-time delivery, or a default to plan with. */
export const JitPracticeRow = z.looseObject({
  id: text,
  part_type_zh: text,
  part_type_en: text,
  oem_plant: optionalText,
  supplier: optionalText,
  practice: optionalText,
  distance_kilometers: optionalNumber(0, 1e5, 'kilometers, or empty'),
  travel_minutes: minutes,
  order_to_line_minutes: optionalText,
  order_to_line_minutes_low: minutes,
  order_to_line_minutes_high: minutes,
  row_kind: oneOf(['published', 'planning_assumption']),
  ...provenance,
})

/** Which row of jit_practice a product takes its budget from. */
export const JitPartRow = z.strictObject({
  product_id: text,
  jit_id: text,
  reason_zh: text,
  reason_en: text,
  basis: oneOf(['our_reading']),
  ...provenance,
})

const amount = optionalNumber(0, 1e12, 'a number, or empty')
export const FreightCostRow = z.looseObject({
  id: text,
  item_zh: text,
  item_en: text,
  value_low: amount,
  value_high: amount,
  unit: optionalText,
  ...provenance,
})

/** What one source says of one thing that is known of a row; two that differ are a conflict. */
export const StatementRow = z.strictObject({
  id: text,
  about: oneOf(STATED_OF),
  row_id: text,
  field: oneOf(STATED_FIELDS),
  standing: oneOf(STANDINGS),
  value_zh: text,
  value_en: text,
  note_zh: optionalText,
  note_en: optionalText,
  as_of: date,
  ...provenance,
})

export const CertificationRow = z.strictObject({
  company_id: text,
  name_zh: text,
  certification: text,
  level: optionalText,
  status: oneOf(CERTIFICATE_STATUSES),
  note: optionalText,
  as_of: optionalText,
  ...provenance,
})

/** A task of the plan in our words, with who answers for it as far as the copy at hand says. */
export const PlanTaskRow = z.strictObject({
  id: text,
  section: text,
  part_zh: text,
  part_en: text,
  title_zh: text,
  title_en: text,
  asks_zh: text,
  asks_en: text,
  responsible_zh: list,
  responsible_en: list,
  shows: z.string().regex(SHOWN_PATTERN, 'a kind of figure, or empty'),
  missing_zh: optionalText,
  missing_en: optionalText,
  wording: oneOf(['paraphrase', 'verbatim']),
  note_zh: optionalText,
  note_en: optionalText,
  ...provenance,
})

/** The siting tables that are carried as they are: a source and a confidence are all we ask. */
export const FactRow = z.looseObject({ ...provenance })

export type DistrictRow = z.infer<typeof DistrictRow>
export type ParkRow = z.infer<typeof ParkRow>
export type CompanyRow = z.infer<typeof CompanyRow>
export type HubRow = z.infer<typeof HubRow>
export type PlatformRow = z.infer<typeof PlatformRow>
export type LinkRow = z.infer<typeof LinkRow>
export type ExpresswayRow = z.infer<typeof ExpresswayRow>
