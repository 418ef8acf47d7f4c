// How large is the park, as documented?
import { type IndexTerm, rowOf } from '#geodata/analysis/park-index/term.ts'

export const documentedArea: IndexTerm = {
  id: 'documentedArea',
  title: { zh: '规划面积', en: 'Planned area' },
  definition: {
    zh: '有来源的规划面积；没有来源的不估。',
    en: 'The planned area a source gives; none is estimated.',
  },
  unit: 'squareKilometers',
  best: 40,
  worst: 0,
  defaultWeight: 5,
  measure: (_, park) => {
    const { plannedAreaSquareKilometers: area, source } = park.properties
    if (area === null) {
      const reason = { zh: '规划面积未知', en: 'The planned area is unknown.' }
      return { kind: 'unknown', reason, source }
    }
    return { kind: 'known', raw: area, low: area, high: area, rows: [rowOf('parks', park)], source }
  },
}
