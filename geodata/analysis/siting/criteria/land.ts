// How much of the planned land is undeveloped?
import { atMost, type Criterion, known, unknown } from '#geodata/analysis/siting/criterion.ts'
import { freeLandOf } from '#geodata/analysis/siting/free-land.ts'

export const land: Criterion = {
  id: 'land',
  title: { zh: '未开发用地', en: 'Undeveloped land' },
  unit: 'squareKilometers',
  group: 'landAndUtilities',
  best: 5,
  worst: 0,
  defaultWeight: 10,
  measure: ({ facts }, { candidate }) => {
    const free = freeLandOf(facts, candidate)
    if (free.kind === 'unknown') return unknown(free.reason, free.source)
    const { squareKilometers, source } = free
    if (free.kind === 'exactly') return known(squareKilometers, source)
    const reason = {
      zh: `未开发用地至多 ${squareKilometers} km²（规划面积），已开发多少未知`,
      en: `At most ${squareKilometers} km² is undeveloped (the planned area); how much is developed is unknown.`,
    }
    return atMost(squareKilometers, reason, source)
  },
}
