// How are the rows, columns, numbers and verdicts of the matrix called in the view's language?
import type {
  CoverageColumn,
  CoverageKnown,
  CoverageMatrix,
  CoverageRow,
  Verdict,
} from '#geodata/contract/processes/coverage.ts'
import type { SecondsInterval } from '#geodata/contract/shared.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { minutesText } from '#web/messages/minutes-text.ts'
import { home } from '#web/state/region/home.ts'
import { districts } from '#web/state/region/lists.ts'

export function columnName({ id, kind, nameZh, nameEn }: CoverageColumn): string {
  if (kind === 'elsewhere') return t('matrix.elsewhere')
  if (kind === 'park') return nameOf({ nameZh, nameEn })
  // A municipality's outline is drawn by districts alone: no list names it.
  if (id === home.value?.cityAdcode) return say(home.value.name)
  const area = districts.value.find(({ properties }) => properties.adcode === id)?.properties
  return area ? nameOf(area) : nameZh || id
}

export function rowName(row: CoverageRow, { segments }: CoverageKnown): string {
  const segment = segments.find(({ segmentId }) => segmentId === row.segmentId)
  if (row.kind === 'other') return t('matrix.row.other')
  if (row.kind === 'segment-only') return t('matrix.row.segmentOnly')
  const product = segment?.products.find(({ productId }) => productId === row.productId)
  return say((product ?? segment)?.name ?? { zh: row.id, en: row.id })
}

/** A number of suppliers: one, or the least and the most it may be. */
export function rangeText(low: number, high: number): string {
  return low === high ? `${low}` : `${low}–${high}`
}

export function verdictText({ kind, isCertain }: Verdict): string {
  return t(isCertain ? `matrix.verdict.${kind}` : `matrix.perhaps.${kind}`)
}

/** Minutes with their unit; said to be unknown where they are. */
export function minutesWords(duration: SecondsInterval | null): string {
  return duration ? t('matrix.minutes', { minutes: minutesText(duration) }) : t('common.unknown')
}

/** Why the firms of the last line are fewer than those listed, and than the rows together. */
export function totalWhy({ totals }: Pick<CoverageMatrix, 'totals'>): string {
  return t('matrix.totalWhy', {
    counted: totals.firms - totals.inNoSegment,
    firms: totals.firms,
    none: totals.inNoSegment,
    several: totals.inSeveralSegments,
  })
}
