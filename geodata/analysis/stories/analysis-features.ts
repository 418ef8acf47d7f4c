// What the answers of a scene add to its features: rings, the cells of a surface, stretches of road, ranked and compared places.
import { cellToBoundary } from 'h3-js'
import { type Listed, shown } from '#geodata/analysis/stories/listed-feature.ts'
import { rankedInScene } from '#geodata/analysis/stories/ranked-in-scene.ts'
import type { Answers } from '#geodata/analysis/stories/scene-told.ts'
import { stretchName } from '#geodata/analysis/told/stretch-name.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import type { Basis } from '#geodata/contract/shared.ts'
import type { MapScene } from '#geodata/contract/stories.ts'

/** A process and its answer. */
export type Analysed =
  | { process: 'isochrone'; result: IsochroneResult }
  | { process: 'surface'; result: SurfaceResult }
  | { process: 'disruption'; result: DisruptionResult }

export function analysisShown(analysed: Analysed | null): Listed[] {
  switch (analysed?.process) {
    case undefined:
      return []
    case 'isochrone':
      return ringsShown(analysed.result)
    case 'surface':
      return cellsShown(analysed.result)
    case 'disruption':
      return stretchesShown(analysed.result)
  }
}

const sourceOf = ({ network }: Basis) => `${network.name.en} (${network.hash})`

function ringsShown({ features, basis }: IsochroneResult): Listed[] {
  return features.flatMap(({ geometry, properties }) => {
    const { cutoffMinutes } = properties
    const id = `${cutoffMinutes}-minutes`
    const row = { geometry, properties: { ...properties, id, source: sourceOf(basis) } }
    return shown(row, 'rings', {
      layer: 'rings',
      nameZh: `${cutoffMinutes} 卡车分钟以内`,
      nameEn: `Within ${cutoffMinutes} truck minutes`,
      date: basis.network.date,
      precision: 'computed',
    })
  })
}

/** Every cell with its score and the range of nine in ten draws; null: unknown. */
function cellsShown({ cells, scores, scoreLikely, basis }: SurfaceResult): Listed[] {
  return cells.flatMap((cell, index) => {
    const [scoreLow = null, scoreHigh = null] = scoreLikely?.[index] ?? []
    const row = {
      geometry: { type: 'Polygon', coordinates: [cellToBoundary(cell, true)] },
      properties: {
        id: cell,
        score: scores[index] ?? null,
        scoreLow,
        scoreHigh,
        source: sourceOf(basis),
      },
    }
    return shown(row, 'surface', {
      layer: 'surface',
      nameZh: `格 ${cell}`,
      nameEn: `Cell ${cell}`,
      date: basis.network.date,
      precision: 'computed',
    })
  })
}

/** The one first whose closing costs most. */
function stretchesShown({ links, basis }: DisruptionResult): Listed[] {
  return links.flatMap((link, index) => {
    const { id, line, lostProductMinutes, mostMinutes, productsLeaving, productsCut } = link
    const name = stretchName(link)
    const row = {
      geometry: { type: 'LineString', coordinates: line },
      properties: {
        id,
        rank: index + 1,
        lostProductMinutes,
        mostMinutes,
        productsLeaving,
        productsCut,
        source: sourceOf(basis),
      },
    }
    return shown(row, 'stretches', {
      layer: 'stretches',
      nameZh: name.zh,
      nameEn: name.en,
      date: basis.network.date,
      precision: 'computed',
    })
  })
}

/** The compared places under the letters of their columns. */
export function comparedShown(scene: MapScene, parks: readonly Park[], answers: Answers): Listed[] {
  const comparison = answers[scene.figures.findIndex(({ kind }) => kind === 'comparison')]
  return rankedInScene(scene, answers).compared.flatMap(({ id, name, lngLat, letter }) => {
    const park = parks.find(({ properties }) => properties.id === id)?.properties
    const geometry = { type: 'Point', coordinates: lngLat }
    const properties = { id, letter, source: comparison?.source.en ?? '' }
    const precision = park?.coordPrecision ?? 'site'
    const said = { nameZh: name.zh, nameEn: name.en, date: null, precision }
    return shown({ geometry, properties }, 'compared', { layer: 'compared', ...said })
  })
}

/** The ranked places under their numbers, with the score of each and its range. */
export function ranksShown(scene: MapScene, parks: readonly Park[], answers: Answers): Listed[] {
  const ranking = answers[scene.figures.findIndex(({ kind }) => kind === 'ranking')]
  return rankedInScene(scene, answers).rows.flatMap((row) => {
    const { id, name, lngLat, rank, group, chanceFirst, share, shareLow, shareHigh } = row
    const park = parks.find(({ properties }) => properties.id === id)?.properties
    const points = (of: number) => Math.round(of * 1000) / 10
    const ranked = {
      geometry: { type: 'Point', coordinates: lngLat },
      properties: {
        id,
        rank,
        isFirst: group === 1,
        chanceFirst,
        score: points(share),
        scoreLow: points(shareLow),
        scoreHigh: points(shareHigh),
        source: ranking?.source.en ?? '',
      },
    }
    const precision = park?.coordPrecision ?? 'site'
    const said = { nameZh: name.zh, nameEn: name.en, date: null, precision }
    return shown(ranked, 'ranks', { layer: 'ranks', ...said })
  })
}
