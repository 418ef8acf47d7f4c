// How many hectares are planned and not developed, or how large is one’s own site?
import { type Need, unknownNeed } from '#geodata/analysis/siting/need.ts'

const HECTARES_PER_SQUARE_KILOMETER = 100

export const landHectares: Need = {
  id: 'landHectares',
  title: { zh: '用地', en: 'Land' },
  unit: 'hectares',
  compares: 'atLeast',
  look: (_, { candidate: { park, site } }) => {
    if (site) {
      const { areaHectares, source } = site.properties
      if (areaHectares === null)
        return unknownNeed({ zh: '地块面积未填', en: 'The area of the site is not given.' }, source)
      const told = { zh: `地块 ${areaHectares} 公顷`, en: `The site has ${areaHectares} ha.` }
      return { kind: 'amount', low: areaHectares, high: areaHectares, told, source }
    }
    const source = park?.properties.source ?? 'parks.csv'
    const planned = park?.properties.plannedAreaSquareKilometers ?? null
    const developed = park?.properties.developedAreaSquareKilometers ?? null
    if (planned === null || developed === null)
      return unknownNeed({ zh: '可用地未知', en: 'Available land is unknown.' }, source)
    const hectares = Math.round((planned - developed) * HECTARES_PER_SQUARE_KILOMETER)
    const told = { zh: `未开发用地 ${hectares} 公顷`, en: `${hectares} ha undeveloped.` }
    return { kind: 'amount', low: hectares, high: hectares, told, source }
  },
}
