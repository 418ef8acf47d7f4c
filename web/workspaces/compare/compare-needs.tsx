// Does each compared place meet what was asked, which are out for it, and what was the question?
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'
import { needTold } from '#web/parts/words/need-words.ts'
import { encodeAsk } from '#web/state/view/ask.ts'
import { changeView, view } from '#web/state/view/store.ts'
import type { Column, Row } from '#web/workspaces/compare/column.ts'

/** The needs that this answer found of a place; null: it was no candidate. */
function foundAt(result: SitingResult, { candidateId }: Column) {
  const ranked = result.ranking.find(({ id }) => id === candidateId)
  if (ranked) return { isRanked: true, needs: ranked.needs }
  const excluded = result.excluded.find(({ id }) => id === candidateId)
  return excluded ? { isRanked: false, needs: excluded.against } : null
}

/** A row per need in words: how each place stands to it, and what it has. */
export function needRows(columns: readonly Column[], result: SitingResult): Row[] {
  const found = columns.map((column) => foundAt(result, column))
  return result.needs.map(({ id, title, unit, amount, isHard }) => {
    const ofNeed = found.map((one) => one?.needs.find((need) => need.id === id) ?? null)
    return {
      key: `need.${id}`,
      title: t('compare.need', {
        title: say(title),
        how: isHard ? t('site.needHard') : t('site.needWish'),
      }),
      unit: unit && amount !== null ? `${amount} ${t(`site.needUnit.${unit}`)}` : '',
      cells: ofNeed.map((need, index) => {
        if (need) {
          const standing = t(`question.standing.${need.standing}`)
          const told = needTold(need, unit)
          const text = t('compare.needStands', { standing, told })
          return { text, verdict: null, isBad: isHard && need.standing === 'failed' }
        }
        const text = found[index] ? t('compare.needNotLooked') : t('compare.notRanked')
        return { text, verdict: null }
      }),
      source: [...new Set(ofNeed.flatMap((need) => (need ? need.source.split('; ') : [])))].join(
        '; ',
      ),
    }
  })
}

/** What a column is marked with: out, with a hard need unproven, or no candidate at all; null: nothing. */
export function markOf(
  column: Column,
  result: SitingResult,
): { text: string; isBad: boolean } | null {
  const found = foundAt(result, column)
  if (!found) return column.trouble ? null : { text: t('compare.markOutside'), isBad: true }
  const titles = (standings: readonly string[]) =>
    found.needs
      .filter(({ isHard, standing }) => isHard && standings.includes(standing))
      .map(({ id }) =>
        say(result.needs.find((need) => need.id === id)?.title ?? { zh: id, en: id }),
      )
      .join(t('common.listSeparator'))
  if (!found.isRanked) {
    return { text: t('compare.markExcluded', { needs: titles(['failed']) }), isBad: true }
  }
  const needs = titles(['perhaps', 'unknown'])
  return needs ? { text: t('compare.markUnproven', { needs }), isBad: false } : null
}

/** The mark of a column beside its name. */
export function ColumnMark({ column, result }: { column: Column; result: SitingResult }) {
  const mark = markOf(column, result)
  if (!mark) return null
  return (
    <small class={mark.isBad ? 'column-mark bad' : 'column-mark'}>
      {!mark.isBad && <i class="hatch-swatch" aria-hidden="true" />}
      {mark.text}
    </small>
  )
}

/** Which question the comparison answers: that of Site, or the default one where nothing was set. */
export function CompareQuestion({ result }: { result: SitingResult }) {
  const { ask, weights, pin, plantsByCapacity } = view.value
  const isDefault =
    encodeAsk(ask) === '' && Object.keys(weights).length === 0 && !pin && !plantsByCapacity
  return (
    <p class="site-note compare-question">
      {t('compare.question', {
        count: result.ranking.length + result.excluded.length,
        asked: isDefault ? t('compare.questionDefault') : t('compare.questionOwn'),
      })}{' '}
      <button
        type="button"
        class="quiet no-print"
        onClick={() => changeView({ workspace: 'site', siteView: 'map' })}
      >
        {t('compare.questionChange')}
      </button>
    </p>
  )
}
