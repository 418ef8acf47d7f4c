// Which firm, were it found to make an input, makes it first?
//
// A firm that makes an input serves everybody: the minutes to the makers are reckoned anew for all.
import { type Field, type Runner, wins } from '#geodata/analysis/decision/winning/field.ts'
import { upstreamMinutesWere } from '#geodata/analysis/siting/criteria/upstream-minutes.ts'
import { valueAt } from '#geodata/analysis/siting/criterion.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { ChangeToWin } from '#geodata/contract/processes/what-would-win.ts'

type Maker = ChangeToWin & { kind: 'maker' }

export function makersToWin(field: Field, criteria: SitingResult['criteria']): Maker[] {
  const k = criteria.findIndex(({ id }) => id === 'upstreamMinutes')
  const scale = criteria[k]
  if (!scale || (field.weights[k] ?? 0) === 0) return []
  return field.own.measured.site.partners.inputs.flatMap(({ input, makers }, place) =>
    makers.flatMap(({ basis, partner, chance }): Maker[] => {
      if (basis === 'product' || !partner.duration) return []
      const alsoSure = { place, firmId: partner.id }
      const toMinutes = upstreamMinutesWere(field.own.measured.site.partners, alsoSure)
      const served = (runner: Runner): Runner => {
        const minutes = upstreamMinutesWere(runner.measured.site.partners, alsoSure)
        if (minutes === null) return runner
        const value = runner.value.map((one, j) => (j === k ? valueAt(scale, minutes) : one))
        return { ...runner, value }
      }
      const then = { ...field, own: served(field.own), rivals: field.rivals.map(served) }
      if (toMinutes === null || !wins(then)) return []
      const fromMinutes = field.own.measured.terms[k]?.raw ?? null
      const firm = { zh: partner.nameZh, en: partner.nameEn }
      const { id: firmId } = partner
      return [{ kind: 'maker', firmId, firm, input: input.title, fromMinutes, toMinutes, chance }]
    }),
  )
}
