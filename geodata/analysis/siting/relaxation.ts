// Nothing is left: which of the hard needs would have to be given up, and what would that free?
//
// A site comes back when every need it fails is given up, so the fewest needs that free anything are
// those of the site that fails the fewest; all choices of that size are listed, the one that frees most
// first. (The minimum over sites of the size of their failing sets: exact, no search.)
import type { SitingResult } from '#geodata/contract/processes/siting.ts'

type Failing = { id: string; against: readonly { id: string }[] }

export function relaxationsOf(excluded: readonly Failing[]): SitingResult['relaxations'] {
  const failing = excluded.map(({ id, against }) => ({
    id,
    needIds: against.map((need) => need.id).sort(),
  }))
  const fewest = Math.min(...failing.map(({ needIds }) => needIds.length))
  const choices = new Map(
    failing
      .filter(({ needIds }) => needIds.length === fewest)
      .map(({ needIds }) => [needIds.join(), needIds]),
  )
  return [...choices.values()]
    .map((needIds) => ({
      needIds,
      siteIds: failing
        .filter((site) => site.needIds.every((id) => needIds.includes(id)))
        .map(({ id }) => id),
    }))
    .sort(
      (a, b) =>
        b.siteIds.length - a.siteIds.length || (a.needIds.join() < b.needIds.join() ? -1 : 1),
    )
}
