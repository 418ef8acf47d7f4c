// At which level is the park recognised as an industrial park?
import type { IndexTerm } from '#geodata/analysis/park-index/term.ts'

/** Our reading: a national park two points, a provincial or municipal one. */
const POINTS: Record<string, [low: number, high: number]> = {
  国家级: [2, 2],
  市级: [1, 1],
  省级: [1, 1],
  // Two provinces' joint park has no place in that order: it may count as either.
  省市共建: [1, 2],
}

export const level: IndexTerm = {
  id: 'level',
  title: { zh: '级别', en: 'Level' },
  definition: {
    zh: '国家级 2 分，市级、省级 1 分；省市共建介于两者之间（本图研判）。',
    en: 'National 2 points, municipal or provincial 1; jointly built between the two (our reading).',
  },
  unit: 'points',
  best: 2,
  worst: 0,
  defaultWeight: 10,
  measure: (_, { properties }) => {
    const points = POINTS[properties.level]
    const reason = { zh: `级别“${properties.level}”`, en: `Level “${properties.level}”.` }
    if (!points) return { kind: 'unknown', reason, source: properties.source }
    const [low, high] = points
    const rows = [
      {
        collection: 'parks' as const,
        id: properties.id,
        nameZh: properties.nameZh,
        nameEn: properties.nameEn,
      },
    ]
    if (low < high) return { kind: 'bounded', low, high, reason, rows, source: properties.source }
    return { kind: 'known', raw: low, low, high, rows, source: properties.source }
  },
}
