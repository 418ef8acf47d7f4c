// Which need, asked otherwise or found out, makes it first?
//
// A hard need that it fails stands in its way and is loosened to what it has; one that the rivals ahead fail and it
// does not is tightened beyond what they have; a wish that is proven raises its share of wishes met.
import {
  type Field,
  leadOver,
  runnerOf,
  wins,
  withValue,
} from '#geodata/analysis/decision/winning/field.ts'
import { LEVEL_POINTS } from '#geodata/analysis/doubt/standings.ts'
import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'
import { NEEDS } from '#geodata/analysis/siting/needs.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { ChangeToWin } from '#geodata/contract/processes/what-would-win.ts'

export type NeedChange = ChangeToWin & { kind: 'need' }
type Asked = SitingResult['needs'][number]

const comparesOf = (id: string) => NEEDS.find((need) => need.id === id)?.compares ?? 'there'
const foundOf = (one: MeasuredCandidate, id: string) => one.needs.find((need) => need.id === id)

/** The hard needs that a candidate surely fails. */
export const failedBy = (one: MeasuredCandidate) =>
  one.needs.filter(({ isHard, standing }) => isHard && standing === 'failed').map(({ id }) => id)

function changeOf(asked: Asked, ofId: string): NeedChange {
  const { id: needId, title, unit, amount: from } = asked
  return { kind: 'need', needId, title, unit, action: 'drop', ofId, from, to: null, chance: null }
}

/** The needs asked so that the candidate no longer surely fails them; others may come in with it. */
export function loosened(
  field: Field,
  all: readonly MeasuredCandidate[],
  needs: readonly Asked[],
): { changes: NeedChange[]; field: Field } {
  const { own } = field
  const changes = needs.map((asked): NeedChange => {
    const compares = comparesOf(asked.id)
    const found = foundOf(own.measured, asked.id)
    const to = (compares === 'atMost' ? found?.low : found?.high) ?? null
    const change = changeOf(asked, own.id)
    const isAmount = compares !== 'there' && to !== null && asked.amount !== null
    return isAmount ? { ...change, action: 'lower', to } : change
  })
  const stillFails = (one: MeasuredCandidate, needId: string) => {
    const change = changes.find((each) => each.needId === needId)
    if (!change) return true
    const found = foundOf(one, needId)
    if (change.to === null || !found) return false
    return comparesOf(needId) === 'atMost'
      ? (found.low ?? -Infinity) > change.to
      : (found.high ?? Infinity) < change.to
  }
  const rivals = all.filter(
    (one) => one.id !== own.id && !failedBy(one).some((id) => stillFails(one, id)),
  )
  return { changes, field: { ...field, rivals: rivals.map(runnerOf) } }
}

/** Needs that, asked for more, leave out every rival ahead and not the candidate. */
export function tightened(field: Field, needs: readonly Asked[]): NeedChange[] {
  const ahead = field.rivals.filter(
    (rival) => leadOver(field, rival, field.weights) < -LEVEL_POINTS,
  )
  return needs.flatMap((asked): NeedChange[] => {
    const compares = comparesOf(asked.id)
    if (!asked.isHard || asked.amount === null || compares === 'there' || ahead.length === 0) {
      return []
    }
    const isMost = compares === 'atMost'
    const boundOf = (one: MeasuredCandidate) => {
      const found = foundOf(one, asked.id)
      return (isMost ? found?.low : found?.high) ?? null
    }
    const bounds = ahead.map(({ measured }) => boundOf(measured))
    const own = boundOf(field.own.measured)
    // Of whom nothing is known is left out by no amount.
    if (own === null || bounds.some((bound) => bound === null)) return []
    const known = bounds.map((bound) => bound ?? 0)
    const to = isMost ? Math.min(...known) : Math.max(...known)
    const isBetter = isMost ? own < to : own > to
    return isBetter ? [{ ...changeOf(asked, field.own.id), action: 'raise', to }] : []
  })
}

/** Hard needs of the only rival ahead that are not proven: found to fail, it is out. */
export function disproven(field: Field, needs: readonly Asked[]): NeedChange[] {
  const ahead = field.rivals.filter(
    (rival) => leadOver(field, rival, field.weights) < -LEVEL_POINTS,
  )
  const [only] = ahead
  if (!only || ahead.length > 1) return []
  return needs.flatMap((asked): NeedChange[] => {
    const found = foundOf(only.measured, asked.id)
    const isOpen = found?.standing === 'perhaps' || found?.standing === 'unknown'
    if (!asked.isHard || !isOpen) return []
    const chance = found.chance === null ? null : 1 - found.chance
    return [{ ...changeOf(asked, only.id), action: 'disproven', chance }]
  })
}

/** Wishes of its own that are not proven: found to be met, they count whole. */
export function proven(field: Field, criteria: SitingResult['criteria'], needs: readonly Asked[]) {
  const k = criteria.findIndex(({ id }) => id === 'wishes')
  const wished = needs.filter(({ isHard }) => !isHard)
  return wished.flatMap((asked): NeedChange[] => {
    const found = foundOf(field.own.measured, asked.id)
    if (found?.standing !== 'perhaps' && found?.standing !== 'unknown') return []
    const { chance } = found
    const value = (field.own.value[k] ?? 0) + (1 - (chance ?? 0.5)) / wished.length
    if (!wins(withValue(field, k, value))) return []
    return [{ ...changeOf(asked, field.own.id), action: 'proven', chance }]
  })
}
