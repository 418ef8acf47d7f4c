// Is each stretch's loss what a full recomputation without it finds? On the skeleton, by plain search.
import { describe, expect, it } from 'vitest'
import { linksOf } from '#geodata/analysis/disruption/links.ts'
import { placeOf } from '#geodata/analysis/facts.ts'
import type { SkeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import { endOf } from '#geodata/analysis/ground/trips.ts'
import { sourcingKnown } from '#geodata/analysis/sourcing/known.ts'
import { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { networkFrom, UNREACHED } from '#geodata/network/road-network.ts'
import { plainSearcher } from '#geodata/network/searcher.ts'
import { loadRegion } from '#server/region/region.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const ask = (inputs: object) =>
  built.app.request('/api/processes/disruption/execution', sending('POST', { inputs }))
const answerOf = async (inputs: object) => DisruptionResult.parse(await (await ask(inputs)).json())

/** Σ products × minutes lost, and deliveries that leave, by searching anew without the stretch. */
async function recomputed(withinMinutes: number, cutMinutes: number) {
  const region = await loadRegion(built.store)
  const { ground } = region.skeleton
  const roads = ground.roads as SkeletonRoads
  const outcome = sourcingKnown(ground, region.facts, {})
  if (outcome.kind !== 'known') throw new Error('no plants')
  const { firms, plants, products } = outcome.known
  const endAt = (id: string) => {
    const place = placeOf(region.facts.companies.find((firm) => firm.properties.id === id)!)
    return place && endOf(ground, place)
  }
  const makers = firms.flatMap((firm) => {
    const end = endAt(firm.id)
    const made = products.filter(({ productId }) => firm.productIds.includes(productId)).length
    return end && made > 0 ? [{ end, made }] : []
  })
  const ends = plants.map(({ id }) => endAt(id)!)
  const links = linksOf(roads, [])
  const costs = (closed: number) => {
    const { outward } = roads.skeleton.network
    const kept = outward.impedanceDeciseconds.map((charged, edge) =>
      links.groupOf[edge] === closed ? UNREACHED : charged,
    )
    const searcher = plainSearcher(networkFrom({ ...outward, impedanceDeciseconds: kept }))
    const startsOf = (end: (typeof ends)[number], way: 'outward' | 'inward') =>
      end.meeting.kind === 'met' ? end.meeting.starts[way] : []
    const matrix = searcher.matrix(
      makers.map(({ end }) => startsOf(end, 'outward')),
      ends.map((end) => startsOf(end, 'inward')),
    )
    return makers.map(({ end }, row) =>
      ends.map((plant, column) =>
        Math.min(
          matrix.costDeciseconds[row * ends.length + column]!,
          roads.directWay(end, plant)?.costDeciseconds ?? UNREACHED,
        ),
      ),
    )
  }
  const today = costs(-1)
  return {
    links,
    without: (group: number) => {
      const then = costs(group)
      let lost = 0
      let leaving = 0
      makers.forEach(({ made }, row) => {
        ends.forEach((_, column) => {
          const before = today[row]![column]!
          const after = then[row]![column]!
          if (after <= before || before > withinMinutes * 600) return
          lost += made * (after === UNREACHED ? cutMinutes : (after - before) / 600)
          if (after > withinMinutes * 600) leaving += made
        })
      })
      return { lost: Math.round(lost), leaving }
    },
  }
}

describe('the stretches the supply chain depends on', () => {
  it('lose exactly what a full recomputation without each of them says, and no other loses more', async () => {
    const result = await answerOf({ count: 200 })
    const oracle = await recomputed(60, 240)
    expect(result.linkCount).toBe(oracle.links.count)
    const told = new Map(result.links.map((link) => [link.id, link]))
    for (let group = 0; group < oracle.links.count; group++) {
      const { id } = oracle.links.linkAt(group)
      const { lost, leaving } = oracle.without(group)
      expect(told.get(id)?.lostProductMinutes ?? 0, id).toBe(lost)
      expect(told.get(id)?.productsLeaving ?? 0, id).toBe(leaving)
    }
    const losses = result.links.map(({ lostProductMinutes }) => lostProductMinutes)
    expect(losses).toEqual([...losses].sort((a, b) => b - a))
  })

  it('show the ways before and after for the first, or for the one that is asked', async () => {
    const first = await answerOf({})
    expect(first.detail?.linkId).toBe(first.links[0]?.id)
    const asked = await answerOf({ linkId: first.links[1]!.id })
    expect(asked.detail?.linkId).toBe(first.links[1]?.id)
    for (const { beforeMinutes, afterMinutes, beforeLine, afterLine } of asked.detail!.pairs) {
      expect(beforeLine.length).toBeGreaterThan(1)
      if (afterMinutes === null) continue
      expect(afterMinutes).toBeGreaterThan(beforeMinutes)
      expect(afterLine).not.toEqual(beforeLine)
      // The closed stretch is not driven: its two ends never follow each other on the way after.
      const [a, b] = first.links[1]!.line
      const isClosed = (one: unknown, next: unknown) =>
        JSON.stringify([one, next]) === JSON.stringify([a, b]) ||
        JSON.stringify([one, next]) === JSON.stringify([b, a])
      expect(afterLine.some((one, index) => isClosed(one, afterLine[index + 1]))).toBe(false)
    }
  })

  it('say where all that is cut off is one place, and no such thing of several', async () => {
    const { links } = await answerOf({ count: 200 })
    for (const { id, productsCut, restsOn } of links.filter((link) => link.productsCut > 0)) {
      const { detail } = await answerOf({ linkId: id })
      const cut = detail!.pairs.filter(({ afterMinutes }) => afterMinutes === null)
      const firms = new Set(cut.map(({ firm }) => firm.id))
      const plants = new Set(cut.map(({ plant }) => plant.id))
      const isTold = cut.reduce((sum, { products }) => sum + products, 0) === productsCut
      if (!isTold) continue
      expect(restsOn !== null, id).toBe(firms.size === 1 || plants.size === 1)
      if (restsOn) expect([...firms, ...plants]).toContain(restsOn.id)
    }
    for (const { productsCut, restsOn } of links) if (productsCut === 0) expect(restsOn).toBeNull()
  })

  it('take bad inputs for what they are', async () => {
    await problemOf(await ask({ withinMinutes: 0 }), 400)
    const problem = await problemOf(await ask({ plantIds: ['nobody'] }), 404)
    expect(problem.errors?.[0]?.pointer).toBe('/inputs/plantIds/0')
    const nowhere = await problemOf(await ask({ parkId: 'nowhere' }), 404)
    expect(nowhere.errors?.[0]?.pointer).toBe('/inputs/parkId')
    await problemOf(await ask({ parkId: 'CQ-V02', lngLat: [106.5, 29.6] }), 400)
    const far = await problemOf(await ask({ lngLat: [91.1, 29.6] }), 422)
    expect(far.errors?.[0]?.pointer).toBe('/inputs/lngLat')
    const noLink = await problemOf(await ask({ linkId: '1~2' }), 404)
    expect(noLink.errors?.[0]?.pointer).toBe('/inputs/linkId')
  })
})
