// Which site is looked at, and how do its windows stand at an hour? Worked out in the page, by the
// same formula as the server's: moving the hour or the doubt sends no request.
import { type Traffic, type Triple, windowAt } from '#geodata/analysis/jit/on-time.ts'
import { freeMinutesTo, likelyMinutesTo, minutesOf } from '#geodata/analysis/jit/parts.ts'
import type {
  JitWindowInputs,
  JitWindowResult,
  WindowPart,
  WindowPlant,
  WindowVerdict,
} from '#geodata/contract/processes/jit-window.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { DEFAULT_ASK } from '#web/state/view/ask.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { shownRange } from '#web/state/view/shown-range.ts'
import type { View } from '#web/state/view/view.ts'
import { hourFactorsOf } from '#web/state/view/windows.ts'

export type Cell = {
  part: WindowPart
  plant: WindowPlant
  verdict: WindowVerdict
  /** By the outer bounds of the drive; null: unknown, as below. */
  slackMinutes: Triple | null
  onTimeShare: Triple | null
  /** By its likely range. */
  slackLikely: Triple | null
  onTimeLikely: Triple | null
}

export type SiteAsked = Pick<JitWindowInputs, 'parkId' | 'companyId' | 'siteId' | 'lngLat'>

/** The selected park, firm or site, else the pin, else the first of the ranking; null: none. */
export function siteInFocus(
  { selection, pin }: View,
  result: SitingResult | null,
): SiteAsked | null {
  const { collection, id = '' } = selection ?? {}
  if (collection === 'parks') return { parkId: id }
  if (collection === 'companies') return { companyId: id }
  if (collection === 'sites') return { siteId: id }
  if (pin) return { lngLat: pin }
  const [first] = result?.ranking ?? []
  if (!first) return null
  if (first.kind === 'park') return { parkId: first.id }
  return first.kind === 'site' ? { siteId: first.id } : { lngLat: first.lngLat }
}

/** The question to the server: only what the formula cannot know in the page. */
export function windowsAsked(of: View, site: SiteAsked): Partial<JitWindowInputs> {
  const { customers, logistics } = of.ask
  const usual = DEFAULT_ASK.logistics
  const deliveries = (customers ?? []).flatMap(({ plantId, delivery }) =>
    delivery ? [[plantId, delivery] as const] : [],
  )
  const { loadingMinutes, gateMinutes } = logistics
  return {
    ...site,
    ...networkOf(of),
    ...(customers === null ? {} : { plantIds: customers.map(({ plantId }) => plantId) }),
    ...(deliveries.length > 0 ? { deliveries: Object.fromEntries(deliveries) } : {}),
    ...(loadingMinutes === usual.loadingMinutes ? {} : { loadingMinutes }),
    ...(gateMinutes === usual.gateMinutes ? {} : { dockMinutes: gateMinutes }),
    hours: [],
  }
}

export function hourOf({ windows, ask }: View): number {
  return windows.hour ?? ask.logistics.departureHour
}

export function trafficAt({ windows }: View, hour: number): Traffic {
  const { variation, requiredShare } = windows
  return { hourFactor: hourFactorsOf(windows)[hour] ?? 1, variation, requiredShare }
}

export function cellAt(part: WindowPart, plant: WindowPlant, traffic: Traffic): Cell {
  const minutes = minutesOf(part, plant)
  const [free, likely] = [freeMinutesTo(plant), likelyMinutesTo(plant)]
  if (!minutes || !free || !likely) {
    const nothing = { slackMinutes: null, onTimeShare: null, slackLikely: null, onTimeLikely: null }
    return { part, plant, verdict: 'unknown', ...nothing }
  }
  return { part, plant, ...windowAt(minutes, free, traffic, likely) }
}

/** Slack and share with the ends in force: likely, or on demand the outer bounds. */
export function shownOf(cell: Cell): { slack: Triple | null; share: Triple | null } {
  return shownRange.value === 'bounds'
    ? { slack: cell.slackMinutes, share: cell.onTimeShare }
    : { slack: cell.slackLikely, share: cell.onTimeLikely }
}

/** Free-flow minutes to a plant with the ends in force. */
export function shownMinutesTo(plant: WindowPlant): Triple | null {
  return shownRange.value === 'bounds' ? freeMinutesTo(plant) : likelyMinutesTo(plant)
}

/** Between which factors on all driving times an answer draws. */
export function speedOf({ doubt: { assumptions } }: Pick<JitWindowResult, 'doubt'>) {
  const speed = assumptions.find(({ id }) => id === 'speed')
  return { low: speed?.low ?? 1, high: speed?.high ?? 1 }
}

/** The product asked for, or the parts of the segment that have a budget; none where neither is asked for. */
export function ownParts({ parts }: Pick<JitWindowResult, 'parts'>, of: View): WindowPart[] {
  if (of.productId) return parts.filter(({ productId }) => productId === of.productId)
  return parts
    .filter(({ segmentId, budget }) => segmentId === of.segmentId && budget)
    .sort((a, b) => tightness(a) - tightness(b))
}

/** Those of others, the tightest first; those without a budget only where they are wanted. */
export function otherParts(result: Pick<JitWindowResult, 'parts'>, of: View): WindowPart[] {
  const own = ownParts(result, of)
  const others = result.parts.filter((part) => !own.includes(part))
  const known = others.filter(({ budget }) => budget).sort((a, b) => tightness(a) - tightness(b))
  return [...known, ...(of.windows.withUnknown ? others.filter(isUnknown) : [])]
}

function tightness({ budget }: WindowPart): number {
  return budget ? budget.minutes.low + budget.minutes.high : Number.POSITIVE_INFINITY
}

function isUnknown({ budget }: WindowPart): boolean {
  return budget === null
}
