// Which share of the park's known firms holds a documented certificate or title?
import { firmsOf, type IndexTerm, rowOf } from '#geodata/analysis/park-index/term.ts'

export const certifications: IndexTerm = {
  id: 'certifications',
  title: { zh: '有证书或称号的企业', en: 'Certified or titled firms' },
  definition: {
    zh: '已知企业中有书面证书或称号（IATF16949、ISO26262、专精特新等）的比例；没有记录不等于没有，所以只给下限。',
    en: 'Share of known firms with a documented certificate or title (IATF16949, ISO26262, little giant …); no record is not no certificate, so only the low end is known.',
  },
  unit: 'share',
  best: 1,
  worst: 0,
  defaultWeight: 5,
  measure: (context, park) => {
    const { known } = firmsOf(context, park)
    const source = 'certifications.csv'
    if (known.length === 0) {
      const reason = { zh: '园内没有已知企业', en: 'No firm is known in the park.' }
      return { kind: 'unknown', reason, source }
    }
    const holders = new Set(
      context.facts.certifications
        .filter(({ status }) => status === 'documented')
        .map(({ companyId }) => companyId),
    )
    const documented = known.filter(({ properties }) => holders.has(properties.id))
    const low = documented.length / known.length
    const rows = documented.map((firm) => rowOf('companies', firm))
    if (low === 1) return { kind: 'known', raw: 1, low: 1, high: 1, rows, source }
    return {
      kind: 'bounded',
      low,
      high: 1,
      reason: {
        zh: `${known.length} 家中 ${documented.length} 家有书面记录，其余未知`,
        en: `${documented.length} of ${known.length} firms are documented, the others unknown.`,
      },
      rows,
      source,
    }
  },
}
