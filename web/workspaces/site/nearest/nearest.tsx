// What is nearest to a place by truck, what in a straight line, and where do the two part?
import '#web/workspaces/site/nearest/nearest.css'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { say, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { ShownRangeChoice } from '#web/parts/controls/shown-range-choice.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { Words } from '#web/parts/words/words.tsx'
import { dataset, edits } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { soughtInputs } from '#web/state/view/nearest.ts'
import { view } from '#web/state/view/store.ts'
import { NearestForm } from '#web/workspaces/site/nearest/nearest-form.tsx'
import { NearestOrders } from '#web/workspaces/site/nearest/nearest-orders.tsx'
import { type Origin, originNow } from '#web/workspaces/site/nearest/nearest-origin.ts'
import { nearestNotes, nearestSentence } from '#web/workspaces/site/nearest/nearest-sentence.ts'
import { NearestTable } from '#web/workspaces/site/nearest/nearest-table.tsx'

/** So many of either order are shown; the table of thousands is the API's. */
const MOST = 12
/** As many as the process gives: both orders need them all. */
const ALL = 1000

export function NearestBoard() {
  const origin = originNow()
  return (
    <div class="nearest-board">
      <header>
        <h1>{t('nearest.title')}</h1>
        <p class="lead">{t('nearest.lead')}</p>
      </header>
      <NearestForm origin={origin} />
      {origin.kind === 'none' && <p role="status">{t('nearest.fromNone')}</p>}
      {origin.kind === 'unplaced' && (
        <p role="alert">{t('nearest.fromUnplaced', { name: origin.name })}</p>
      )}
      {origin.kind === 'place' && <Answered {...origin} />}
    </div>
  )
}

type AnsweredProps = Omit<Extract<Origin, { kind: 'place' }>, 'kind'>

function Answered({ id: exceptId, name, lngLat, radiusKilometers }: AnsweredProps) {
  const inputs = {
    origin: lngLat,
    originRadiusKilometers: radiusKilometers,
    ...soughtInputs(view.value.near),
    ...networkOf(view.value),
    exceptIds: exceptId ? [exceptId] : [],
    count: ALL,
  }
  const { answer, again } = useAnswer(
    (signal) => execute('nearest', inputs, signal),
    JSON.stringify([inputs, dataset.value?.hash, edits.value]),
  )
  const result = inSight(answer)
  const shown = result
    ? result.items.filter((one) => Math.min(one.timeRank, one.straightRank) <= MOST)
    : []
  const said = result && shown.length > 0 ? nearestSentence(result, name) : null
  return (
    <>
      <AnswerStatus answer={answer} again={again} said={said} />
      {result && result.items.length === 0 && <p role="status">{t('nearest.nothing')}</p>}
      {result && shown.length > 0 && (
        <>
          <p class="board-sentence nearest-conclusion">
            <Words of={said ?? ''} />
          </p>
          <p class="site-note">{nearestNotes(result, shown)}</p>
          <ShownRangeChoice />
          <p class="site-note nearest-key" aria-hidden="true">
            {t('nearest.sketch')}
          </p>
          <div class="nearest-columns">
            <NearestOrders items={shown} />
            <NearestTable items={shown} collection={soughtInputs(view.value.near).collection} />
          </div>
          {result.measuredCount > shown.length && (
            <p class="site-note">
              {t('nearest.beyond', {
                count: result.measuredCount,
                shown: shown.length,
                most: MOST,
              })}
            </p>
          )}
        </>
      )}
      {result && result.unmeasured.length > 0 && (
        <details class="site-more">
          <summary>{t('nearest.unmeasured', { count: result.unmeasured.length })}</summary>
          <ul>
            {result.unmeasured.map(({ id, nameZh, nameEn, reason }) => (
              <li key={id}>
                <span>{say({ zh: nameZh, en: nameEn || nameZh })}</span>{' '}
                <small>{say(reason)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {result && (
        <footer class="site-note">
          <BasisLine basis={result.basis} />
        </footer>
      )}
    </>
  )
}
