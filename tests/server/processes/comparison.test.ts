// Does the API's comparison tell what its siting tells, and say what of a comparison cannot be?
import { expect, it } from 'vitest'
import { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { WhatWouldWinResult } from '#geodata/contract/processes/what-would-win.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const run = (id: string, inputs: unknown) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))

const SITING = {
  productId: 'battery-tray',
  needs: [{ id: 'landHectares', amount: 12 }, { id: 'steam' }],
  doubt: { draws: 200 },
}

async function firstSix() {
  const ranking = (await (await run('siting', SITING)).json()) as SitingResult
  return { ranking, ids: ranking.ranking.slice(0, 6).map(({ id }) => id) }
}

it('puts the first six of a siting side by side, with a source in every cell', async () => {
  const { ranking, ids } = await firstSix()
  const answer = await run('comparison', { siting: SITING, candidateIds: ids, referenceId: ids[0] })
  const text = await answer.text()
  expect(answer.status, text).toBe(200)
  const { candidates, rows, decides, rankedCount } = ComparisonResult.parse(JSON.parse(text))
  expect(rankedCount).toBe(ranking.ranking.length)
  expect(candidates.map(({ ranked }) => ranked?.score.central)).toEqual(
    ranking.ranking.slice(0, 6).map(({ score }) => score),
  )
  expect(decides?.ids).toEqual(ids)
  expect(decides?.before[0]?.slice(1)).toEqual(
    ranking.ranking.slice(1, 6).map(({ firstIsAhead }) => firstIsAhead),
  )
  const named = (kind: string) => rows.filter(({ id }) => id.startsWith(`${kind} `)).length
  expect(named('plant')).toBe(ranking.ranking[0]?.plants.length)
  expect(named('hub')).toBe(23)
  expect(named('need')).toBe(2)
  for (const { id, group, cells } of rows) {
    expect(cells).toHaveLength(6)
    for (const cell of cells) {
      if (cell.kind === 'none' || group === 'risk') continue
      expect(cell.source, id).not.toBe('')
    }
  }
  // The airports stand beside the ports, though only those count as hubs.
  expect(rows.find(({ id }) => id === 'hub H-A01')?.cells[0]).toMatchObject({ kind: 'amount' })
})

it('answers for those that are left when one was deleted meanwhile', async () => {
  const { ids } = await firstSix()
  const siting = { ...SITING, siteIds: ['gone-site'] }
  const candidateIds = [...ids.slice(0, 2), 'gone-site']
  const answer = await run('comparison', { siting, candidateIds })
  const { candidates } = ComparisonResult.parse(await answer.json())
  expect(candidates.map(({ standing }) => standing)).toEqual(['ranked', 'ranked', 'gone'])
})

it('says that a partner park is no candidate of the question', async () => {
  const { ids } = await firstSix()
  const answer = await run('comparison', {
    siting: SITING,
    candidateIds: [...ids.slice(0, 2), 'SC-01'],
  })
  const { candidates } = ComparisonResult.parse(await answer.json())
  expect(candidates[2]).toMatchObject({ standing: 'outside', ranked: null, terms: [] })
})

it('refuses what cannot be compared, in both languages and where it stands', async () => {
  const { ids, ranking } = await firstSix()
  const seventh = ranking.ranking[6]?.id ?? ''
  const refused = async (status: number, inputs: object) => {
    const problem = await problemOf(await run('comparison', { siting: SITING, ...inputs }), status)
    return problem.errors?.map(({ pointer, detail, detailZh }) => [pointer, detail, detailZh])
  }
  expect(await refused(400, { candidateIds: [...ids, seventh] })).toEqual([
    ['/inputs/candidateIds', 'A list of 7 was given; at most 6 fit', '现为 7 项，最多 6 项'],
  ])
  expect((await refused(400, { candidateIds: [ids[0], ids[1], ids[0]] }))?.[0]).toEqual([
    '/inputs/candidateIds/2',
    `“${ids[0]}” was given. It is named before: keep it once.`,
    `现为“${ids[0]}”。前面已有，只保留一项`,
  ])
  const two = ids.slice(0, 2)
  expect((await refused(404, { candidateIds: two, referenceId: ids[4] }))?.[0]?.[0]).toBe(
    '/inputs/referenceId',
  )
  const criteria = ['land', 'hubMinutes', 'beauty']
  expect((await refused(404, { candidateIds: two, triangle: { criteria } }))?.[0]?.[0]).toBe(
    '/inputs/triangle/criteria/2',
  )
  const pins = [{ id: 'sea', lngLat: [122, 30] }]
  const [offRoads] =
    (await refused(422, { siting: { ...SITING, pins }, candidateIds: [...two, 'sea'] })) ?? []
  expect(offRoads?.[0]).toBe('/inputs/siting/pins/0/lngLat')
})

it('says what would have to be true for the second to win, and refuses one that is not compared', async () => {
  const { ids } = await firstSix()
  const asked = { siting: SITING, candidateIds: ids.slice(0, 3) }
  const answer = await run('what-would-win', { ...asked, winnerId: ids[1] })
  const text = await answer.text()
  expect(answer.status, text).toBe(200)
  const { isFirst, leadPoints, rivalId, singles } = WhatWouldWinResult.parse(JSON.parse(text))
  expect([isFirst, rivalId]).toEqual([false, ids[0]])
  expect(leadPoints).toBeLessThan(0)
  const weight = singles.flatMap(({ changes }) => changes).find(({ kind }) => kind === 'weight')
  if (weight?.kind !== 'weight') throw new Error('Some weight makes the second first.')
  const { criteria } = (await (await run('siting', SITING)).json()) as SitingResult
  const firstAt = async (share: number) => {
    const weights = Object.fromEntries(
      criteria.map(({ id, weight: now }) => [
        id,
        id === weight.criterion ? share : (now / (1 - weight.fromShare)) * (1 - share),
      ]),
    )
    const { ranking } = (await (await run('siting', { ...SITING, weights })).json()) as SitingResult
    return ranking.find(({ id }) => asked.candidateIds.includes(id))?.id
  }
  const step = Math.sign(weight.toShare - weight.fromShare) * 1e-6
  expect(await firstAt(weight.toShare + step)).toBe(ids[1])
  expect(await firstAt(weight.toShare - step)).not.toBe(ids[1])
  const problem = await problemOf(await run('what-would-win', { ...asked, winnerId: ids[4] }), 404)
  expect(problem.errors?.[0]?.pointer).toBe('/inputs/winnerId')
})
