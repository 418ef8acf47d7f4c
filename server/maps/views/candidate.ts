// One candidate: how far a truck gets from it, and how many minutes it is to each plant and maker.

import { requireNetwork, unknownId } from '#geodata/analysis/answering/asked.ts'
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import { CUTOFF_MINUTES_DEFAULT } from '#geodata/contract/processes/isochrone.ts'
import type { LegendItem, MapSymbol, Polygons } from '#geodata/drawing/map-drawing.ts'
import { multiPolygonOf } from '#geodata/geometry/orient.ts'
import { ringsAround } from '#server/maps/views/rings.ts'
import {
  boundsOfPlaces,
  candidatesOf,
  type PlacesAround,
  placesAround,
  sitingOf,
} from '#server/maps/views/siting-places.ts'
import { type MapView, required } from '#server/maps/world.ts'

export const candidateMap: MapView = {
  title: '候选 Candidate',
  description: 'Rings of minutes around a candidate, its plants and makers with their minutes.',
  content: ({ region, language }, inputs) => {
    const asked = required(inputs.siting, 'siting')
    const candidateId = required(inputs.candidateId, 'candidateId')
    const { cutoffMinutes = CUTOFF_MINUTES_DEFAULT } = inputs
    const ids = inputs.candidateIds ?? [candidateId]
    const index = ids.indexOf(candidateId)
    if (index < 0) throw unknownId(candidateId, '/inputs/candidateId')
    const siting = sitingOf(region, asked)
    const candidates = candidatesOf(region, asked, siting, ids, language, (at) =>
      inputs.candidateIds ? `/inputs/candidateIds/${at}` : '/inputs/candidateId',
    )
    const candidate = candidates[index]
    if (!candidate) throw unknownId(candidateId, '/inputs/candidateId')
    const rings = ringsAround(region, asked, candidate.lngLat, cutoffMinutes)
    const bounds = boundsOfPlaces(candidates)
    const arounds = candidates.map(({ ranked }) =>
      ranked ? placesAround(region, ranked, bounds, language) : unranked(language),
    )
    const legends = arounds.map(({ legend }) => [...ringLegend(cutoffMinutes, language), ...legend])
    const self: MapSymbol = {
      kind: 'candidate',
      index,
      lngLat: candidate.lngLat,
      title: candidate.name,
      name: '',
      figure: '',
      isNeeded: true,
    }
    return {
      network: requireNetwork(region, asked),
      title: said(
        {
          zh: `${candidate.name}：${cutoffMinutes.join('、')} 卡车分钟够得到的地方`,
          en: `${candidate.name}: within ${cutoffMinutes.join(', ')} truck minutes`,
        },
        language,
      ),
      bounds,
      reached: rings.features.map(({ geometry, properties }) => ({
        kind: 'ring',
        minutes: properties.cutoffMinutes,
        polygons: multiPolygonOf(geometry).coordinates as Polygons,
      })),
      symbols: [self, ...(arounds[index]?.symbols ?? [])],
      legend: legends[index] ?? [],
      legendsBeside: legends,
    }
  },
}

/** Nothing is measured from a candidate that the question leaves out. */
function unranked(language: DocumentLanguage): PlacesAround {
  const words = {
    zh: '不在排名内，没有测算到各厂的分钟',
    en: 'Not ranked, so no minutes to plants are measured',
  }
  return { symbols: [], legend: [{ sample: { kind: 'words' }, text: said(words, language) }] }
}

/** The solid lines together, the dashed one on its own. */
export function ringLegend(cutoffs: readonly number[], language: DocumentLanguage): LegendItem[] {
  const sorted = cutoffs.toSorted((a, b) => a - b)
  const [last, ...solid] = [sorted.at(-1), ...(sorted.length > 1 ? sorted.slice(0, -1) : [])]
  const text = (minutes: string) => said({ zh: `${minutes} 分`, en: `${minutes} min` }, language)
  const count = sorted.length
  return [
    ...(solid.length > 0
      ? [
          {
            sample: { kind: 'rings' as const, count, isLast: false },
            text: text(solid.join(' / ')),
          },
        ]
      : []),
    { sample: { kind: 'rings', count, isLast: true }, text: text(String(last)) },
  ]
}
