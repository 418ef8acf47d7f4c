// Do my parts reach my plants in time? The one sentence that a meeting can repeat.
import {
  type JitWindowResult,
  WINDOW_VERDICTS,
  type WindowPart,
} from '#geodata/contract/processes/jit-window.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { type Cell, shownOf } from '#web/workspaces/site/windows/windows-cells.ts'
import {
  minutesWords,
  partName,
  plantName,
  shareRange,
} from '#web/workspaces/site/windows/windows-words.ts'

/** Of the cells of one's own parts at one hour: how many are made, and which has the least slack. */
export function windowsSentence(
  { site }: Pick<JitWindowResult, 'site'>,
  cells: readonly Cell[],
  hour: number,
): string {
  const parts = [...new Set(cells.map(({ part }) => part))]
  const plants = new Set(cells.map(({ plant }) => plant.id)).size
  const [part] = parts
  if (!part) return ''
  const about = { part: wordsOf(parts), site: nameOf(site), plants, hour }
  if (parts.every(({ budget }) => !budget)) return t('windows.sentenceNoBudget', about)
  const [tightest] = cells
    .flatMap((cell) => {
      const { slack, share } = shownOf(cell)
      return slack && share ? [{ plant: cell.plant, slack, share }] : []
    })
    .toSorted((a, b) => a.slack[0] - b.slack[0])
  const of = parts.length > 1 ? 'parts' : 'plants'
  const counts = WINDOW_VERDICTS.flatMap((verdict) => {
    const count = cells.filter((cell) => cell.verdict === verdict).length
    return count > 0 ? [t(`windows.count.${verdict}`, { count, of })] : []
  }).join(t('windows.countJoin'))
  if (!tightest) return t('windows.sentenceNoWay', { ...about, counts })
  return t('windows.sentence', {
    ...about,
    counts,
    plant: plantName(tightest.plant),
    slack: minutesWords(tightest.slack),
    share: shareRange(tightest.share),
  })
}

function wordsOf(parts: readonly WindowPart[]): string {
  const [first] = parts
  return parts.length === 1 && first
    ? partName(first)
    : t('windows.partsOf', { count: parts.length })
}
