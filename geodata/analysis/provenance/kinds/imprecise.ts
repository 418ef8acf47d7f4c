// Whose place is known only roughly?
import type { Finder } from '#geodata/analysis/provenance/known-row.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { PRECISION_RADIUS_KILOMETERS, type Precision } from '#geodata/model/precision.ts'

const ROUGH: Partial<Record<Precision, Bilingual>> = {
  town: { zh: '只知道到乡镇', en: 'Known to the town only' },
  district: { zh: '只知道到区县', en: 'Known to the district only' },
  unknown: { zh: '位置未知', en: 'The place is not known' },
}

/** The radius is that of the row where one is stated for it, else that of its precision. */
export const imprecise: Finder = ({ rows }) =>
  rows.flatMap((row) => {
    const precision = row.properties.coordPrecision as Precision | undefined
    const rough = precision && ROUGH[precision]
    if (!rough) return []
    const stated = row.properties.precisionRadiusKilometers
    const radius = typeof stated === 'number' ? stated : PRECISION_RADIUS_KILOMETERS[precision]
    return [
      {
        row,
        kind: 'imprecise' as const,
        field: 'place',
        name: { zh: '位置', en: 'Place' },
        known: {
          zh: `${rough.zh}${radius === null ? '' : `（±${radius} 公里）`}`,
          en: `${rough.en}${radius === null ? '' : ` (±${radius} km)`}`,
        },
        mend: {
          zh: '补主入口的经度、纬度和坐标系，或门牌地址',
          en: 'Give longitude, latitude and datum of the main gate, or the street address',
        },
      },
    ]
  })
