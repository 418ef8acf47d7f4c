// Is a compared place out of the ranking, or with a need that is not proven?
import type { ComparedCandidate, ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { say, t } from '#web/messages/index.ts'

export type ColumnMarkWords = { text: string; isBad: boolean }

/** null: nothing is to be said of it. */
export function markOf(
  { why, unprovenNeeds }: Pick<ComparedCandidate, 'why' | 'unprovenNeeds'>,
  needs: ComparisonResult['needs'],
): ColumnMarkWords | null {
  if (why) return { text: say(why), isBad: true }
  if (unprovenNeeds.length === 0) return null
  const titles = unprovenNeeds.map((id) =>
    say(needs.find((need) => need.id === id)?.title ?? { zh: id, en: id }),
  )
  const text = t('compare.markUnproven', { needs: titles.join(t('common.listSeparator')) })
  return { text, isBad: false }
}

type ColumnMarkProps = { candidate: ComparedCandidate; needs: ComparisonResult['needs'] }

export function ColumnMark({ candidate, needs }: ColumnMarkProps) {
  const mark = markOf(candidate, needs)
  if (!mark) return null
  return (
    <small class={mark.isBad ? 'column-mark bad' : 'column-mark'}>
      {!mark.isBad && <i class="hatch-swatch" aria-hidden="true" />}
      {mark.text}
    </small>
  )
}
