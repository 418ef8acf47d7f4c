// How does an area lie in memory, so that its GeoJSON is written without an object per corner?
//
// Corners of all rings follow each other as longitude and latitude in turn, each ring closed by its first
// corner once more. Readers that want arrays within arrays get them when they first ask.
import type { NumberPen } from '#geodata/formats/number-pen.ts'
import { flatRingSquareKilometers } from '#geodata/geometry/square-kilometers.ts'

export class DrawnArea {
  readonly type = 'MultiPolygon'
  readonly corners: Float64Array
  /** By polygon, the outer ring first: where each ring ends among the corners, in numbers. */
  readonly ringEnds: readonly (readonly number[])[]
  private nested: number[][][][] | undefined

  constructor(corners: Float64Array, ringEnds: readonly (readonly number[])[]) {
    this.corners = corners
    this.ringEnds = ringEnds
  }

  /** Of arrays within arrays, as a MultiPolygon has them. */
  static of(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): DrawnArea {
    let end = 0
    const ringEnds = polygons.map((rings) =>
      rings.map((corners) => {
        end += 2 * corners.length
        return end
      }),
    )
    return new DrawnArea(Float64Array.from(polygons.flat(3)), ringEnds)
  }

  get coordinates(): number[][][][] {
    this.nested ??= this.nestedRings()
    return this.nested
  }

  /** On the IUGG mean sphere, holes subtracted. */
  get squareKilometers(): number {
    let from = 0
    let sum = 0
    for (const ends of this.ringEnds) {
      ends.forEach((end, ring) => {
        const own = Math.abs(flatRingSquareKilometers(this.corners, from, end))
        sum += ring === 0 ? own : -own
        from = end
      })
    }
    return sum
  }

  toJSON(): { type: 'MultiPolygon'; coordinates: number[][][][] } {
    return { type: this.type, coordinates: this.coordinates }
  }

  /** Writes what JSON.stringify would. */
  write(pen: NumberPen): void {
    pen.text('{"type":"MultiPolygon","coordinates":[')
    let at = 0
    this.ringEnds.forEach((ends, polygon) => {
      pen.text(polygon === 0 ? '[' : ',[')
      ends.forEach((end, ring) => {
        pen.text(ring === 0 ? '[' : ',[')
        pen.pairs(this.corners, at, end)
        pen.text(']')
        at = end
      })
      pen.text(']')
    })
    pen.text(']}')
  }

  private nestedRings(): number[][][][] {
    let at = 0
    return this.ringEnds.map((ends) =>
      ends.map((end) => {
        const ring: number[][] = []
        for (; at < end; at += 2) ring.push([this.corners[at] ?? 0, this.corners[at + 1] ?? 0])
        return ring
      }),
    )
  }
}
