// Which share of what is known of the park stands on a stated source?
import { firmsOf, type IndexTerm, rowOf } from '#geodata/analysis/park-index/term.ts'

export const statedSources: IndexTerm = {
  id: 'statedSources',
  title: { zh: '有来源的比例', en: 'Share with a source' },
  definition: {
    zh: '园区与园内已知企业的记录中，写明来源的比例。',
    en: 'Share of the rows of the park and its known firms that state a source.',
  },
  unit: 'share',
  best: 1,
  worst: 0,
  defaultWeight: 10,
  measure: (context, park) => {
    const { known } = firmsOf(context, park)
    const stated = known.filter(({ properties }) => properties.sourceClass !== 'none')
    const own = park.properties.sourceClass === 'none' ? [] : [rowOf('parks', park)]
    const rows = [...own, ...stated.map((firm) => rowOf('companies', firm))]
    const share = rows.length / (known.length + 1)
    return {
      kind: 'known',
      raw: share,
      low: share,
      high: share,
      rows,
      source: 'parks.csv; companies.csv',
    }
  },
}
