// Away from the story: the reader moves the pin and sets the "1", and the file works out what follows.
import { useEffect } from 'preact/hooks'
import type { Park } from '#geodata/contract/collections.ts'
import { backToStory } from '#web/given/turns.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { minutesText } from '#web/messages/minutes-text.ts'
import { useRings } from '#web/panels/frame/rings-request.ts'
import { DesignationNote } from '#web/parts/controls/designation-note.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { minutesProblem, timeFromTheOne } from '#web/state/answers/minutes.ts'
import { candidates, designate, theOne } from '#web/state/region/designation.ts'
import { parks } from '#web/state/region/lists.ts'
import { closeOpened } from '#web/state/view/opened.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** As many as are taken in at a glance. */
const NEAREST = 6

/** `scene`: the one that was left, from zero. */
export function AskPanel({ scene }: { scene: number }) {
  useRings()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !closeOpened()) backToStory()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <aside class="panel given-ask" aria-label={t('given.askTitle')}>
      <h1>{t('given.askTitle')}</h1>
      <p class="lead">{t('given.askLead')}</p>
      <button type="button" class="primary" onClick={backToStory}>
        {t('given.back', { scene: scene + 1 })}
      </button>
      <OneChoice />
      <DesignationNote />
      <Nearest />
    </aside>
  )
}

function OneChoice() {
  const set = (park: Park | undefined) => {
    designate(park?.properties.id ?? null)
    const [lng, lat] = park?.geometry.coordinates ?? []
    if (lng !== undefined && lat !== undefined) changeView({ pin: [lng, lat], selection: null })
  }
  return (
    <label class="given-one">
      <span>{t('given.one')}</span>
      <select
        value={view.value.designatedParkId ?? ''}
        onChange={({ currentTarget: { value } }) =>
          set(candidates.peek().find(({ properties }) => properties.id === value))
        }
      >
        <option value="">{t('given.undecided')}</option>
        {candidates.value.map(({ properties }) => (
          <option key={properties.id} value={properties.id}>
            {nameOf(properties)}
          </option>
        ))}
      </select>
      <small>{t('given.pinMoved')}</small>
    </label>
  )
}

function Nearest() {
  const problem = minutesProblem.value
  if (problem) return <p role="alert">{problemText(problem)}</p>
  const one = theOne.value
  const own = one.kind === 'designated' ? one.park.properties.id : null
  const times = parks.value
    .flatMap(({ properties }) => {
      const time = timeFromTheOne.value.get(properties.id)
      const counts = properties.role !== 'vehicle' && properties.id !== own
      return time && counts ? [{ properties, time }] : []
    })
    .sort((a, b) => a.time.centralSeconds - b.time.centralSeconds)
  return (
    <section class="given-nearest">
      <h2>{t(own === null ? 'given.nearestUndecided' : 'given.nearest')}</h2>
      {times.length === 0 && <p role="status">{t('given.computing')}</p>}
      <ol>
        {times.slice(0, NEAREST).map(({ properties, time }) => (
          <li key={properties.id}>
            <span>{nameOf(properties)}</span>
            <b>{t('given.minutes', { minutes: minutesText(time) })}</b>
          </li>
        ))}
      </ol>
    </section>
  )
}
