// How many minutes is it to the nearest port or rail terminal?
import {
  type Criterion,
  minutes,
  networkSource,
  unknown,
} from '#geodata/analysis/siting/criterion.ts'
import { nearestMinutes } from '#geodata/analysis/siting/drawn-ways.ts'
import { nearestHub } from '#geodata/analysis/siting/partners.ts'

export const hubMinutes: Criterion = {
  id: 'hubMinutes',
  title: { zh: '到最近港口或铁路站', en: 'To nearest port or rail' },
  unit: 'minutes',
  group: 'logistics',
  best: 30,
  worst: 120,
  defaultWeight: 10,
  datesOf: ({ ground }) => [ground.roads.asOf],
  measure: ({ ground }, { partners }) => {
    const duration = nearestHub(partners)?.duration
    if (duration) return minutes(duration, networkSource(ground))
    const reason = { zh: '无可达的港口或铁路站', en: 'No port or rail terminal is reachable.' }
    return unknown(reason, 'hubs.csv')
  },
  draw: (_, { partners }, doubt, into) => {
    const hubs = partners.hubs.map((partner) => ({ partner, makingDraws: null }))
    nearestMinutes(into, partners, hubs, doubt)
    return partners.hubs.some(({ drawn }) => drawn)
  },
}
