// The next recruits in order: the greedy answer at once, the exact one in its place when it is there.
import { useMemo } from 'preact/hooks'
import { gapFilling } from '#geodata/analysis/sourcing/recruits.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import { execute } from '#web/api/client.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { GapsProof } from '#web/panels/gaps-proof.tsx'
import { problemText } from '#web/panels/problem-text.ts'
import { useAnswer } from '#web/panels/use-answer.ts'
import { networkOf } from '#web/state/siting.ts'
import { changeView, view } from '#web/state/store.ts'

export function GapRecruits({ known }: { known: SourcingKnown }) {
  const { sourcing } = view.value
  const settings = {
    withinMinutes: sourcing.withinMinutes,
    count: sourcing.recruits,
    mostInPark: sourcing.mostInPark,
    leastHectares: null,
    assignedOnly: sourcing.assignedOnly,
    byCapacity: sourcing.byCapacity,
  }
  const question = JSON.stringify([settings, networkOf(view.value)])
  const atOnce = useMemo(() => gapFilling(known, settings, null), [known, question])
  const { answer } = useAnswer(
    (signal) =>
      execute('gap-filling', { ...settings, ...networkOf(view.value), exact: true }, signal),
    question,
  )
  const exact = answer.kind === 'ready' ? answer.result : null
  const shown = exact ?? atOnce
  const before = shown.neededWeight - shown.gapWeight
  const percent = (weight: number) => ((100 * weight) / shown.neededWeight).toFixed(1)
  return (
    <section aria-label={t('gaps.order')}>
      <h2>{t('gaps.order')}</h2>
      <p>
        {t('gaps.fills', {
          count: shown.recruits.length,
          filled: Math.round(shown.filledWeight),
          gaps: Math.round(shown.gapWeight),
          from: percent(before),
          to: percent(before + shown.filledWeight),
        })}
      </p>
      <GapsProof proof={exact?.proof ?? null} isProving={answer.kind === 'loading'} />
      {answer.kind === 'failed' && (
        <p role="alert" class="site-note">
          {t('gaps.notProven')} {problemText(answer.problem)}
        </p>
      )}
      {shown.recruits.length === 0 && <p class="site-note">{t('gaps.none')}</p>}
      <ol class="gaps-list">
        {shown.recruits.map(
          ({ productId, parkId, addedWeight, plantIds, isLandUnknown }, index) => {
            const product = known.products.find((one) => one.productId === productId)
            const park = known.parks.find(({ id }) => id === parkId)
            const plants = plantIds.map((id) => known.plants.find((plant) => plant.id === id))
            return (
              <li key={`${productId} ${parkId}`}>
                <b class="site-rank">{index + 1}</b>
                <span>
                  <strong>{product ? say(product.name) : productId}</strong>
                  {' → '}
                  {park ? nameOf(park) : parkId}
                  <small>
                    {t('gaps.adds', { count: plantIds.length, points: percent(addedWeight) })}
                    {isLandUnknown && (
                      <>
                        {' '}
                        <i class="hatch-swatch" aria-hidden="true" /> {t('gaps.landUnknown')}
                      </>
                    )}
                  </small>
                  <small>{plants.map((plant) => (plant ? nameOf(plant) : '')).join(' · ')}</small>
                </span>
                <button
                  type="button"
                  onClick={() =>
                    changeView({
                      productId,
                      segmentId: null,
                      siteView: 'map',
                      selection: { collection: 'parks', id: parkId },
                    })
                  }
                >
                  {t('gaps.look')}
                </button>
              </li>
            )
          },
        )}
      </ol>
    </section>
  )
}
