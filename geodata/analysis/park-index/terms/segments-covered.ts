// Which share of the segments assigned to the park has a known firm there?
import { firmsOf, type IndexTerm, rowOf } from '#geodata/analysis/park-index/term.ts'

export const segmentsCovered: IndexTerm = {
  id: 'segmentsCovered',
  title: { zh: '分工落实', en: 'Assignment met' },
  definition: {
    zh: '分给本园区的环节中，园内至少有一家已知企业的比例。',
    en: 'Share of the segments assigned to the park in which at least one firm there is known.',
  },
  unit: 'share',
  best: 1,
  worst: 0,
  defaultWeight: 20,
  measure: (context, park) => {
    const { segmentIds } = park.properties
    if (segmentIds.length === 0) {
      const reason = { zh: '园区分工未知', en: 'The park’s assignment is unknown.' }
      return { kind: 'unknown', reason, source: park.properties.source }
    }
    const { known, perhaps } = firmsOf(context, park)
    const share = (firms: typeof known) => {
      const made = new Set(firms.flatMap(({ properties }) => properties.segmentIds))
      return segmentIds.filter((id) => made.has(id)).length / segmentIds.length
    }
    return {
      kind: 'known',
      raw: share(known),
      low: share(known),
      high: share([...known, ...perhaps]),
      rows: known
        .filter(({ properties }) => properties.segmentIds.some((id) => segmentIds.includes(id)))
        .map((firm) => rowOf('companies', firm)),
      source: 'parks.csv; companies.csv',
    }
  },
}
