// How many of the wishes does the site meet?
//
// The share of the wishes that are met; one that is in doubt or unknown may be met or not, so it widens
// the interval and is drawn at its middle. Without wishes the criterion is not asked.
import { type Criterion, known } from '#geodata/analysis/siting/criterion.ts'

export const wishes: Criterion = {
  id: 'wishes',
  title: { zh: '愿望的满足', en: 'Wishes met' },
  unit: 'share',
  best: 1,
  worst: 0,
  defaultWeight: 10,
  isAsked: ({ inputs }) => inputs.needs.some(({ isHard }) => !isHard),
  measure: (_, { needs }) => {
    const wished = needs.filter(({ isHard }) => !isHard)
    const share = (standings: readonly string[]) =>
      wished.filter(({ standing }) => standings.includes(standing)).length / wished.length
    const low = share(['met'])
    const high = share(['met', 'perhaps', 'unknown'])
    const sources = [...new Set(wished.map(({ source }) => source))].join('; ')
    return known((low + high) / 2, sources, low, high)
  },
}
