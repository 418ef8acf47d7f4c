// Everywhere: every place of the city scored, with the best of them in words.
import { useEffect } from 'preact/hooks'
import { classRange, SCORE_CLASSES } from '#geodata/model/score-classes.ts'
import { t } from '#web/messages/index.ts'
import { DoubtfulEnds } from '#web/parts/words/doubtful-ends.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import {
  rangesAsked,
  rangesQuestion,
  scoredSurface,
  surface,
  surfaceAsked,
  surfaceQuestion,
} from '#web/state/answers/surface.ts'
import { districts } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import {
  bestCells,
  cellNamed,
  leftOutText,
  type NamedCell,
  pinnedCell,
  scoreText,
  surfaceSentence,
} from '#web/workspaces/site/surface/surface-words.ts'

const BEST_SHOWN = 6
/** A slider on its way asks for no ranges. */
const SETTLED_MILLISECONDS = 600

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

function Shown() {
  const asked = surfaceAsked.value
  const ranges = rangesAsked.value
  const now = surface.value
  useEffect(() => {
    if (!asked) return
    surfaceQuestion.ask(asked)
    return surfaceQuestion.reset
  }, [asked?.key])
  useEffect(() => {
    if (!ranges || now.kind !== 'answered') return
    const settled = setTimeout(() => rangesQuestion.askNext(ranges), SETTLED_MILLISECONDS)
    return () => clearTimeout(settled)
  }, [ranges?.key, now.kind])
  useEffect(() => rangesQuestion.reset, [])
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
      <Told />
      <Legend />
      <Best />
    </>
  )
}

/** The sentence, and what the score is not. */
function Told() {
  const scored = scoredSurface.value
  if (!scored) return null
  const [best] = bestCells(scored, districts.value, 1)
  return (
    <>
      <p class="board-sentence">
        <Words of={surfaceSentence(scored.result, best, scored.parks[0])} />
      </p>
      <p class="site-note">{leftOutText(scored.result)}</p>
    </>
  )
}

function Legend() {
  return (
    <ol class="surface-legend" aria-label={t('surface.legend')}>
      {SCORE_CLASSES.map((end, index) => (
        <li key={end}>
          <i style={`background:var(--score-${index + 1})`} aria-hidden="true" />
          {classRange(index)}
        </li>
      ))}
      <li>
        <i class="hatch-swatch" aria-hidden="true" />
        {t('surface.unknown')}
      </li>
    </ol>
  )
}

/** The best cells, each a place to put the pin on, which then is explained term by term; and the cell of the pin. */
function Best() {
  const scored = scoredSurface.value
  if (!scored) return null
  const { result, likely } = scored
  const pinned = pinnedCell(result, view.value)
  const doubted = Object.values(result.doubtfulCells).reduce((sum, { length }) => sum + length, 0)
  return (
    <>
      {pinned !== null && (
        <p class="surface-pinned">
          {t('surface.pinned')}: <CellTold of={cellNamed(scored, districts.value, pinned)} />
        </p>
      )}
      <ol class="surface-best" aria-label={t('surface.best')}>
        {bestCells(scored, districts.value, BEST_SHOWN).map((one) => (
          <li key={one.cell}>
            <CellTold of={one} />
            <button
              type="button"
              onClick={() =>
                changeView({
                  pin: [one.lngLat[0], one.lngLat[1]],
                  selection: null,
                  siteView: 'map',
                })
              }
            >
              {t('surface.pin')}
            </button>
          </li>
        ))}
      </ol>
      <Ranges areDrawn={likely !== null} />
      {doubted > 0 && <p class="site-note">{t('surface.doubtfulCells', { count: doubted })}</p>}
      <DoubtfulEnds ends={result.doubtfulEnds} />
    </>
  )
}

function CellTold({ of }: { of: NamedCell }) {
  return (
    <span>
      <Words of={of.name} /> <b>{scoreText(of)}</b>
    </span>
  )
}

/** On what the ranges stand, or how far they are. */
function Ranges({ areDrawn }: { areDrawn: boolean }) {
  const now = rangesQuestion.asked.value
  const count = scoredSurface.value?.result.cells.length ?? 0
  if (now.kind === 'failed') return <p role="alert">{problemText(now.problem)}</p>
  if (!areDrawn) {
    return (
      <p role="status" class="site-note">
        {t('surface.drawing')}
      </p>
    )
  }
  const draws = rangesAsked.value?.rangeDraws ?? 0
  return <p class="site-note">{t('surface.count', { count, draws })}</p>
}
