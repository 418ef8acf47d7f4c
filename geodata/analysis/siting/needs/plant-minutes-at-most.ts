// How long is it to the customers, on average?

import { plantMinutes } from '#geodata/analysis/siting/criteria/plant-minutes.ts'
import { type Need, unknownNeed } from '#geodata/analysis/siting/need.ts'

export const plantMinutesAtMost: Need = {
  id: 'plantMinutesAtMost',
  title: { zh: '到整车厂平均不超过', en: 'Mean to the plants at most' },
  unit: 'minutes',
  compares: 'atMost',
  look: (context, site) => {
    const measured = plantMinutes.measure(context, site)
    if (measured.kind !== 'known') return unknownNeed(measured.reason, measured.source)
    const minutes = Math.round(measured.raw)
    const told = {
      zh: `到整车厂平均 ${minutes} 分`,
      en: `${minutes} minutes to the plants on average.`,
    }
    const { low, high, source } = measured
    return { kind: 'amount', low, high, told, source }
  },
}
