// How many firms are known in the park?
import { firmsOf, type IndexTerm, rowOf } from '#geodata/analysis/park-index/term.ts'

export const knownFirms: IndexTerm = {
  id: 'knownFirms',
  title: { zh: '已知企业', en: 'Known firms' },
  definition: {
    zh: '名录里记在本园区的企业数；同区县而园区不明的企业可能也在，计入上限。',
    en: 'Firms recorded in the park; firms of its district whose park nobody says may be too, and count in the high end.',
  },
  unit: 'companies',
  best: 10,
  worst: 0,
  defaultWeight: 20,
  measure: (context, park) => {
    const { known, perhaps } = firmsOf(context, park)
    return {
      kind: 'known',
      raw: known.length,
      low: known.length,
      high: known.length + perhaps.length,
      rows: known.map((firm) => rowOf('companies', firm)),
      source: 'companies.csv',
    }
  },
}
