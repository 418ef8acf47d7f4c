// Where on the ground is a place that Chinese web maps show shifted (GCJ-02)?
//
// The forward shift is the published polynomial-and-sine formula on the Krasovsky ellipsoid; it has
// no closed inverse, so the inverse repeats "shift the guess, correct by the miss" until the miss is
// far below a millimeter. Inside this project everything is WGS84; conversion happens here, at the
// border.
import type { LngLat } from '#geodata/model/lng-lat.ts'

const AXIS_METERS = 6_378_245
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943
const RADIANS = Math.PI / 180

/** WGS84 → GCJ-02, degrees. Meant for places in China; elsewhere the shift has no meaning. */
export function gcj02FromWgs84([lng, lat]: LngLat): LngLat {
  const x = lng - 105
  const y = lat - 35
  const wave = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3)
  let north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + wave
  north += (20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * (2 / 3)
  north += (160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * (2 / 3)
  let east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + wave
  east += (20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * (2 / 3)
  east += (150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * (2 / 3)
  const sine = Math.sin(lat * RADIANS)
  const magic = 1 - ECCENTRICITY_SQUARED * sine * sine
  const meridian = (AXIS_METERS * (1 - ECCENTRICITY_SQUARED)) / (magic * Math.sqrt(magic))
  const parallel = (AXIS_METERS / Math.sqrt(magic)) * Math.cos(lat * RADIANS)
  return [lng + east / (parallel * RADIANS), lat + north / (meridian * RADIANS)]
}

/** GCJ-02 → WGS84, degrees; forward again gives the input within 1e-10 degrees. */
export function wgs84FromGcj02(shifted: LngLat): LngLat {
  let lng = shifted[0]
  let lat = shifted[1]
  for (let step = 0; step < 12; step++) {
    const [guessLng, guessLat] = gcj02FromWgs84([lng, lat])
    const missLng = shifted[0] - guessLng
    const missLat = shifted[1] - guessLat
    lng += missLng
    lat += missLat
    if (Math.abs(missLng) + Math.abs(missLat) < 1e-11) break
  }
  return [lng, lat]
}
