// The cells of a surface as ground: all of one class are one area, so that a picture of it has no seams.
import { cellsToMultiPolygon } from 'h3-js'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { type ClassArea, classOf } from '#geodata/model/score-classes.ts'

/** The lowest class first, what is unknown last; a class that no cell has is left out. */
export function classAreas({
  cells,
  scores,
}: Pick<SurfaceResult, 'cells' | 'scores'>): ClassArea[] {
  const byClass = new Map<number | null, string[]>()
  cells.forEach((cell, index) => {
    const scoreClass = classOf(scores[index] ?? Number.NaN)
    const own = byClass.get(scoreClass) ?? []
    own.push(cell)
    byClass.set(scoreClass, own)
  })
  const order = (scoreClass: number | null) => scoreClass ?? Number.POSITIVE_INFINITY
  return [...byClass]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([scoreClass, own]) => ({
      scoreClass,
      polygons: cellsToMultiPolygon(own, true).map((polygon) =>
        polygon.map((ring) => ring.map(([lng = 0, lat = 0]) => [rounded(lng), rounded(lat)])),
      ),
    }))
}

const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5
