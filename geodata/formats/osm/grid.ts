// Where do the steps of a block lie, in whole ten-millionths of a degree?
import { NOWHERE } from '#geodata/formats/osm/handlers.ts'
import { BlobFault } from '#geodata/formats/osm/osm-read-error.ts'

const NANODEGREES_PER_UNIT = 100
const LNG7_MOST = 1_800_000_000
const LAT7_MOST = 900_000_000

export class Grid {
  granularity = NANODEGREES_PER_UNIT
  lngOffset = 0
  latOffset = 0

  reset(): void {
    this.granularity = NANODEGREES_PER_UNIT
    this.lngOffset = 0
    this.latOffset = 0
  }

  lng7(steps: number): number {
    return this.#onGrid(this.lngOffset, steps)
  }

  lat7(steps: number): number {
    return this.#onGrid(this.latOffset, steps)
  }

  #onGrid(offset: number, steps: number): number {
    if (offset === 0 && this.granularity === NANODEGREES_PER_UNIT) return steps
    return Math.round((offset + this.granularity * steps) / NANODEGREES_PER_UNIT)
  }
}

/** Writers keep this pair for a place that is not known. */
export function isNowhere(lng7: number, lat7: number): boolean {
  return lng7 === NOWHERE && lat7 === NOWHERE
}

export function isOnEarth(lng7: number, lat7: number): boolean {
  return Math.abs(lng7) <= LNG7_MOST && Math.abs(lat7) <= LAT7_MOST
}

export function mustBeOnEarth(id: number, lng7: number, lat7: number): void {
  if (isOnEarth(lng7, lat7)) return
  const isLng = Math.abs(lng7) > LNG7_MOST
  const degrees = (isLng ? lng7 : lat7) / 1e7
  throw new BlobFault(
    `node ${id} at ${isLng ? 'longitude' : 'latitude'} ${degrees}, which is not on Earth`,
    `节点 ${id} 的${isLng ? '经度' : '纬度'}为 ${degrees}，不在地球上`,
  )
}
