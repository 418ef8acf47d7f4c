// What each of several candidates reaches in the same time, as outlines in one frame; the first is filled.

import { requireNetwork } from '#geodata/analysis/answering/asked.ts'
import { said } from '#geodata/analysis/siting/document/column.ts'
import type { MapSymbol, Polygons } from '#geodata/drawing/map-drawing.ts'
import { multiPolygonOf } from '#geodata/geometry/orient.ts'
import { letterOf } from '#geodata/model/column-letter.ts'
import { ringsAround } from '#server/maps/views/rings.ts'
import {
  boundsOfPlaces,
  candidatesOf,
  placesAround,
  sitingOf,
} from '#server/maps/views/siting-places.ts'
import { type MapView, required } from '#server/maps/world.ts'

const USUAL_MINUTES = 60
/** Of more candidates the names of plants would lie on their letters: minutes alone are told. */
const MOST_WITH_NAMES = 3

export const catchmentsMap: MapView = {
  title: '可达范围 Catchments',
  description: 'What each of two to six candidates reaches in the same minutes, in one frame.',
  content: ({ region, language }, inputs) => {
    const asked = required(inputs.siting, 'siting')
    const candidateIds = required(inputs.candidateIds, 'candidateIds')
    const [cutoffMinutes = USUAL_MINUTES] = inputs.cutoffMinutes ?? []
    const siting = sitingOf(region, asked)
    const candidates = candidatesOf(
      region,
      asked,
      siting,
      candidateIds,
      language,
      (at) => `/inputs/candidateIds/${at}`,
    )
    const rings = candidates.map(({ lngLat }) =>
      ringsAround(region, asked, lngLat, [cutoffMinutes]),
    )
    const bounds = boundsOfPlaces(candidates)
    const [first] = candidates
    const around = first?.ranked
      ? placesAround(region, first.ranked, bounds, language, {
          isNamed: candidates.length <= MOST_WITH_NAMES,
          from: letterOf(0),
        })
      : { symbols: [], legend: [] }
    const letters = candidates.map(
      ({ name, lngLat }, index): MapSymbol => ({
        kind: 'candidate',
        index,
        lngLat,
        title: `${letterOf(index)} ${name}`,
        name,
        figure: '',
        isNeeded: true,
      }),
    )
    const words = {
      zh: `${cutoffMinutes} 卡车分钟够得到的地方`,
      en: `Within ${cutoffMinutes} truck minutes`,
    }
    return {
      network: requireNetwork(region, asked),
      title: `${said(words, language)}: ${letters.map(({ title }) => title).join(', ')}`,
      bounds,
      reached: rings.flatMap(({ features }, index) =>
        features.map(({ geometry }) => ({
          kind: 'catchment' as const,
          index,
          polygons: multiPolygonOf(geometry).coordinates as Polygons,
        })),
      ),
      symbols: [...letters, ...around.symbols],
      legend: [
        { sample: { kind: 'words' }, text: said(words, language) },
        ...candidates.map((_, index) => ({
          sample: { kind: 'catchment' as const, index },
          text:
            index === 0
              ? said({ zh: `${letterOf(0)}，灰底`, en: `${letterOf(0)}, shaded` }, language)
              : letterOf(index),
        })),
        ...around.legend,
      ],
    }
  },
}
