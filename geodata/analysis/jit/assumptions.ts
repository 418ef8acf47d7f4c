// What did an answer assume that is not measured here?
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { HANDLING_ROWS } from '#geodata/analysis/jit/handling.ts'
import type { JitWindowInputs, JitWindowResult } from '#geodata/contract/processes/jit-window.ts'

const OURS = '规划假设，可改 planning assumption, editable'

export function trafficAssumptions({
  hourFactors,
  variation,
  requiredShare,
}: Pick<
  JitWindowInputs,
  'hourFactors' | 'variation' | 'requiredShare'
>): JitWindowResult['assumptions'] {
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

/** Minutes that the user gave take the place of the recorded ones. */
export function handlingAssumptions(
  { freightCosts }: RegionFacts,
  { loadingMinutes, dockMinutes }: JitWindowInputs,
): JitWindowResult['assumptions'] {
  const asked = { valueHigh: null, unit: 'minutes', source: OURS, kind: 'assumption' as const }
  const loading = { zh: '装货（提问者给定）', en: 'Loading, as asked' }
  const dock = { zh: '进厂与卸货（提问者给定）', en: 'Gate and unloading, as asked' }
  const given: JitWindowResult['assumptions'] = []
  if (loadingMinutes !== undefined) {
    given.push({ ...asked, id: 'loading', text: loading, value: loadingMinutes })
  }
  if (dockMinutes !== undefined)
    given.push({ ...asked, id: 'dock', text: dock, value: dockMinutes })
  const recorded = Object.values(HANDLING_ROWS).flatMap((rowId) => {
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
  return given.length === 2 ? given : [...given, ...recorded]
}
