// Is land promised to more projects than it has room for?
//
// A project in talks or signed claims land of the park that was agreed; one that builds or produces stands on its land
// already. A site is one piece of land: whoever names it claims it, at any stage. Areas that nobody stated count as
// nothing and are said to be missing.
import type { Prospect } from '#geodata/analysis/prospects/prospect.ts'
import type { FreeLand } from '#geodata/analysis/siting/free-land.ts'

const CLAIMING: readonly string[] = ['talks', 'signed']

export type LandPlace = { kind: 'park' | 'site'; id: string }
export type LandClaims = {
  /**
   * exceeds: what is wanted is surely more than is free; same: one site is named by several; unsure: what is known of
   * a park allows both.
   */
  kind: 'exceeds' | 'same' | 'unsure'
  place: LandPlace
  /** All that claim land there, in the order they came in. */
  prospectIds: string[]
  /** The sum of the areas that are stated. */
  wantedHectares: number
  /** How many of them state no area. */
  withoutArea: number
  /** As far as the free land is known; null: it is not. */
  freeHectares: number | null
  /** No more than that is free, and nobody says how much less. */
  isAtMost: boolean
}

/** Of each project whose land others claim too, or that alone wants more than is free: the claims, park before site. */
export function promisedTwice(
  prospects: readonly Prospect[],
  freeLandAt: (place: LandPlace) => FreeLand,
): Map<string, LandClaims[]> {
  const told = new Map<string, LandClaims[]>()
  for (const [place, claims] of claimsByPlace(prospects)) {
    const found = claimsOf(place, claims, freeLandAt(place))
    if (!found) continue
    for (const id of found.prospectIds) told.set(id, [...(told.get(id) ?? []), found])
  }
  return told
}

function claimsByPlace(prospects: readonly Prospect[]): [LandPlace, Prospect[]][] {
  const claimed = (kind: LandPlace['kind'], idOf: (one: Prospect) => string | null) => {
    const byId = Map.groupBy(prospects, idOf)
    byId.delete(null)
    return [...byId].map(([id, claims]): [LandPlace, Prospect[]] => [
      { kind, id: id ?? '' },
      claims,
    ])
  }
  return [
    ...claimed('park', ({ properties: { parkId, stage } }) =>
      CLAIMING.includes(stage) ? parkId : null,
    ),
    ...claimed('site', ({ properties }) => properties.siteId),
  ]
}

function claimsOf(
  place: LandPlace,
  claims: readonly Prospect[],
  free: FreeLand,
): LandClaims | null {
  const areas = claims.map(({ properties }) => properties.areaHectares)
  const wantedHectares = areas.reduce<number>((sum, area) => sum + (area ?? 0), 0)
  const withoutArea = areas.filter((area) => area === null).length
  const freeHectares = free.kind === 'unknown' ? null : free.hectares
  const exceeds = freeHectares !== null && wantedHectares > freeHectares
  const isCertain = free.kind === 'exactly' && withoutArea === 0
  const doubt = place.kind === 'site' ? 'same' : isCertain ? null : 'unsure'
  const kind = exceeds ? 'exceeds' : claims.length > 1 ? doubt : null
  return (
    kind && {
      kind,
      place,
      prospectIds: claims.map(({ id }) => id),
      wantedHectares,
      withoutArea,
      freeHectares,
      isAtMost: free.kind === 'atMost',
    }
  )
}
