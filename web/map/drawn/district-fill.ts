// The ground of districts and cities: the land, or the class of the chosen measure.
import type { Feature } from 'geojson'
import type { DrawnThing, Hint } from '#web/map/drawn-thing.ts'
import { get, is, when } from '#web/map/expressions.ts'
import { collect } from '#web/map/geojson.ts'
import { inFocus, isDrawn } from '#web/map/shapes/districts-drawn.ts'
import { unknownPicture } from '#web/map/symbols.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { MEASURE_WORDS } from '#web/messages/measure-words.ts'
import { districtFill, toneOf } from '#web/state/region/district-fill.ts'
import { districts } from '#web/state/region/lists.ts'

export const districtFills: DrawnThing = {
  sources: { districts: districtFeatures },
  layers: (paint) => ({
    ground: [
      {
        id: 'district',
        type: 'fill',
        source: 'districts',
        paint: {
          'fill-color': [
            'match',
            get('tone'),
            ...[1, 2, 3, 4, 5].flatMap((tone) => [tone, paint(`fill-${tone}`)]),
            when('inFocus', paint('map-focus'), paint('map-land')),
          ] as never,
        },
      },
      {
        id: 'district-unknown',
        type: 'fill',
        source: 'districts',
        filter: is('unknown', true),
        paint: { 'fill-pattern': 'unknown' },
      },
    ],
  }),
  pictures: (paint) => ({ unknown: () => ({ image: unknownPicture(paint) }) }),
  pointed: [{ layer: 'district', hint: ({ adcode }) => hintOf(String(adcode)) }],
}

function districtFeatures() {
  const fill = districtFill.value
  return collect(
    districts.value.filter(isDrawn).map((district) => {
      const { adcode } = district.properties
      const value = fill?.values.get(adcode)
      return {
        ...district,
        properties: {
          adcode,
          inFocus: inFocus(district),
          tone: fill && typeof value === 'number' ? toneOf(value, fill) : 0,
          unknown: value === null,
        },
      }
    }) as unknown as Feature[],
  )
}

/** Only while districts are filled: their figure. */
function hintOf(adcode: string): Hint | null {
  const fill = districtFill.value
  const value = fill?.values.get(adcode)
  const district = districts.value.find(({ properties }) => properties.adcode === adcode)
  if (!fill || !district || value === undefined) return null
  const words = MEASURE_WORDS[fill.id]
  const figure =
    value === null
      ? t('common.unknown')
      : `${fill.bounds.get(adcode) ?? ''}${t(words.value, { value })}`
  return [nameOf(district.properties), `${t(words.title)} ${figure}`]
}
