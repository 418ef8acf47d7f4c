// Where does the proximity board measure from: what the view names, else the chosen park or firm, else the pin, else
// the first ranked?
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { parseLngLat } from '#web/parts/words/lng-lat-text.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { companies, firmOf } from '#web/state/region/firms.ts'
import { parks } from '#web/state/region/lists.ts'
import type { NearestView } from '#web/state/view/nearest.ts'
import { view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'

export type Origin =
  | {
      kind: 'place'
      /** Of a park or firm; null: a bare place. */
      id: string | null
      name: string
      lngLat: LngLat
      radiusKilometers: number
    }
  | { kind: 'unplaced'; name: string }
  | { kind: 'none' }

export function originNow(): Origin {
  const { near, pin, selection } = view.value
  const from = near.from ?? chosen(selection)
  if (from && 'id' in from) return ofFeature(from.collection, from.id)
  const lngLat = from?.lngLat ?? pin
  if (lngLat) return { kind: 'place', id: null, name: pinName(lngLat), lngLat, radiusKilometers: 0 }
  const first = ranked.value?.ranking[0]
  if (!first) return { kind: 'none' }
  if (first.kind === 'park') return ofFeature('parks', first.id)
  return {
    kind: 'place',
    id: null,
    name: candidateName(first),
    lngLat: first.lngLat,
    radiusKilometers: 0,
  }
}

function chosen(selection: View['selection']): NearestView['from'] {
  if (!selection) return null
  const { collection, id } = selection
  return collection === 'parks' || collection === 'companies' ? { collection, id } : null
}

function ofFeature(collection: 'parks' | 'companies', id: string): Origin {
  const feature =
    collection === 'parks' ? parks.value.find(({ properties }) => properties.id === id) : firmOf(id)
  if (!feature) return { kind: 'none' }
  const { properties, geometry } = feature
  const name = nameOf(properties)
  const [lng, lat] = geometry?.coordinates ?? []
  if (lng === undefined || lat === undefined) return { kind: 'unplaced', name }
  return {
    kind: 'place',
    id,
    name,
    lngLat: [lng, lat],
    // A place of unrecorded precision counts as a district.
    radiusKilometers:
      properties.precisionRadiusKilometers ?? PRECISION_RADIUS_KILOMETERS.district ?? 0,
  }
}

export function pinName(lngLat: LngLat): string {
  return t('nearest.pin', { lngLat: lngLat.map((degrees) => degrees.toFixed(3)).join(', ') })
}

/** Every park and firm that can be named as an origin. */
export function originNames(): { name: string; from: NonNullable<NearestView['from']> }[] {
  return [
    ...parks.value.flatMap(({ properties }) => [
      { name: nameOf(properties), from: { collection: 'parks', id: properties.id } as const },
      {
        name: properties.labelZh,
        from: { collection: 'parks', id: properties.id } as const,
      },
    ]),
    ...companies.value.map(({ properties }) => ({
      name: nameOf(properties),
      from: { collection: 'companies', id: properties.id } as const,
    })),
  ]
}

/** What a typed text names: a park, a firm, or a place in degrees; null: none of them. */
export function originTyped(text: string): NearestView['from'] {
  const wanted = text.trim().toLowerCase()
  const named = originNames().find(({ name }) => name.toLowerCase() === wanted)
  if (named) return named.from
  const lngLat = parseLngLat(text)
  return lngLat ? { lngLat } : null
}
