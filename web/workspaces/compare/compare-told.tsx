// What of the asked comparison is left out, and why? Nothing is dropped without a word.
import { shortened } from '#geodata/contract/repeated.ts'
import { say, t } from '#web/messages/index.ts'
import { takenOf, withoutCompared } from '#web/state/answers/compare.ts'
import type { OffRoads } from '#web/state/answers/comparison.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { candidateIdOf } from '#web/state/answers/siting.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { comparedName } from '#web/workspaces/compare/column.ts'

type Told = { id: string; text: string; act: 'remove' | 'once' }

export function CompareTold({ offRoads }: { offRoads: readonly OffRoads[] }) {
  const { compared } = view.value
  const { taken, twice, beyond, unreadable } = takenOf(compared)
  const off = taken.flatMap((id): Told[] => {
    const found = offRoads.find((one) => one.id === candidateIdOf(id, view.value))
    if (!found) return []
    return [
      {
        id,
        text: t('compare.offRoads', { name: comparedName(id), why: say(found.why) }),
        act: 'remove',
      },
    ]
  })
  const told: Told[] = [
    ...beyond.map(
      (id): Told => ({ id, text: t('compare.beyond', { name: comparedName(id) }), act: 'remove' }),
    ),
    ...twice.map(
      (id): Told => ({ id, text: t('compare.twice', { name: comparedName(id) }), act: 'once' }),
    ),
    ...unreadable.map(
      (id): Told => ({ id, text: t('compare.unreadable', { id: shortened(id) }), act: 'remove' }),
    ),
    ...off,
  ]
  if (told.length === 0) return null
  return (
    <ul class="compare-told">
      {told.map(({ id, text, act }) => (
        <li key={`${act} ${id}`}>
          {text}{' '}
          {!kept.value && (
            <button
              type="button"
              class="quiet no-print"
              onClick={() =>
                changeView({
                  compared: act === 'once' ? [...new Set(compared)] : withoutCompared(compared, id),
                })
              }
            >
              {act === 'once'
                ? t('compare.keepOnce')
                : t('compare.remove', { name: comparedName(id) })}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
