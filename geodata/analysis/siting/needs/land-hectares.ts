// How many hectares are planned and not developed, or how large is one’s own site?
import { spread } from '#geodata/analysis/doubt/arrays.ts'
import { land as landCriterion } from '#geodata/analysis/siting/criteria/land.ts'
import { nameOfUnknown } from '#geodata/analysis/siting/drawn-terms.ts'
import { freeLandOf } from '#geodata/analysis/siting/free-land.ts'
import { type Need, unknownNeed } from '#geodata/analysis/siting/need.ts'

export const landHectares: Need = {
  id: 'landHectares',
  title: { zh: '用地', en: 'Land' },
  unit: 'hectares',
  group: 'landAndUtilities',
  compares: 'atLeast',
  look: ({ facts }, { candidate }, { draws }) => {
    const land = freeLandOf(facts, candidate)
    if (land.kind === 'unknown') return unknownNeed(land.reason, land.source)
    const { hectares, source } = land
    if (land.kind === 'atMost') {
      const told = {
        zh: `未开发用地至多 ${hectares} 公顷（规划面积；已开发多少未知）`,
        en: `At most ${hectares} ha undeveloped: the planned area; how much is developed is unknown.`,
      }
      // One fact: how much is developed is drawn once, for the criterion of land and for the need.
      const drawn = spread(draws.evenly(nameOfUnknown(landCriterion, candidate)), 0, hectares)
      return { kind: 'amount', low: 0, central: null, high: hectares, drawn, told, source }
    }
    const told = candidate.site
      ? { zh: `地块 ${hectares} 公顷`, en: `The site has ${hectares} ha.` }
      : { zh: `未开发用地 ${hectares} 公顷`, en: `${hectares} ha undeveloped.` }
    return {
      kind: 'amount',
      low: hectares,
      central: hectares,
      high: hectares,
      drawn: null,
      told,
      source,
    }
  },
}
