// How long does it take to close every stretch of road in turn, beside measuring everything anew each time?
//
//   npm run bench -- criticality
import { loadavg } from 'node:os'
import { disruption } from '#geodata/analysis/disruption/criticality.ts'
import { linksOf } from '#geodata/analysis/disruption/links.ts'
import type { SkeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import type { StreetRoads } from '#geodata/analysis/ground/street-roads.ts'
import { DisruptionInputs } from '#geodata/contract/processes/disruption.ts'
import { loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { extract } from '#tests/bench/extract.ts'
import { inMilliseconds, middle, printTable } from '#tests/bench/median.ts'
import { buildFacts } from '#tests/bench/served-region.ts'
import { machine } from '#tests/bench/timing.ts'

const RUNS = 3
/** Of the full recomputation only so many stretches are measured; the rest is estimated by their mean. */
const ANEW = 5

const dataDir = folderOfThisRun()
await extract('cq-sc-major-roads', dataDir)
buildFacts(dataDir)
const store = await openStore(dataDir)
const region = await loadRegion(store)
await store.close()

const timed = (call: () => unknown) => {
  const started = performance.now()
  call()
  return performance.now() - started
}

const rows: string[][] = []
for (const network of [region.skeleton, ...region.streets]) {
  const roads = network.streets ?? (network.ground.roads as SkeletonRoads)
  const ground: { roads: SkeletonRoads | StreetRoads; isUrban: typeof network.ground.isUrban } = {
    roads,
    isUrban: network.ground.isUrban,
  }
  for (const withinMinutes of [30, 60, 120]) {
    const inputs = DisruptionInputs.parse({ withinMinutes })
    let told = ''
    const ours = Array.from({ length: RUNS }, () =>
      timed(() => {
        const outcome = disruption(ground, region.facts, inputs)
        if (outcome.kind !== 'found') throw new Error(outcome.id)
        const { linkCount, productsInWindow } = outcome.result
        told = `${linkCount} stretches, ${productsInWindow} deliveries within ${withinMinutes} minutes`
      }),
    )
    const links = linksOf(roads, ['motorway', 'motorway_link'])
    const places = region.facts.companies.flatMap(({ geometry }) => {
      const [lng, lat] = geometry?.coordinates ?? []
      return lng === undefined || lat === undefined ? [] : [{ lng, lat }]
    })
    const ends = places.map(({ lng, lat }) => roads.meet([lng, lat], 40))
    const anew = Array.from({ length: ANEW }, (_, index) =>
      timed(() => {
        const group = links.groupOf.find((one) => one > index) ?? 0
        const starts = (way: 'outward' | 'inward') =>
          ends.map((end) => (end.kind === 'met' ? end.starts[way] : []))
        links.without(group).searcher.matrix(starts('outward'), starts('inward').slice(0, 13))
      }),
    )
    rows.push([
      `${network.summary.id}: ${told}`,
      inMilliseconds(middle(ours)),
      `${((middle(anew) * links.count) / 1000).toFixed(1)} s`,
    ])
  }
}
console.log(`${machine()}; load ${loadavg()[0]?.toFixed(1)}; by the clock\n`)
printTable(['every stretch closed in turn', 'by repair', 'anew each time, estimated'], rows)
