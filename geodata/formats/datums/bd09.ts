// Where on the ground is a place that Baidu's maps show shifted once more (BD-09)?
//
// BD-09 is GCJ-02 turned and stretched by a small wave, as published; it has no closed inverse, so the
// inverse corrects its guess by the miss, as for GCJ-02.
import { gcj02FromWgs84, wgs84FromGcj02 } from '#geodata/formats/datums/gcj02.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

const WAVE = (Math.PI * 3000) / 180
const SETTLED_DEGREES = 1e-11
const MOST_STEPS = 12

/** WGS84 → BD-09, degrees. */
export function bd09FromWgs84(place: LngLat): LngLat {
  const [x, y] = gcj02FromWgs84(place)
  const radius = Math.sqrt(x * x + y * y) + 0.000_02 * Math.sin(y * WAVE)
  const angle = Math.atan2(y, x) + 0.000_003 * Math.cos(x * WAVE)
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006]
}

/** BD-09 → WGS84, degrees; forward again gives the input within 1e-10 degrees. */
export function wgs84FromBd09(shifted: LngLat): LngLat {
  let [lng, lat] = wgs84FromGcj02([shifted[0] - 0.0065, shifted[1] - 0.006])
  for (let step = 0; step < MOST_STEPS; step++) {
    const [guessLng, guessLat] = bd09FromWgs84([lng, lat])
    const [missLng, missLat] = [shifted[0] - guessLng, shifted[1] - guessLat]
    lng += missLng
    lat += missLat
    if (Math.abs(missLng) + Math.abs(missLat) < SETTLED_DEGREES) break
  }
  return [lng, lat]
}
