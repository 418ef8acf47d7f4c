// What did an answer assume that nobody has measured here?
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { HANDLING_ROWS } from '#geodata/analysis/jit/handling.ts'
import type { JitWindowInputs, JitWindowResult } from '#geodata/contract/processes/jit-window.ts'

const OURS = '规划假设，可改 planning assumption, editable'

export function trafficAssumptions(inputs: JitWindowInputs): JitWindowResult['assumptions'] {
  const { hourFactors, variation, requiredShare } = inputs
  const assumed = { valueHigh: null, source: OURS, kind: 'assumption' as const }
  return [
    {
      ...assumed,
      id: 'variation',
      text: { zh: '行车时间变异系数', en: 'Coefficient of variation of the time on the road' },
      value: variation,
      unit: 'ratio',
    },
    {
      ...assumed,
      id: 'requiredShare',
      text: { zh: '要求的准时率', en: 'Share of deliveries that must be in time' },
      value: requiredShare,
      unit: 'share',
    },
    {
      ...assumed,
      id: 'hourFactor',
      text: {
        zh: '各时段行车时间对畅通时的倍数；本地没有公开数据，1 表示未作修正',
        en: 'Time on the road over free flow by hour; none is published here, 1 means uncorrected',
      },
      value: Math.min(...hourFactors),
      valueHigh: Math.max(...hourFactors),
      unit: 'ratio',
    },
  ]
}

export function handlingAssumptions({ freightCosts }: RegionFacts): JitWindowResult['assumptions'] {
  return Object.values(HANDLING_ROWS).flatMap((rowId) => {
    const row = freightCosts.find(({ id }) => id === rowId)
    if (row?.valueLow == null) return []
    return [
      {
        id: `handling.${rowId}`,
        text: { zh: row.itemZh, en: row.itemEn },
        value: row.valueLow,
        valueHigh: row.valueHigh,
        unit: 'minutes',
        source: `freight_costs.csv ${rowId}; ${row.source}`,
        kind: row.sourceClass === 'none' ? ('assumption' as const) : ('documented' as const),
      },
    ]
  })
}
