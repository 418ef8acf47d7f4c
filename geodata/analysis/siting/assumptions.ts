// Which defaults without a documented source did an answer use?

import type { Criterion } from '#geodata/analysis/siting/criterion.ts'
import type { Plant } from '#geodata/analysis/siting/question.ts'
import type { SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'

const OURS = '本产品默认值 default of Park Atlas'

export function assumptionsOf(
  inputs: SitingInputs,
  plants: readonly Plant[],
  criteria: readonly Criterion[],
): SitingResult['assumptions'] {
  const list: SitingResult['assumptions'] = [
    {
      id: 'motorwaySpeed',
      text: { zh: '高速公路重车速度', en: 'Loaded truck speed on motorways' },
      value: 68,
      unit: 'km/h',
      source: 'truck_speeds.csv V27',
      kind: 'assumption',
    },
    {
      id: 'plantWindow',
      text: { zh: '整车厂窗口', en: 'Window to plants' },
      value: inputs.plantWindowMinutes,
      unit: 'minutes',
      source: OURS,
      kind: 'assumption',
    },
    {
      id: 'clusterRadius',
      text: { zh: '集群半径', en: 'Cluster radius' },
      value: inputs.clusterMinutes,
      unit: 'minutes',
      source: OURS,
      kind: 'assumption',
    },
    {
      id: 'plantCount',
      text: { zh: '计入的整车厂', en: 'Vehicle plants counted' },
      value: plants.length,
      unit: 'plants',
      source: 'plants.csv',
      kind: 'documented',
    },
  ]
  const unknown = plants.filter(({ capacity }) => capacity === null).length
  if (inputs.weightPlantsByCapacity && unknown > 0) {
    list.push({
      id: 'unknownCapacity',
      text: { zh: '产能未知的厂按中位数计', en: 'Plants of unknown capacity count as the median' },
      value: unknown,
      unit: 'plants',
      source: OURS,
      kind: 'assumption',
    })
  }
  const withoutUnits = plants.filter(({ annualUnits }) => annualUnits === null).length
  if (withoutUnits > 0 && withoutUnits < plants.length) {
    list.push({
      id: 'unknownUnits',
      text: { zh: '用量未知的厂按中位数计', en: 'Plants of unknown volume count as the median' },
      value: withoutUnits,
      unit: 'plants',
      source: OURS,
      kind: 'assumption',
    })
  }
  if (!inputs.weights) {
    for (const { id, title, defaultWeight } of criteria) {
      list.push({
        id: `weight.${id}`,
        text: { zh: `权重：${title.zh}`, en: `Weight: ${title.en}` },
        value: defaultWeight,
        unit: 'points',
        source: OURS,
        kind: 'assumption',
      })
    }
  }
  return list
}
