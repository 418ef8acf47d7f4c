// How much does each criterion count? A moved slider re-ranks in the page, without a request.
import { toneClass } from '#web/charts/score-bar.tsx'
import { say, t } from '#web/messages/index.ts'
import { ranked, siting } from '#web/state/siting.ts'
import { weightsInForce } from '#web/state/siting-rank.ts'
import { changeView, view } from '#web/state/store.ts'

export function SiteWeights() {
  const result = ranked.value
  if (!result) return null
  const state = siting.value
  const original =
    state.kind === 'answered' ? state.result : state.kind === 'computing' ? state.earlier : null
  if (!original) return null
  const asked = view.value.weights
  const inForce = weightsInForce(original.criteria, asked)
  const order = [...inForce.entries()].sort((a, b) => b[1] - a[1]).map(([id]) => id)
  const allZero = original.criteria.every(({ id, weight }) => (asked[id] ?? weight) === 0)
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
        const share = Math.round((inForce.get(criterion.id) ?? 0) * 100)
        return (
          <label key={criterion.id} class="site-weight">
            <i
              class={`swatch ${toneClass(order.indexOf(criterion.id))}`}
              style="background:currentColor"
              aria-hidden="true"
            />
            <span>{say(criterion.title)}</span>
            <input
              type="range"
              min="0"
              max="100"
              step="1"
              aria-label={t('site.weightOf', { title: say(criterion.title) })}
              aria-valuetext={`${share} %`}
              value={asked[criterion.id] ?? Math.round(criterion.weight * 100)}
              onInput={(event) =>
                changeView({
                  weights: { ...asked, [criterion.id]: event.currentTarget.valueAsNumber },
                })
              }
            />
            <output>{share}%</output>
          </label>
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
