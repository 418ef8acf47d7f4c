// What follows from the place and the park as they are drafted, before anything is saved.
import { useComputed } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { PlaceQuestion } from '#geodata/analysis/place/place-question.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { Asked } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { minutesText } from '#web/messages/minutes-text.ts'
import { editing } from '#web/panels/editor/editing.ts'
import { fieldFollows, type Line } from '#web/panels/editor/field-follows.ts'
import { placeFollows } from '#web/panels/editor/place-follows.ts'
import { placeAsked } from '#web/panels/editor/saving.ts'
import { fastestOf } from '#web/state/answers/minutes.ts'
import { theOne } from '#web/state/region/designation.ts'
import { companies } from '#web/state/region/firms.ts'
import { districts, hubs, parks, platforms } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'

export function EditorFollows() {
  const now = editing.value
  const question = placeAsked.value
  const minutes = useMinutes(question)
  if (!now || question?.isArea) return null
  const lines = [
    ...linesOf(),
    ...(question ? [minutesLine(question, minutes)] : []),
    ...(now.seen
      ? fieldFollows(now.collection, now.base.properties, now.draft.properties, parks.value)
      : []),
  ]
  if (lines.length === 0) return null
  return (
    <section class="follows">
      <h3>{t('editor.follows')}</h3>
      <dl>
        {lines.map(({ term, before, after }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {before !== null && `${before} → `}
              <b>{after}</b>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function linesOf(): Line[] {
  const now = editing.value
  if (!now) return []
  const { district, inDistricts, inParks } = placeFollows(
    {
      collection: now.collection,
      present: now.seen && now.base,
      properties: now.draft.properties,
      place: placeAsked.value?.place ?? null,
    },
    {
      parks: parks.value,
      companies: companies.value,
      hubs: hubs.value,
      platforms: platforms.value,
      districts: districts.value,
    },
  )
  const named = district && [district.before, district.after]
  const words = (text: (index: 0 | 1) => string | null | undefined) => ({
    before: now.seen ? (text(0) ?? t('common.unknown')) : null,
    after: text(1) ?? t('editor.follows.noDistrict'),
  })
  return [
    ...(named
      ? [
          {
            term: t('editor.follows.district'),
            ...words((index) => named[index] && nameOf(named[index].properties)),
          },
          { term: t('editor.follows.adcode'), ...words((index) => named[index]?.id) },
        ]
      : []),
    ...inDistricts.map(({ table, district: { properties }, ...counts }) =>
      countLine(t(`editor.follows.count.${table}`, { place: nameOf(properties) }), counts),
    ),
    ...inParks.map(({ park: { properties }, ...counts }) =>
      countLine(t('editor.follows.firms', { place: nameOf(properties) }), counts),
    ),
  ]
}

function countLine(term: string, { before, after }: { before: number; after: number }): Line {
  return { term, before: String(before), after: String(after) }
}

type Ends = { id: string | null; question: PlaceQuestion; networkId: string | null }

/** Of where it was, where it had a place, and of where it is to be; null: a truck cannot come there. */
async function minutesFor({ id, question, networkId }: Ends, signal: AbortSignal) {
  const one = theOne.peek()
  const from = (one.kind === 'designated' ? [one.park] : one.candidates).filter(
    (park) => park.id !== id,
  )
  if (from.length === 0) return []
  const spots = [...(question.was ? [question.was] : []), question]
  const matrix = await execute(
    'od-matrix',
    {
      origins: from.map(
        ({ geometry: { coordinates } }): LngLat => [coordinates[0] ?? 0, coordinates[1] ?? 0],
      ),
      originRadiusKilometers: from.map(
        ({ properties }) => properties.precisionRadiusKilometers ?? 0,
      ),
      destinations: spots.map(({ place }) => place),
      destinationRadiusKilometers: spots.map(({ radiusKilometers }) => radiusKilometers ?? 0),
      ...networkOf({ networkId }),
    },
    signal,
  )
  return spots.map((_, column) => fastestOf(matrix, column))
}
type Minutes = Awaited<ReturnType<typeof minutesFor>>

/** Asked anew with every place, and on another network. */
function useMinutes(question: PlaceQuestion | null): Asked<Minutes> {
  const [minutes] = useState(() => newestOnly(minutesFor))
  const id = useComputed(() => editing.value?.seen?.id ?? null).value
  const { networkId } = view.value
  const key = JSON.stringify([id, question?.place, question?.radiusKilometers, networkId])
  useEffect(() => {
    if (question && !question.isArea) minutes.ask({ id, question, networkId })
    else minutes.reset()
  }, [key])
  useEffect(() => () => minutes.reset(), [])
  return minutes.asked.value
}

function minutesLine({ was }: PlaceQuestion, asked: Asked<Minutes>): Line {
  const term = t(
    theOne.value.kind === 'designated' ? 'editor.follows.minutesSet' : 'editor.follows.minutes',
  )
  const found = asked.kind === 'answered' ? asked.result : null
  const isWaiting = asked.kind === 'computing' || asked.kind === 'unasked'
  const text = (time: Minutes[number] | undefined) =>
    time ? minutesText(time) : t(isWaiting ? 'editor.follows.computing' : 'common.unknown')
  return { term, before: was ? text(found?.[0]) : null, after: text(found?.at(-1)) }
}
