// Is a comparison the siting's own answer side by side, and is what decides what a second reckoning finds?
import { describe, expect, it } from 'vitest'
import { comparison } from '#geodata/analysis/decision/comparison.ts'
import { cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import { ComparisonInputs } from '#geodata/contract/processes/comparison.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { factsOf, type Given } from '#tests/support/parks-and-plants.ts'
import { realGround } from '#tests/support/region.ts'

const ground = realGround()
const clouds = cloudsOver(ground, { districts: [], rivers: [] })

const PLANTS: Given[] = [
  { id: 'plant-1', at: [106.63, 29.72], radius: 3.2 },
  { id: 'plant-2', at: [106.26, 29.29] },
]
const PARKS: Given[] = [
  { id: 'A', at: [106.52, 29.62], radius: 6.5 },
  { id: 'B', at: [106.41, 29.5], radius: 3.2, land: 2 },
  { id: 'C', at: [106.66, 29.45], radius: 3.2, land: 4 },
  { id: 'D', at: [106.3, 29.4], radius: 3.2, land: 0.05 },
]
const WEIGHTS: Record<string, number> = {
  plantMinutes: 50,
  land: 30,
  plantsWithin: 20,
  cluster: 0,
  hubMinutes: 0,
  upstreamMinutes: 0,
  segmentFit: 0,
}

function ask(more: object = {}, weights = WEIGHTS) {
  const inputs = SitingInputs.parse({
    segmentId: 'seat',
    weights,
    doubt: { draws: 500 },
    ...more,
  })
  const outcome = siting(ground, factsOf(PARKS, PLANTS), inputs, clouds)
  if (outcome.kind !== 'ranked') throw new Error(JSON.stringify(outcome))
  return outcome
}

const HARD_LAND = { needs: [{ id: 'landHectares', amount: 10 }] }

function compare(candidateIds: string[], more: object = {}, asked: object = {}) {
  const outcome = ask(asked)
  const inputs = ComparisonInputs.parse({ siting: { segmentId: 'seat' }, candidateIds, ...more })
  return { ...outcome, found: comparison(outcome, inputs) }
}

const rowOf = (found: ReturnType<typeof compare>['found'], id: string) => {
  const row = found.rows.find((one) => one.id === id)
  if (!row) throw new Error(`There is no row ${id}.`)
  return row
}

describe('the table', () => {
  it('holds the figures of the siting, whose ranking stays that of all its candidates', () => {
    const { result, found } = compare(['C', 'A'])
    expect(found.rankedCount).toBe(4)
    found.candidates.forEach(({ id, ranked }) => {
      const entry = result.ranking.find((one) => one.id === id)
      expect(ranked).toMatchObject({ rank: entry?.rank, chanceFirst: entry?.chanceFirst })
      expect(ranked?.score.central).toBe(entry?.score)
    })
    for (const { id } of result.criteria) {
      const { cells } = rowOf(found, `criterion ${id}`)
      cells.forEach((cell, column) => {
        const of = found.candidates[column]?.id
        const term = result.ranking
          .find((one) => one.id === of)
          ?.terms.find(({ criterion }) => criterion === id)
        const amount = cell.kind === 'amount' ? cell.amount : null
        expect(amount, `${id} of ${of}`).toBe(term?.raw)
      })
    }
    const minutes = rowOf(found, 'plant plant-1').cells.map((cell) =>
      cell.kind === 'amount' ? cell.likely : null,
    )
    expect(minutes).toEqual(
      ['C', 'A'].map((of) => {
        const plants = result.ranking.find(({ id }) => id === of)?.plants
        return plants?.find(({ id }) => id === 'plant-1')?.likelyMinutes
      }),
    )
  })

  it('keeps who fails a hard need out of the ranking, with its figures and the reason', () => {
    const { found } = compare(['C', 'D'], {}, HARD_LAND)
    const [, out] = found.candidates
    expect(out).toMatchObject({ standing: 'excluded', failedNeeds: ['landHectares'], ranked: null })
    expect(out?.why).toEqual({ zh: '不满足硬要求：用地', en: 'It fails a hard need: Land.' })
    const need = rowOf(found, 'need landHectares')
    expect(need).toMatchObject({ asked: { amount: 10, isHard: true }, group: 'landAndUtilities' })
    expect(need.cells.map((cell) => cell.kind === 'need' && cell.standing)).toEqual([
      'met',
      'failed',
    ])
    expect(rowOf(found, 'criterion plantMinutes').cells.map(({ kind }) => kind)).toEqual([
      'amount',
      'amount',
    ])
    expect(found.decides).toBeNull()
  })

  it('says who is gone and shows the others', () => {
    const { found } = compare(['C', 'X', 'B'])
    expect(found.candidates.map(({ standing }) => standing)).toEqual(['ranked', 'gone', 'ranked'])
    expect(found.candidates[1]?.why?.en).toContain('“X”')
    expect(rowOf(found, 'criterion land').cells.map(({ kind }) => kind)).toEqual([
      'amount',
      'none',
      'amount',
    ])
    expect(found.decides?.ids).toEqual(['C', 'B'])
  })

  it('sets two pins at one place apart by exactly nothing: what they share is no doubt', () => {
    const pins = ['one', 'other'].map((id) => ({ id, lngLat: [106.45, 29.55] }))
    const { found } = compare(['one', 'other'], { referenceId: 'one' }, { pins })
    const [reference, other] = rowOf(found, 'plant plant-1').cells
    expect(reference).toMatchObject({ delta: null })
    expect(other).toMatchObject({ delta: { amount: 0, likely: [0, 0] }, mark: null })
    const [low, high] = (other?.kind === 'amount' && other.likely) || [0, 0]
    expect(high - low).toBeGreaterThan(1)
    expect(rowOf(found, 'plant plant-1').differs).toBe(false)
  })

  it('marks best and worst only where likely ranges are apart', () => {
    const { found } = compare(['A', 'B', 'C'])
    for (const { better, cells } of found.rows) {
      const ranges = cells.map((cell) => (cell.kind === 'amount' ? cell.likely : null))
      cells.forEach((cell, column) => {
        if (cell.kind !== 'amount' || cell.mark !== 'best') return
        ranges.forEach((other, index) => {
          const own = ranges[column]
          if (index === column || !own || !other || String(own) === String(other)) return
          if (better === 'less') expect(own[1]).toBeLessThan(other[0])
          else expect(own[0]).toBeGreaterThan(other[1])
        })
      })
    }
    // A's land is unknown: it may be the most and the least.
    expect(rowOf(found, 'criterion land').cells.map((cell) => 'mark' in cell && cell.mark)).toEqual(
      [null, null, null],
    )
  })
})

/** The first of these under other weights, by the siting itself. */
function firstsUnder(weights: Record<string, number>, among: readonly string[]) {
  const { ranking } = ask({}, { ...WEIGHTS, ...weights }).result
  const scores = ranking.filter(({ id }) => among.includes(id))
  const most = Math.max(...scores.map(({ score }) => score))
  return scores.filter(({ score }) => score > most - 1e-9).map(({ id }) => id)
}

describe('what decides', () => {
  const IDS = ['A', 'B', 'C']
  const { found, result, joint } = compare(IDS, { triangle: { steps: 6 } })
  const decides = found.decides
  if (!decides) throw new Error('Three are ranked.')

  it('is mapped over three weights as the siting under those weights answers', () => {
    const { triangle } = decides
    expect(triangle?.criteria).toEqual(['plantMinutes', 'land', 'plantsWithin'])
    expect(triangle?.share).toBeCloseTo(1, 12)
    expect(triangle?.points).toHaveLength(28)
    for (const { shares, firstIds, chances } of triangle?.points ?? []) {
      const [plantMinutes, land, plantsWithin] = shares
      expect(shares[0] + shares[1] + shares[2]).toBeCloseTo(1, 12)
      const weights = { plantMinutes, land, plantsWithin }
      expect([...firstIds].sort()).toEqual(firstsUnder(weights, IDS).sort())
      expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
    }
  })

  it('changes at the crossings of the lines and nowhere else', () => {
    for (const { criterion, crossings, leaders } of decides.lines) {
      const at = (share: number) => {
        const rest = Object.entries(WEIGHTS).filter(([id]) => id !== criterion)
        const sum = rest.reduce((total, [, weight]) => total + weight, 0)
        return {
          ...Object.fromEntries(rest.map(([id, weight]) => [id, (weight / sum) * (1 - share)])),
          [criterion]: share,
        }
      }
      for (const { fromShare, toShare, ids } of leaders) {
        const inside = [0.001, 0.5, 0.999].map((part) => fromShare + part * (toShare - fromShare))
        for (const share of inside) {
          expect(firstsUnder(at(share), IDS).sort(), `${criterion} at ${share}`).toEqual(
            [...ids].sort(),
          )
        }
      }
      for (const { share, ids } of crossings) {
        const [before, after] = [-1e-6, 1e-6].map((step) =>
          firstsUnder(at(Math.min(1, Math.max(0, share + step))), ids),
        )
        expect([before, after], criterion).toEqual([[ids[0]], [ids[1]]])
      }
    }
    expect(decides.lines.flatMap(({ crossings }) => crossings).length).toBeGreaterThan(2)
  })

  it('costs what a second reckoning over the draws finds', () => {
    const weights = result.criteria.map(({ weight }) => weight)
    const scoreOf = (id: string, draw: number) => {
      const terms = joint.drawn[result.ranking.findIndex((one) => one.id === id)] ?? []
      return terms.reduce((sum, { values }, k) => {
        const value = typeof values === 'number' ? values : (values[draw] ?? 0)
        return sum + 100 * (weights[k] ?? 0) * value
      }, 0)
    }
    const table = Array.from({ length: 500 }, (_, draw) => {
      const scores = IDS.map((id) => scoreOf(id, draw))
      const most = Math.max(...scores)
      return { scores, most, winner: IDS[scores.indexOf(most)] }
    })
    const ninety = (losses: number[]) => {
      const sorted = losses.toSorted((a, b) => a - b)
      return sorted.find(
        (one) => losses.filter((loss) => loss <= one).length >= 0.9 * losses.length,
      )
    }
    IDS.forEach((chosenId, chosen) => {
      const regret = decides.regrets[chosen]
      expect(regret?.chosenId).toBe(chosenId)
      const all = table.map(({ scores, most }) => most - (scores[chosen] ?? 0))
      expect(regret?.meanPoints).toBeCloseTo(all.reduce((sum, one) => sum + one, 0) / 500, 9)
      expect(regret?.ninetyPoints).toBeCloseTo(ninety(all) ?? -1, 9)
      for (const { winnerId, chance, meanPoints, ninetyPoints } of regret?.against ?? []) {
        const lost = all.filter((_, draw) => table[draw]?.winner === winnerId)
        expect(chance).toBeCloseTo(lost.length / 500, 12)
        if (lost.length === 0) expect(meanPoints).toBeNull()
        else {
          expect(meanPoints).toBeCloseTo(lost.reduce((sum, one) => sum + one, 0) / lost.length, 9)
          expect(ninetyPoints).toBeCloseTo(ninety(lost) ?? -1, 9)
        }
      }
    })
    IDS.forEach((id, index) => {
      const won = table.filter(({ winner }) => winner === id).length / 500
      expect(decides.chances[index]).toBeCloseTo(won, 9)
    })
    const elsewhere = [...joint.winners].filter(
      (place) => !IDS.includes(result.ranking[place]?.id ?? ''),
    )
    expect(decides.chanceOther).toBeCloseTo(elsewhere.length / 500, 12)
  })
})
