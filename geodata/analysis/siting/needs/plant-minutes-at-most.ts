// How long is it to the customers, on average?
import { likelyRange } from '#geodata/analysis/doubt/likely.ts'
import { plantMinutes } from '#geodata/analysis/siting/criteria/plant-minutes.ts'
import { type Need, unknownNeed } from '#geodata/analysis/siting/need.ts'

export const plantMinutesAtMost: Need = {
  id: 'plantMinutesAtMost',
  title: { zh: '到整车厂平均不超过', en: 'Mean to the plants at most' },
  unit: 'minutes',
  group: 'market',
  compares: 'atMost',
  look: (context, site, doubt) => {
    const measured = plantMinutes.measure(context, site)
    if (measured.kind !== 'known') return unknownNeed(measured.reason, measured.source)
    const drawn = new Float64Array(doubt.draws.count)
    const isDrawn = plantMinutes.draw?.(context, site, doubt, drawn) ?? false
    const minutes = Math.round(measured.raw)
    const range = isDrawn ? likelyRange(drawn, doubt.lent) : [measured.low, measured.high]
    const least = Math.round(Math.min(range[0] ?? measured.raw, measured.raw))
    const most = Math.round(Math.max(range[1] ?? measured.raw, measured.raw))
    const isPoint = least === most
    const told = {
      zh: `到整车厂平均 ${minutes} 分${isPoint ? '' : `，可能 ${least}–${most} 分`}`,
      en: `${minutes} minutes to the plants on average${isPoint ? '' : `, likely ${least}–${most}`}.`,
    }
    const { raw: central, low, high, source } = measured
    return { kind: 'amount', low, central, high, drawn: isDrawn ? drawn : null, told, source }
  },
}
