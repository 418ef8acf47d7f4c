// What is published of just-in-time deliveries elsewhere: facts about other plants, to compare with.

import type { WindowComparison } from '#geodata/contract/processes/jit-window.ts'
import { say, t } from '#web/messages/index.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { spanWords } from '#web/workspaces/site/windows/windows-words.ts'

export function WindowComparisons({ comparisons }: { comparisons: readonly WindowComparison[] }) {
  if (comparisons.length === 0) return null
  return (
    <section class="window-comparisons">
      <h3>{t('windows.comparisons')}</h3>
      <ul>
        {comparisons.map((one) => (
          <li key={one.jitId}>
            <b>
              <Words of={one.plant ?? t('common.unknown')} />
            </b>{' '}
            {say(one.partType)}
            <span>{figuresOf(one)}</span>
            {one.note && (
              <small>
                {t('windows.noteHead')} <span lang="zh-CN">{one.note}</span>
              </small>
            )}
            <small>
              {hostOf(one.source)}
              {one.asOf ? ` · ${dateText(one.asOf)}` : ''} · {t('common.confidence')}{' '}
              {t(`common.confidence.${one.confidence}`)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function figuresOf(one: WindowComparison): string {
  return [
    one.distanceKilometers === null ? '' : `${one.distanceKilometers} km`,
    one.travelMinutes === null ? '' : t('windows.driveOf', { minutes: one.travelMinutes }),
    one.orderToLineMinutes === null
      ? ''
      : t('windows.orderToLineOf', { minutes: spanWords(one.orderToLineMinutes) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Several addresses are joined by ";": the first is named. */
function hostOf(source: string): string {
  const [first = ''] = source.split(';')
  return URL.canParse(first) ? new URL(first).host : first
}
