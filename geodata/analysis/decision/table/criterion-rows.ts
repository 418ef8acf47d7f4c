// The rows of the criteria and of the needs, as the siting answers them.
import { rowOf } from '#geodata/analysis/decision/table/cells.ts'
import { type Columns, cellsOf } from '#geodata/analysis/decision/table/columns.ts'
import { smallerIsBetter } from '#geodata/analysis/decision/verdicts.ts'
import { drawnRaws } from '#geodata/analysis/siting/drawn-terms.ts'
import { NEEDS } from '#geodata/analysis/siting/needs.ts'
import type { Row } from '#geodata/contract/processes/comparison.ts'

export function criterionRows(columns: Columns): Row[] {
  const { measured, result, reference } = columns
  const { context, criteria, doubt } = measured
  return result.criteria.map((told) => {
    const criterion = criteria.find(({ id }) => id === told.id)
    if (!criterion)
      throw new Error(`The siting tells a criterion ${told.id} that it did not measure.`)
    const made = cellsOf(columns, ({ terms, site }) => {
      const term = terms.find((one) => one.criterion === told.id)
      if (!term) throw new Error(`${site.candidate.id} has no term of ${told.id}.`)
      const { raw, rawLikely: likely, rawLow: low, rawHigh: high, reason, source, asOf } = term
      const bounds = { likely, low, high, source, asOf }
      if (raw === null) {
        return { kind: 'unknown', told: reason ?? UNKNOWN, ...bounds }
      }
      const drawn = reference === null ? null : drawnRaws(criterion, context, site, doubt)
      return { kind: 'amount', amount: raw, drawn, ...bounds }
    })
    const better = smallerIsBetter(told) ? 'less' : 'more'
    const { title, unit, weight } = told
    const head = { id: `criterion ${told.id}`, group: criterion.group, title, unit, weight }
    return rowOf({ ...head, better }, made, reference)
  })
}

const UNKNOWN = { zh: '未知', en: 'Unknown.' }

/** A row per need asked: met, failed, or not proven, and what the place has. */
export function needRows(columns: Columns): Row[] {
  return columns.result.needs.map(({ id, title, unit, amount, isHard }) => {
    const group = NEEDS.find((need) => need.id === id)?.group ?? 'risk'
    const made = cellsOf(columns, ({ needs }) => {
      const found = needs.find((need) => need.id === id)
      if (!found) throw new Error(`Nothing was looked up for the need ${id}.`)
      const { standing, likely, low, high, chance, told, source } = found
      return { kind: 'need', standing, likely, low, high, chance, told, source, asOf: null }
    })
    const head = { id: `need ${id}`, group, title, unit, better: null, asked: { amount, isHard } }
    return rowOf(head, made, columns.reference)
  })
}
