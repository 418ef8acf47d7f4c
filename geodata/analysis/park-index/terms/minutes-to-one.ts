// How many truck minutes lie between the park and the "1"?
import { placeOf } from '#geodata/analysis/facts.ts'
import { spreadFrom, type Trip, tripTo } from '#geodata/analysis/ground/trips.ts'
import { reasonOf } from '#geodata/analysis/nearest/nearest.ts'
import { type IndexTerm, rowOf } from '#geodata/analysis/park-index/term.ts'

export const minutesToOne: IndexTerm = {
  id: 'minutesToOne',
  title: { zh: '到“1”的分钟', en: 'Minutes to the “1”' },
  definition: {
    zh: '从园区到“1”的卡车分钟；“1”未定时取最近的候选。',
    en: 'Truck minutes from the park to the “1”; to the nearest candidate while none is set.',
  },
  unit: 'minutes',
  best: 15,
  worst: 120,
  defaultWeight: 20,
  measure: ({ ground, ones }, park) => {
    const place = placeOf(park)
    const spread = place && spreadFrom(ground, place)
    let last: Trip | null = null
    const trips = ones.flatMap((one) => {
      const there = placeOf(one)
      last = spread && there && tripTo(ground, spread, there)
      return last?.kind === 'reached' ? [{ one, ...last.duration }] : []
    })
    trips.sort((a, b) => a.centralSeconds - b.centralSeconds)
    const [nearest] = trips
    const source = `${ground.roads.title.zh} ${ground.roads.title.en}`
    if (!nearest) return { kind: 'unknown', reason: reasonOf(last), source }
    return {
      kind: 'known',
      raw: nearest.centralSeconds / 60,
      // The nearest of several is at most as far as the least of their high ends.
      low: Math.min(...trips.map(({ lowSeconds }) => lowSeconds)) / 60,
      high: Math.min(...trips.map(({ highSeconds }) => highSeconds)) / 60,
      rows: [rowOf('parks', nearest.one)],
      source,
    }
  },
}
