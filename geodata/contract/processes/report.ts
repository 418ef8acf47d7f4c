// What `report` takes and gives: a stored comparison as a document to print, with all that it takes to check it later.
import { z } from 'zod'
import { COMPARED_STANDINGS } from '#geodata/contract/processes/comparison.ts'
import { Basis } from '#geodata/contract/shared.ts'

export const REPORT_FORMATS = ['a4', '16x9'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export const REPORT_LANGUAGES = ['zh-CN', 'en'] as const

export const ReportInputs = z.strictObject({
  comparisonId: z.string().min(1).max(40).describe('The id of a stored comparison'),
  format: z.enum(REPORT_FORMATS).default('a4').describe('A4 upright, or 16:9 for a meeting room'),
  language: z.enum(REPORT_LANGUAGES).default('zh-CN'),
})
export type ReportInputs = z.infer<typeof ReportInputs>

const MOST_CANDIDATES = 6
/** As it is, six scenarios, six combinations of them. */
const MOST_COLUMNS = 13

const Figures = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  standing: z.enum(COMPARED_STANDINGS),
  /** null: it is not ranked. */
  rank: z.number().int().nullable(),
  score: z.number().nullable(),
  chanceFirst: z.number().nullable(),
  /** By the row of the comparison: an amount, a standing or a code; null: unknown, or it has no meaning. */
  cells: z.record(z.string(), z.union([z.number(), z.string()]).nullable()),
})

/** Every figure of a report, of each candidate as it is and under each scenario. */
export const ReportFigures = z.object({
  /** When the newest row of the data was written that they stand on; null: none ever was. */
  dataAsOf: z.string().nullable(),
  candidates: z.array(Figures).max(MOST_CANDIDATES),
  scenarios: z
    .array(
      z.object({
        scenarioIds: z.array(z.string()),
        cells: z
          .array(
            z.object({
              id: z.string(),
              rank: z.number().int().nullable(),
              score: z.number().nullable(),
            }),
          )
          .max(MOST_CANDIDATES),
      }),
    )
    .max(MOST_COLUMNS),
})
export type ReportFigures = z.infer<typeof ReportFigures>

/** The figures of a report as they were, embedded in its file. */
export const SavedReport = ReportFigures.extend({
  /** The number of the report: of the comparison that is stored with these figures. */
  comparisonId: z.string(),
  /** Of what the figures stand on: the comparison, roads, data and parameters. */
  hash: z.string(),
  made: z.string(),
  /** When the newest thing it stands on was written. */
  asOf: z.string(),
  basis: Basis,
})
export type SavedReport = z.infer<typeof SavedReport>

export const ReportResult = z.object({
  /** What the report is called, and its file. */
  title: z.string(),
  pageCount: z.number().int(),
  saved: SavedReport,
  document: z
    .object({
      mediaType: z.literal('application/pdf'),
      encoding: z.literal('base64'),
      value: z.string(),
    })
    .describe('The file; `f=pdf` answers its bytes instead of all this'),
  basis: Basis,
})
export type ReportResult = z.infer<typeof ReportResult>
