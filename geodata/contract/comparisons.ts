// A comparison that was stored: what a short link restores, exactly and read only.
import { z } from 'zod'
import { ComparedIds } from '#geodata/contract/processes/comparison.ts'
import { ReportFigures } from '#geodata/contract/processes/report.ts'
import { ScenarioList } from '#geodata/contract/processes/scenarios.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { Bilingual } from '#geodata/contract/shared.ts'

/** Of what is stored; what an older one means is known for ever, a newer one is refused. */
export const COMPARISON_VERSION = 1

const version = z
  .number()
  .int()
  .min(1)
  .refine((given) => given <= COMPARISON_VERSION, {
    error: `It was made by a newer version of the atlas, and ${COMPARISON_VERSION} is the newest read here`,
    params: { zh: `由较新版本生成，此处最多能读第 ${COMPARISON_VERSION} 版` },
  })

export const Comparison = z
  .strictObject({
    version,
    title: z.string().trim().min(1).max(80),
    siting: SitingInputs,
    candidateIds: ComparedIds,
    referenceId: z.string().nullable().default(null),
    /** As the candidates were called: of one that is gone only this is left. */
    names: z.record(z.string().max(80), Bilingual).default({}),
    scenarios: ScenarioList.default([]),
    combined: z.array(z.array(z.string()).max(6)).max(6).default([]),
    /** Rows that are not shown, by their ids. */
    hiddenRows: z.array(z.string().max(200)).max(300).default([]),
    ownRows: z
      .array(
        z.strictObject({
          title: z.string().trim().min(1).max(80),
          cells: z.array(z.string().max(200)).max(6),
        }),
      )
      .max(40)
      .default([]),
    notes: z.record(z.string().max(200), z.string().max(2000)).default({}),
    /** What stood there when it was stored, so that a later reader is told what has changed since. */
    found: z
      .strictObject({
        datasetHash: z.string().max(80),
        networkHash: z.string().max(80),
        scores: z
          .record(z.string().max(80), z.number())
          .describe('Central score of each candidate that was ranked'),
        figures: ReportFigures.optional().describe(
          'Every figure, where a report was made of it: its number is the id of this',
        ),
      })
      .optional(),
    /** The query string that shows it as it was seen. */
    address: z.string().max(8000).default(''),
  })
  .refine(
    ({ referenceId, candidateIds }) => referenceId === null || candidateIds.includes(referenceId),
    {
      error: 'It is not one of the candidates that are compared',
      path: ['referenceId'],
      params: { zh: '不在所比候选之中' },
    },
  )
export type Comparison = z.infer<typeof Comparison>

/** The parts of the page's address; a part that the page no longer writes stays in the list. */
export const ADDRESS_PARTS: readonly string[] = (
  'at view site one iw lang theme map sel hide size year fill possible matrix base table pin product segment ask ' +
  'everywhere sourcing windows capacity freight order w near pairs dir net compare shown side if comparison embed ' +
  'story scene stage by brief systems segments districts roles stages levels official firms hubs links years confidence'
).split(' ')
const MOST_NOTES_CHARACTERS = 40_000

const isOwnQuery = (address: string) =>
  address === '' ||
  address.split('&').every((part) => {
    const [name = '', ...value] = part.split('=')
    return ADDRESS_PARTS.includes(name) && value.length > 0 && !/[\s<>"#?]/.test(part)
  })

/** What is taken in: what was stored before is read whatever stands in its address and notes. */
export const NewComparison = Comparison.refine(({ address }) => isOwnQuery(address), {
  error: 'It is no query of this page, as “at=compare&product=…”',
  path: ['address'],
  params: { zh: '不是本页面的查询串，应如“at=compare&product=…”' },
}).refine(
  ({ notes }) =>
    Object.values(notes).reduce((sum, note) => sum + note.length, 0) <= MOST_NOTES_CHARACTERS,
  {
    error: `All notes together have ${MOST_NOTES_CHARACTERS} characters at most`,
    path: ['notes'],
    params: { zh: `全部备注合计不得超过 ${MOST_NOTES_CHARACTERS} 个字符` },
  },
)

/** GET /api/comparisons/{id} */
export const StoredComparison = z.object({
  id: z.string(),
  comparison: Comparison,
  /** When it was stored first; null: the history no longer says. */
  storedAt: z.string().nullable(),
  storedBy: z.string().nullable().describe('Who signed it; null: the history no longer says'),
})
export type StoredComparison = z.infer<typeof StoredComparison>
