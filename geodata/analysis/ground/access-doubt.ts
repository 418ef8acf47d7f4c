// What should a reader know of where a place met the roads?
import { endOf, type Ground, type Meeting } from '#geodata/analysis/ground/trips.ts'
import type { Access, DoubtfulEnds } from '#geodata/contract/processes/roads.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

export type AccessDoubt = { kind: 'passed-island' | 'on-island'; detail: Bilingual }

/** How the place meets the roads; null where it is too far from them. */
export function accessOf(meeting: Meeting): Access | null {
  return meeting.kind === 'met' ? meeting.access : null
}

/** Null where it met the nearest street, and that is part of the main network. */
export function accessDoubt(access: Access | null): AccessDoubt | null {
  if (access === null) return null
  const { passedIslandMeters, accessMeters, isIsland } = access
  if (passedIslandMeters !== null) {
    const detail = {
      zh: `更近的一条路（${passedIslandMeters} 米）与路网不相连，已略过；改按当地道路 ${accessMeters} 米接到另一条路，其间可能隔着水面或围墙`,
      en: `A nearer street, ${passedIslandMeters} m away, is not joined with the network and was passed over; ${accessMeters} m of local road to another one are assumed, perhaps across water or a wall.`,
    }
    return { kind: 'passed-island', detail }
  }
  if (!isIsland) return null
  const detail = {
    zh: '所接的道路与主路网不相连，只能到达同一片道路上的地点',
    en: 'The street met is not joined with the main network: only places on the same part of it can be reached.',
  }
  return { kind: 'on-island', detail }
}

/** A place that trips were measured from or to. */
export type NamedEnd = { id: string; nameZh: string; nameEn: string; lngLat: LngLat }

/** Those one should doubt, each once, in their order. */
export function doubtfulEnds(ground: Ground, ends: Iterable<NamedEnd>): DoubtfulEnds {
  const byId = new Map([...ends].map((end) => [end.id, end]))
  return [...byId.values()].flatMap(({ id, nameZh, nameEn, lngLat }) => {
    const { meeting } = endOf(ground, { lngLat, radiusKilometers: 0 })
    const doubt = accessDoubt(accessOf(meeting))
    return doubt ? [{ id, nameZh, nameEn, ...doubt }] : []
  })
}
