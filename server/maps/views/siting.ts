// The ranking of a siting on the ground: numbered discs, the first group filled.

import { requireNetwork } from '#geodata/analysis/answering/asked.ts'
import { said } from '#geodata/analysis/siting/document/column.ts'
import { ProblemError } from '#server/http/problem.ts'
import { rankLegend, rankSymbol } from '#server/maps/views/ranks.ts'
import {
  boundsOfPlaces,
  candidatesOf,
  placesAround,
  sitingOf,
} from '#server/maps/views/siting-places.ts'
import { type MapView, required } from '#server/maps/world.ts'

/** As many as the page draws. */
const RANKS_DRAWN = 15

export const sitingMap: MapView = {
  title: '选址 Siting',
  description: 'The ranked places of a siting as numbered discs, with the plants they would serve.',
  content: ({ region, language }, inputs) => {
    const asked = required(inputs.siting, 'siting')
    const siting = sitingOf(region, asked)
    const drawn = siting.ranking.filter(({ rank }) => rank <= RANKS_DRAWN)
    if (drawn.length === 0) {
      throw new ProblemError(
        422,
        'No place is left to rank, so there is no map: give up a need or widen the area.',
        '没有可排序的地点，无图可画：请放宽要求或范围。',
      )
    }
    const ids = drawn.map(({ id }) => id)
    const candidates = candidatesOf(region, asked, siting, ids, language, () => '/inputs/siting')
    const discs = candidates.map(({ name, lngLat }, index) => {
      const { rank = 0, group = 0 } = drawn[index] ?? {}
      return rankSymbol({ rank, group, lngLat, name })
    })
    const bounds = boundsOfPlaces(candidates)
    const plants = drawn[0]?.plants ?? []
    const around = placesAround(region, { plants, suppliers: [] }, bounds, language, {
      isTimed: false,
    })
    const { question } = siting
    const subject = said(question.product ?? question.segment, language)
    return {
      network: requireNetwork(region, asked),
      title: said({ zh: `${subject}选址排名`, en: `Siting for ${subject}: ranking` }, language),
      bounds,
      reached: [],
      symbols: [...discs, ...around.symbols],
      legend: [...rankLegend(discs[0], language), ...around.legend],
    }
  },
}
