// An import: somebody's own file, read, its columns and coordinates understood, its rows judged one by one, and written
// as one change when somebody says so. Until then nothing of the atlas changes.
//
//   reading → choosing a sheet ─→ judging → ready ─→ writing → written
//        └→ refused                  ↑ choices ┘
import { z } from 'zod'
import { IMPORT_TABLE_IDS } from '#geodata/contract/importing/field-words.ts'
import {
  Bilingual,
  Confidence,
  LngLatShape,
  PrecisionName,
  SourceClass,
} from '#geodata/contract/shared.ts'

export const MOST_IMPORT_MEBIBYTES = 512
/** Of a workbook of rows to mend; with 20 columns it takes a second or two to make. */
export const MOST_MEND_ROWS = 3000
/** A page of rows. */
export const MOST_IMPORT_ROWS = 200

export const ImportTable = z.enum(IMPORT_TABLE_IDS as [string, ...string[]])

/** What becomes of a row. */
export const VERDICTS = [
  'new',
  'tidied',
  'changed',
  'same',
  'doubtful',
  'refused',
  'skipped',
] as const
export type Verdict = (typeof VERDICTS)[number]
/** Verdicts whose rows are written: new ones as they came, new ones of which a cell was read otherwise, changes. */
export const WRITTEN_VERDICTS: readonly Verdict[] = ['new', 'tidied', 'changed']
/** Verdicts that wait for somebody. */
export const OPEN_VERDICTS: readonly Verdict[] = ['doubtful', 'refused']

/** One way to read the coordinates; `key` names it in a choice. */
export const ImportSystem = z.object({
  key: z.string(),
  words: Bilingual,
  /** How the two columns are read: axes, signs. Empty: as they stand. */
  reading: Bilingual,
  /** 0 … 1, of this and all that put the rows on the same ground. */
  chance: z.number(),
  rows: z.number().int(),
  inRegion: z.number().int(),
  namesArea: z.number().int(),
  inNamedArea: z.number().int(),
  namesPlace: z.number().int(),
  nearNamedPlace: z.number().int(),
  /** Null: no streets are known. */
  byRoad: z.number().int().nullable(),
  /** Of the middle row from its place by the first candidate. */
  metersApart: z.number(),
  eastMeters: z.number(),
  northMeters: z.number(),
  /** The doubt that the conversion alone leaves. */
  conversionMeters: z.number(),
})
export type ImportSystem = z.infer<typeof ImportSystem>

/** What the file says of its coordinates by its headers, its format, a .prj: a hint among the evidence, never the answer. */
export const ImportSaying = z.object({
  by: z.enum(['header', 'file']),
  /** As the file has it. */
  text: z.string(),
  /** The system it means; null: none that is known here. */
  system: Bilingual.nullable(),
  /** `with`: the rows tell the same; `against`: they tell another; `open`: they tell none. */
  rows: z.enum(['with', 'against', 'open']),
})
export type ImportSaying = z.infer<typeof ImportSaying>

export const ImportCoordinates = z.object({
  /** `none`: the file has no coordinates. The others as the evidence has it. */
  answer: z.enum(['none', 'told', 'datum-open', 'cannot-tell', 'nowhere']),
  /** The likeliest first. */
  systems: z.array(ImportSystem),
  /** Every other that may be chosen by hand. */
  others: z.array(z.object({ key: z.string(), words: Bilingual, reading: Bilingual })),
  said: z.array(ImportSaying),
  rowsWith: z.number().int(),
  rowsWithout: z.number().int(),
  /** As the figures of the cells suggest. */
  precision: PrecisionName,
})
export type ImportCoordinates = z.infer<typeof ImportCoordinates>

export const ImportHeader = z.object({
  header: z.string(),
  /** Null: not taken in. */
  column: z.string().nullable(),
  by: z.enum(['name', 'likeness', 'hand']).nullable(),
  /** The first values below it. */
  samples: z.array(z.string()),
})
export type ImportHeader = z.infer<typeof ImportHeader>

export const ImportColumnInfo = z.object({
  name: z.string(),
  words: Bilingual,
  isRequired: z.boolean(),
  /** Of which a value may be given for every row; empty: any text. */
  choices: z.array(z.object({ value: z.string(), words: Bilingual })),
})
export type ImportColumnInfo = z.infer<typeof ImportColumnInfo>

/** What a row that may be one already there, or one further up in the file, becomes. */
export const ImportDecision = z.strictObject({
  kind: z.enum(['skip', 'merge', 'replace', 'separate']),
  /** The row meant; absent: the likeliest. */
  id: z.string().max(80).optional(),
  /** Of a merge, by field: whose value stands. A field not named is merged by rule. */
  fields: z.record(z.string().max(80), z.enum(['there', 'file', 'both'])).optional(),
})
export type ImportDecision = z.infer<typeof ImportDecision>

const fixedValue = z.union([z.string().max(2000), z.array(z.string().max(120)).max(50)])

/** Asked once for the whole file, and kept with every row that does not say it itself. */
export const ImportEvidence = z.strictObject({
  source: z.string().trim().max(1000).default(''),
  /** 2026, 2026-11 or 2026-11-30. */
  date: z
    .string()
    .trim()
    .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/, {
      error: 'A date is expected: 2026, 2026-11 or 2026-11-30',
    })
    .default(''),
  /** Null: nobody has chosen one; rows that name none are recorded as without a source, as with `none`. */
  sourceClass: SourceClass.nullable().default(null),
  confidence: Confidence.default('medium'),
})
export type ImportEvidence = z.infer<typeof ImportEvidence>

export const ImportChoices = z.strictObject({
  /** Which of the tables in the file. */
  sheet: z.number().int().min(0).default(0),
  /** By header: the column it fills; null: none. Headers not named go by their names. */
  mapping: z.record(z.string().max(500), z.string().max(80).nullable()).default({}),
  /** Key of a system that somebody confirmed; null: nobody has, and cells of coordinates are no place yet. */
  system: z.string().max(200).nullable().default(null),
  /** How exact the file's coordinates are; null: as their figures suggest. */
  precision: PrecisionName.nullable().default(null),
  /** By column: what every row has that does not say it itself. */
  fixed: z.record(z.string().max(80), fixedValue).default({}),
  evidence: ImportEvidence.prefault({}),
  /** By line of the file. */
  decisions: z.record(z.string().regex(/^\d{1,8}$/), ImportDecision).default({}),
  /** For those without one of their own. */
  forRest: ImportDecision.nullable().default(null),
})
export type ImportChoices = z.infer<typeof ImportChoices>

/** PATCH: what is named changes; `decisions` are added to those there are, and null takes one back. */
export const ImportChoicesPatch = z.strictObject({
  sheet: ImportChoices.shape.sheet.unwrap().optional(),
  mapping: ImportChoices.shape.mapping.unwrap().optional(),
  system: ImportChoices.shape.system.unwrap().optional(),
  precision: ImportChoices.shape.precision.unwrap().optional(),
  fixed: ImportChoices.shape.fixed.unwrap().optional(),
  evidence: ImportEvidence.optional(),
  decisions: z.record(z.string().regex(/^\d{1,8}$/), ImportDecision.nullable()).optional(),
  forRest: ImportDecision.nullable().optional(),
})
export type ImportChoicesPatch = z.infer<typeof ImportChoicesPatch>

export const ImportNote = z.object({ kind: z.string(), words: Bilingual })

export const ImportCounts = z.object({
  /** Rows of the table below its headers, blank ones, sums and remarks aside. */
  rows: z.number().int(),
  /** Blank rows, sums and remarks that were passed over. */
  passedOver: z.number().int(),
  ...(Object.fromEntries(VERDICTS.map((one) => [one, z.number().int()])) as Record<
    Verdict,
    z.ZodNumber
  >),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const Import = z.object({
  id: z.string(),
  table: ImportTable,
  fileName: z.string(),
  byteCount: z.number().int(),
  startedAt: z.string(),
  state: z.enum(['reading', 'judging', 'ready', 'writing', 'refused', 'written']),
  /** Of what is under way, 0 … 1. */
  progress: z.number(),
  /** Why the file, or what was asked last, could not be done. */
  refusal: Bilingual.nullable(),
  /** Sheets, layers: those that the file has. */
  sheets: z.array(z.object({ name: z.string(), rows: z.number().int(), isHidden: z.boolean() })),
  /** How a text was found to be written; null: the file is none. */
  written: z.object({ encoding: z.string(), delimiter: z.string() }).nullable(),
  notes: z.array(ImportNote),
  /** Titles and remarks above the headers. */
  above: z.array(z.string()),
  /** Lines of the file in which the headers stand; empty: the format names its columns. */
  headerLines: z.array(z.number().int()),
  headers: z.array(ImportHeader),
  /** Every column that a header may fill. */
  columns: z.array(ImportColumnInfo),
  /** Required columns that neither a header nor a value for every row fills. */
  missing: z.array(z.string()),
  coordinates: ImportCoordinates,
  choices: ImportChoices,
  counts: ImportCounts,
  /** Of the change that wrote it. */
  changeId: z.string().nullable(),
})
export type Import = z.infer<typeof Import>

export const ImportList = z.object({ items: z.array(Import) })

export const ImportFault = z.object({
  /** Null: the row as a whole. */
  column: z.string().nullable(),
  /** What the file calls the column; where no header fills it, what the atlas does. */
  header: Bilingual.nullable(),
  came: z.string(),
  fits: Bilingual,
})
export const ImportTidied = z.object({
  column: z.string(),
  header: Bilingual,
  came: z.string(),
  became: Bilingual,
  why: Bilingual,
})
/** One field of a row beside the one it may be. */
export const ImportField = z.object({
  field: z.string(),
  words: Bilingual,
  there: Bilingual.nullable(),
  file: Bilingual.nullable(),
  side: z.enum(['there', 'file', 'both']),
})
export const ImportAlike = z.object({
  /** Of the row there; `line:42` of one further up in the file. */
  id: z.string(),
  line: z.number().int().nullable(),
  name: Bilingual,
  by: z.enum(['code', 'name', 'likeness']),
  likeness: z.number(),
  isSameArea: z.boolean().nullable(),
  meters: z.number().nullable(),
  fields: z.array(ImportField),
})
export type ImportAlike = z.infer<typeof ImportAlike>

export const ImportRow = z.object({
  line: z.number().int(),
  /** What the row is called in the file; empty: it bears no name. */
  name: z.string(),
  verdict: z.enum(VERDICTS),
  lngLat: LngLatShape.nullable(),
  faults: z.array(ImportFault),
  tidied: z.array(ImportTidied),
  /** Of a changed row: what was and what is to be. */
  changes: z.array(
    z.object({ words: Bilingual, was: Bilingual.nullable(), becomes: Bilingual.nullable() }),
  ),
  alike: z.array(ImportAlike),
  decision: ImportDecision.nullable(),
  /** Of a row that changes, equals or is passed over for one that is there. */
  rowId: z.string().nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>

/** In the order of the file. */
export const ImportRows = z.object({ items: z.array(ImportRow), matched: z.number().int() })
export type ImportRows = z.infer<typeof ImportRows>

/** Places of the rows by one way to read them, at most some thousands, evenly from the whole. */
export const ImportPlaces = z.object({
  system: z.string().nullable(),
  items: z.array(
    z.object({
      line: z.number().int(),
      lngLat: LngLatShape,
      /** Null: no streets are known. */
      isByRoad: z.boolean().nullable(),
      isInNamedArea: z.boolean().nullable(),
      verdict: z.enum(VERDICTS).nullable(),
    }),
  ),
})
export type ImportPlaces = z.infer<typeof ImportPlaces>

/** POST …/writing. `all`: nothing unless every row can be written. */
export const ImportWriting = z.strictObject({ rows: z.enum(['all', 'accepted']) })
export type ImportWriting = z.infer<typeof ImportWriting>
