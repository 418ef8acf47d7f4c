// What `verify-report` takes and gives: a report by its number or with its figures, and what of it is otherwise now.
import { z } from 'zod'
import { ROW_UNITS } from '#geodata/contract/processes/comparison.ts'
import { SavedReport } from '#geodata/contract/processes/report.ts'
import { Change } from '#geodata/contract/processes/verify.ts'
import { Basis, Bilingual } from '#geodata/contract/shared.ts'

export const VerifyReportInputs = z.strictObject({
  comparisonId: z.string().min(1).max(40).describe('The number at the foot of the report'),
  saved: SavedReport.optional().describe(
    'The figures embedded in its file (park-atlas-report.json); absent: those kept under its number are held against those of now, or only the scores kept with a comparison of which no report was made',
  ),
})
export type VerifyReportInputs = z.infer<typeof VerifyReportInputs>

const Figure = z.union([z.number(), z.string()]).nullable()

const Moved = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  figures: z.array(
    z.object({
      /** rank, score, chanceFirst, standing, a row of the comparison, or `scenario {ids} score`, `… rank`. */
      row: z.string(),
      title: Bilingual,
      unit: z.enum(ROW_UNITS).nullable(),
      figureThen: Figure,
      figureNow: Figure,
    }),
  ),
})

export const VerifyReportResult = z.object({
  title: z.string(),
  /** Every figure that was held against one of now is the same. */
  isSame: z.boolean(),
  /** How many figures were held against those of now; 0: none were kept. */
  figureCount: z.number().int(),
  changed: z
    .array(z.enum(['network', 'dataset', 'parameters']))
    .describe('What it stands on that is not the same any more, as far as that was kept'),
  /** The rows changed since, the newest first; null: since when is not known. */
  changes: z.array(Change).nullable(),
  moved: z.array(Moved).describe('Candidates of which a figure is another'),
  now: SavedReport,
  basis: Basis,
})
export type VerifyReportResult = z.infer<typeof VerifyReportResult>
