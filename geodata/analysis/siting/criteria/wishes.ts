// How many of the wishes does the site meet?
//
// The share of the wishes that are met. One in doubt counts by the chance that the draws give it, one of which
// nothing is known by half, and both widen the interval. Without wishes the criterion is not asked.
import { addAmount, scale } from '#geodata/analysis/doubt/arrays.ts'
import { type Criterion, known, type Site } from '#geodata/analysis/siting/criterion.ts'
import { nameOfUnknown } from '#geodata/analysis/siting/drawn-terms.ts'

export const wishes: Criterion = {
  id: 'wishes',
  title: { zh: '愿望的满足', en: 'Wishes met' },
  unit: 'share',
  group: 'landAndUtilities',
  best: 1,
  worst: 0,
  defaultWeight: 10,
  isAsked: ({ inputs }) => inputs.needs.some(({ isHard }) => !isHard),
  measure: (_, site) => {
    const wished = wishesOf(site)
    const share = (of: (one: (typeof wished)[number]['found']) => number) =>
      wished.reduce((sum, { found }) => sum + of(found), 0) / wished.length
    const low = share(({ standing }) => (standing === 'met' ? 1 : 0))
    const high = share(({ standing }) => (standing === 'failed' ? 0 : 1))
    const sources = [...new Set(wished.map(({ found }) => found.source))].join('; ')
    return known(
      share(({ chance }) => chance ?? 0.5),
      sources,
      low,
      high,
    )
  },
  /** Where some wish is met in some draws only; those of which nothing is known stay one variable. */
  draw: (_, site, { draws }, into) => {
    const wished = wishesOf(site)
    const doubted = wished.filter(({ found, metIn }) => metIn && found.standing === 'perhaps')
    if (doubted.length === 0) return false
    into.fill(0)
    addAmount(into, wished.filter(({ found }) => found.standing === 'met').length)
    const unknown = wished.filter(({ found }) => found.chance === null).length
    const even = draws.evenly(nameOfUnknown(wishes, site.candidate))
    for (let draw = 0; draw < into.length; draw++) {
      let met = (into[draw] ?? 0) + unknown * (even[draw] ?? 0)
      for (const { metIn } of doubted) met += metIn?.[draw] ?? 0
      into[draw] = met
    }
    scale(into, 1 / wished.length)
    return true
  },
}

function wishesOf({ needs }: Pick<Site, 'needs'>) {
  return needs.filter(({ found }) => !found.isHard)
}
