// How much of the planned land is undeveloped?
import { type Criterion, known, unknown } from '#geodata/analysis/siting/criterion.ts'

export const land: Criterion = {
  id: 'land',
  title: { zh: '未开发用地', en: 'Undeveloped land' },
  unit: 'squareKilometers',
  best: 5,
  worst: 0,
  defaultWeight: 10,
  measure: (_, { candidate: { park } }) => {
    const source = park?.properties.source ?? 'parks.csv'
    const planned = park?.properties.plannedAreaSquareKilometers ?? null
    const developed = park?.properties.developedAreaSquareKilometers ?? null
    if (planned === null || developed === null)
      return unknown({ zh: '未开发用地未知', en: 'Undeveloped land is unknown.' }, source)
    return known(planned - developed, source)
  },
}
