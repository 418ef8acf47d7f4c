// Does the API's change of opinion really dethrone the first of the API's own ranking?
import { describe, expect, it } from 'vitest'
import { SensitivityResult } from '#geodata/contract/processes/sensitivity.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const run = (id: string, inputs: unknown) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))

async function firstUnder(siting: object, weights: Record<string, number>) {
  const result = (await (await run('siting', { ...siting, weights })).json()) as SitingResult
  return result.ranking[0]?.id
}

describe.each(['battery-tray', 'brake-by-wire', 'cockpit-display'])('%s', (productId) => {
  it('names changes beyond which another park is first, and short of which none is', async () => {
    const asked = { siting: { productId }, draws: 400 }
    const answer = await run('sensitivity', asked)
    const text = await answer.text()
    expect(answer.status, text).toBe(200)
    const result = SensitivityResult.parse(JSON.parse(text))
    expect(await (await run('sensitivity', asked)).text()).toBe(text)
    const ranking = (await (await run('siting', asked.siting)).json()) as SitingResult
    const shares = Object.fromEntries(ranking.criteria.map(({ id, weight }) => [id, weight]))
    expect(result.firstId).toBe(ranking.ranking[0]?.id)
    expect(result.ofEach.length + result.neverDecide.length).toBe(ranking.criteria.length)
    for (const { criterion, fromShare, toShare } of result.ofEach) {
      const at = (share: number) =>
        firstUnder(
          asked.siting,
          Object.fromEntries(
            Object.entries(shares).map(([id, weight]) => [
              id,
              id === criterion ? share : (weight / (1 - fromShare)) * (1 - share),
            ]),
          ),
        )
      const step = Math.sign(toShare - fromShare) * 1e-6
      expect(await at(toShare - step), criterion).toBe(result.firstId)
      if (toShare + step >= 0 && toShare + step <= 1) {
        expect(await at(toShare + step), criterion).not.toBe(result.firstId)
      }
    }
    const moved = result.ofAll?.weights ?? []
    const beyond = (step: number) =>
      firstUnder(
        asked.siting,
        Object.fromEntries(
          moved.map(({ criterion, share }) => {
            const from = shares[criterion] ?? 0
            return [criterion, Math.max(0, from + (share - from) * (1 + step))]
          }),
        ),
      )
    expect(await beyond(-1e-6)).toBe(result.firstId)
    expect(await beyond(1e-6)).not.toBe(result.firstId)
    const sum = (key: 'anyWeights' | 'doubtfulInputs') =>
      result.chances.reduce((total, chance) => total + chance[key], 0)
    expect(sum('anyWeights')).toBeCloseTo(1, 9)
    expect(sum('doubtfulInputs')).toBeCloseTo(1, 9)
    // One answer: the chances, and who is ahead of whom, are those of the siting.
    expect(result.chances.map(({ doubtfulInputs }) => doubtfulInputs)).toEqual(
      ranking.ranking.map(({ chanceFirst }) => chanceFirst),
    )
    result.before[0]?.forEach((share, index) => {
      expect(share).toBe(ranking.ranking[index]?.firstIsAhead)
    })
    const { chanceNow, facts, nowId } = result.worthKnowing
    expect(chanceNow).toBe(Math.max(...ranking.ranking.map(({ chanceFirst }) => chanceFirst)))
    expect(ranking.ranking.find(({ id }) => id === nowId)?.chanceFirst).toBe(chanceNow)
    for (const { chanceKnowing } of facts) expect(chanceKnowing).toBeGreaterThan(chanceNow)
  })
})

it('refuses an unknown product where it stands in the question', async () => {
  const response = await run('sensitivity', { siting: { productId: 'no-such-product' } })
  const problem = await problemOf(response, 404)
  expect(problem.errors?.[0]?.pointer).toBe('/inputs/siting/productId')
  expect(problem.detail).toContain('product of the taxonomy')
})
