// What do the rings on the map say? Their minutes, from where, how much ground they hold, and how many firms.

import { t } from '#web/messages/index.ts'
import { accessText } from '#web/parts/words/network-words.ts'
import { problemOrWait } from '#web/parts/words/problem-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { WorkedOut } from '#web/parts/words/worked-out-words.tsx'
import { rings, ringsProblem } from '#web/state/answers/rings.ts'
import { view } from '#web/state/view/store.ts'

/** The cutoff whose area and firms are said in words. */
const SHOWN_MINUTES = 60

export function RingLegend() {
  const result = rings.value
  if (!result) {
    const problem = ringsProblem.value
    return (
      <p class="pill ring-problem" data-over-map role="status">
        {problem && problemOrWait(problem, t('layout.ringsWait'))}
      </p>
    )
  }
  const cutoffs = result.features.map(({ properties }) => properties).reverse()
  const shown = cutoffs.find(({ cutoffMinutes }) => cutoffMinutes === SHOWN_MINUTES)
  const { direction } = view.value
  return (
    <section class="pill ring-legend" data-over-map aria-label={t('layout.ringLegend')}>
      <p>
        <b>{t(direction === 'outward' ? 'layout.ringsOutward' : 'layout.ringsInward')}</b>
        {cutoffs.map(({ cutoffMinutes }) => (
          <span key={cutoffMinutes}>
            <i class={`ring-${cutoffMinutes}`} /> {cutoffMinutes}
          </span>
        ))}
      </p>
      {shown && (
        <>
          <p>
            {t('layout.ringArea', {
              minutes: shown.cutoffMinutes,
              area: Math.round(shown.areaSquareKilometers),
            })}
          </p>
          <p class="ring-firms">
            {t('layout.ringFirms', {
              minutes: shown.cutoffMinutes,
              firms: shown.companies,
              plants: shown.vehiclePlants,
            })}
          </p>
        </>
      )}
      {result.exits && (
        <p class="ring-exits">
          <i class="ring-exit" aria-hidden="true" />{' '}
          {t('layout.ringExits', { count: result.exits.length })}
        </p>
      )}
      <p>
        <span>
          <Words of={accessText(result.access)} />
        </span>
        <WorkedOut of={result} />
      </p>
    </section>
  )
}
