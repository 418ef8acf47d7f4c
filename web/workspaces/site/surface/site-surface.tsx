// Everywhere: every place of the city scored, with the best of them in words.
import { cellToLatLng } from 'h3-js'
import { useEffect } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { type SitingAsked, sitingInputs } from '#web/state/answers/siting.ts'
import {
  SCORE_CLASSES,
  scoredSurface,
  surface,
  surfaceQuestion,
  surfaceResolution,
} from '#web/state/answers/surface.ts'
import { edits } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

const BEST_SHOWN = 6

export function SiteSurface() {
  const { everywhere } = view.value
  return (
    <section class="site-surface" aria-label={t('surface.title')}>
      <label class="site-check">
        <input
          type="checkbox"
          checked={everywhere}
          onChange={({ currentTarget }) => changeView({ everywhere: currentTarget.checked })}
        />
        <span>{t('surface.show')}</span>
      </label>
      {everywhere && <Shown />}
    </section>
  )
}

/** Needs, areas and pins belong to the ranking, and the page weighs: every place is measured here. */
function everyPlace({
  needs: _,
  area: __,
  pins: ___,
  siteIds: ____,
  weights: _____,
  ...siting
}: SitingAsked): SitingAsked {
  return siting
}

function Shown() {
  const asked = sitingInputs(view.value)
  const resolution = surfaceResolution.value
  const question = JSON.stringify([asked && everyPlace(asked), resolution, edits.value])
  useEffect(() => {
    if (!asked) return
    surfaceQuestion.ask({ siting: everyPlace(asked), resolution, rangeDraws: 0 })
    return surfaceQuestion.reset
  }, [question])
  const now = surface.value
  if (!asked) return <p class="site-note">{t('surface.askFirst')}</p>
  return (
    <>
      {now.kind === 'computing' && (
        <p role="status" class="site-progress">
          <progress max={100} value={now.progress?.done ?? 0} aria-label={t('surface.computing')} />
          {t('surface.computing')}
          <button type="button" class="quiet" onClick={() => changeView({ everywhere: false })}>
            {t('site.cancel')}
          </button>
        </p>
      )}
      {now.kind === 'failed' && <p role="alert">{problemText(now.problem)}</p>}
      <Legend />
      <Best />
    </>
  )
}

function Legend() {
  return (
    <ol class="surface-legend" aria-label={t('surface.legend')}>
      {SCORE_CLASSES.map((end, index) => (
        <li key={end}>
          <i style={`background:var(--score-${index + 1})`} aria-hidden="true" />
          {`${SCORE_CLASSES[index - 1] ?? 0}–${end}`}
        </li>
      ))}
    </ol>
  )
}

/** The best cells, each a place to put the pin on, which then is explained term by term. */
function Best() {
  const scored = scoredSurface.value
  if (!scored) return null
  const { result, scores } = scored
  const best = result.cells
    .map((id, index) => ({ id, score: scores[index] ?? 0 }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, BEST_SHOWN)
  return (
    <>
      <p class="site-note">
        {t('surface.said', { count: result.cells.length, terms: result.criteria.length })}
      </p>
      <ol class="surface-best" aria-label={t('surface.best')}>
        {best.map(({ id, score }) => {
          const [lat, lng] = cellToLatLng(id)
          return (
            <li key={id}>
              <span>
                {lng.toFixed(3)}, {lat.toFixed(3)}
              </span>
              <b>{Math.round(score)}</b>
              <button
                type="button"
                onClick={() => changeView({ pin: [lng, lat], selection: null, siteView: 'map' })}
              >
                {t('surface.pin')}
              </button>
            </li>
          )
        })}
      </ol>
    </>
  )
}
