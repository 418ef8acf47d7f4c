// How much does each criterion count? A moved slider re-ranks in the page, without a request.
import { inSight } from '#web/api/asked.ts'
import { say, t } from '#web/messages/index.ts'
import { WeightRow } from '#web/parts/controls/weight-row.tsx'
import { ranked, siting } from '#web/state/answers/siting.ts'
import { weightsInForce } from '#web/state/answers/siting-rank.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function SiteWeights() {
  const result = ranked.value
  if (!result) return null
  const original = inSight(siting.value)
  if (!original) return null
  const asked = view.value.weights
  const inForce = weightsInForce(original.criteria, asked)
  const order = [...inForce.entries()].sort((a, b) => b[1] - a[1]).map(([id]) => id)
  const allZero = original.criteria.every(
    ({ id, defaultShare }) => (asked[id] ?? defaultShare) === 0,
  )
  return (
    <section aria-label={t('site.weights')}>
      <h2>
        {t('site.weights')}
        {Object.keys(asked).length > 0 ? (
          <button type="button" class="quiet" onClick={() => changeView({ weights: {} })}>
            {t('site.weightsReset')}
          </button>
        ) : (
          <small>{t('site.weightsHint')}</small>
        )}
      </h2>
      {original.criteria.map((criterion) => {
        return (
          <WeightRow
            key={criterion.id}
            title={say(criterion.title)}
            label={t('site.weightOf', { title: say(criterion.title) })}
            tone={order.indexOf(criterion.id)}
            share={inForce.get(criterion.id) ?? 0}
            value={asked[criterion.id] ?? Math.round(criterion.defaultShare * 100)}
            change={(weight) => changeView({ weights: { ...asked, [criterion.id]: weight } })}
          />
        )
      })}
      <label class="site-check">
        <input
          type="checkbox"
          checked={view.value.plantsByCapacity}
          onChange={(event) => changeView({ plantsByCapacity: event.currentTarget.checked })}
        />
        <span>{t('site.byCapacity')}</span>
      </label>
      {allZero && <p class="site-note">{t('site.weightsEqual')}</p>}
    </section>
  )
}
