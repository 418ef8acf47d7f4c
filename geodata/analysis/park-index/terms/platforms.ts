// How many innovation and test platforms lie near the park?

import { placeOf } from '#geodata/analysis/facts.ts'
import { countWithin } from '#geodata/analysis/ground/doubtful.ts'
import { spreadFrom, tripTo } from '#geodata/analysis/ground/trips.ts'
import { type IndexTerm, rowOf } from '#geodata/analysis/park-index/term.ts'

const NEAR_MINUTES = 30

export const platforms: IndexTerm = {
  id: 'platforms',
  title: { zh: '30 分内创新平台', en: 'Platforms within 30 min' },
  definition: {
    zh: '30 卡车分钟内的创新与检测平台；位置不明的平台计入上限。',
    en: 'Innovation and test platforms within 30 truck minutes; those of unknown place count in the high end.',
  },
  unit: 'platforms',
  best: 8,
  worst: 0,
  defaultWeight: 10,
  measure: ({ ground, facts }, park) => {
    const place = placeOf(park)
    const source = 'platforms.csv'
    const reason = { zh: '园区位置未知', en: 'The park’s place is unknown.' }
    if (!place) return { kind: 'unknown', reason, source }
    const spread = spreadFrom(ground, place)
    const timed = facts.platforms.map((platform) => {
      const there = placeOf(platform)
      const trip = there && tripTo(ground, spread, there)
      return { platform, duration: trip?.kind === 'reached' ? trip.duration : null, there }
    })
    // A platform of known place that no truck reaches is not near; one of unknown place may be.
    const open = timed.filter(({ duration, there }) => duration !== null || there === null)
    const { low, central, high } = countWithin(
      open.map(({ duration }) => duration),
      NEAR_MINUTES,
    )
    return {
      kind: 'known',
      raw: central,
      low,
      high: high ?? open.length,
      rows: timed
        .filter(({ duration }) => duration && duration.centralSeconds <= NEAR_MINUTES * 60)
        .map(({ platform }) => rowOf('platforms', platform)),
      source,
    }
  },
}
