// Tables in a story: what the processes say of the same questions, in rows and columns.
import { expect, it } from 'vitest'
import type { Company, Hub, Park } from '#geodata/contract/collections.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import type { OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { FigureAnswer, StoryPreview } from '#geodata/contract/stories.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { moveFirm } from '#tests/support/edits.ts'

const built = builtApp()
const label = { zh: '表', en: 'Table' }
const SITING = { productId: 'battery-tray', weights: { plantsWithin: 3, plantMinutes: 1 } }

async function preview(...figures: object[]) {
  const words = { zh: '', en: '' }
  const scene = { kind: 'section', id: 'only', title: words, text: words, figures }
  const story = { formatVersion: 2, id: 's', title: words, summary: words, scenes: [scene] }
  const response = await built.app.request('/api/stories/preview', sending('POST', story))
  return { status: response.status, body: (await response.json()) as StoryPreview & Problem }
}

async function answerOf(figure: object): Promise<FigureAnswer> {
  const { body } = await preview(figure)
  return body.figures[0]!.figures[0]!
}

async function processed<T>(id: string, inputs: object): Promise<T> {
  const address = `/api/processes/${id}/execution`
  const response = await built.app.request(address, sending('POST', { inputs }))
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as T
}

async function items<T>(collection: string): Promise<T[]> {
  const response = await built.app.request(`/api/collections/${collection}/items?limit=2000`)
  return ((await response.json()) as { features: T[] }).features
}

const saidIn = ({ table }: FigureAnswer) =>
  table?.rows.map(({ cells }) => cells.map(({ said }) => said?.zh ?? null))

it('tells the minutes that a figure of each pair tells, the shortest of each row by process od-matrix marked', async () => {
  const [parks, hubs, firms] = await Promise.all([
    items<Park>('parks'),
    items<Hub>('hubs'),
    items<Company>('companies'),
  ])
  const placed = firms.filter(({ geometry }) => geometry).slice(0, 2)
  const from = parks.slice(0, 3)
  const to = [...hubs.slice(0, 2), ...placed, from[1]!]
  const places = [
    ...hubs.slice(0, 2).map(({ id }) => ({ collection: 'hubs', id })),
    ...placed.map(({ id }) => ({ collection: 'companies', id })),
    { collection: 'parks', id: from[1]!.id },
  ]
  const origins = from.map(({ id }) => ({ collection: 'parks', id }))
  const answer = await answerOf({ kind: 'matrix', id: 'm', label, from: origins, to: places })
  const pairs = origins.flatMap((start) =>
    places.map((end, index) => ({ kind: 'minutes', id: `f${index}`, label, from: start, to: end })),
  )
  const { body } = await preview(...pairs)
  const alone = body.figures[0]!.figures.map(({ said }) => said!.zh)
  const expected = origins.map((start, row) =>
    places.map((end, column) => (end.id === start.id ? '—' : alone[row * places.length + column])),
  )
  expect(saidIn(answer)).toEqual(expected)
  expect(expected.flat().some((said) => said?.includes('–'))).toBe(true)
  const matrix = await processed<OdMatrixResult>('od-matrix', {
    origins: from.map(({ geometry }) => geometry!.coordinates),
    destinations: to.map(({ geometry }) => geometry!.coordinates),
  })
  for (const [row, { cells }] of answer.table!.rows.entries()) {
    const seconds = matrix.durationSeconds[row]!.map((one, column) =>
      to[column]!.id === from[row]!.id ? Number.POSITIVE_INFINITY : one!,
    )
    const shortest = seconds.indexOf(Math.min(...seconds))
    expect(cells.map(({ mark }) => mark)).toEqual(
      cells.map((_, column) => (column === shortest ? 'best' : null)),
    )
  }
  expect(answer.table?.columns[4]).toEqual({
    zh: from[1]!.properties.labelZh,
    en: from[1]!.properties.labelEn,
  })
  // The words name the nearest pair of all, once more from the table itself.
  const [, pair] = /^(.+) [\d–]+ 分$/.exec(answer.said!.zh)!
  const names = answer.table!.rows.flatMap(({ name }) =>
    answer.table!.columns.map((column) => `${name.zh}到${column.zh}`),
  )
  expect(names).toContain(pair)
})

it('has the scores and the heaviest criteria that process comparison has', async () => {
  const { ranking } = await processed<SitingResult>('siting', SITING)
  const candidateIds = [ranking[4]!.id, ranking[0]!.id, ranking.at(-1)!.id]
  const figure = { kind: 'comparison', id: 'c', label, question: SITING, candidateIds, rows: 3 }
  const { table, said, value } = await answerOf(figure)
  const result = await processed<ComparisonResult>('comparison', { siting: SITING, candidateIds })
  const [scores, ...criteria] = table!.rows
  expect(table?.columns).toHaveLength(3)
  expect(table?.places).toEqual(result.candidates.map(({ id, lngLat }) => ({ id, lngLat })))
  expect(scores?.cells.map((cell) => cell.said?.zh)).toEqual(
    result.candidates.map(({ ranked }) => {
      const { central, likely } = ranked!.score
      const [low, high] = likely
      return high - low > central / 10
        ? `${Math.round(low)}–${Math.round(high)}`
        : String(Math.round(central))
    }),
  )
  const weighed = result.rows
    .filter(({ weight }) => weight)
    .sort((a, b) => b.weight! - a.weight!)
    .slice(0, 2)
  expect(criteria.map(({ name }) => name)).toEqual(weighed.map(({ title }) => title))
  expect(criteria[0]?.unit?.zh).toContain(`权重 ${Math.round(weighed[0]!.weight! * 1000) / 10}%`)
  for (const [index, row] of criteria.entries()) {
    for (const [column, cell] of row.cells.entries()) {
      const own = weighed[index]!.cells[column]!
      expect(cell.mark).toBe('mark' in own ? own.mark : null)
      expect(cell.said === null).toBe(own.kind === 'unknown')
      const numbers = cell.said?.zh.split('–').map(Number) ?? []
      if (own.kind !== 'amount') continue
      const ends = numbers.length === 2 ? own.likely! : [own.amount]
      for (const [end, shown] of numbers.entries()) expect(shown).toBeCloseTo(ends[end]!, -0.4)
    }
  }
  // Who is ahead in at least so many draws of all others is named alone.
  const { ids, before, chances } = result.decides!
  const first = chances.indexOf(Math.max(...chances))
  const apart = ids.filter((_, index) => index === first || before[first]![index]! < 0.95)
  const names = table!.columns.filter((_, index) => apart.includes(candidateIds[index]!))
  for (const name of names) expect(said?.zh).toContain(name.zh)
  expect(value === null).toBe(apart.length > 1)
})

it('lists the stretches that process disruption finds most critical on the skeleton', async () => {
  const question = { withinMinutes: 45 }
  const { table, said } = await answerOf({ kind: 'disruption', id: 'd', label, question, rows: 4 })
  const { links } = await processed<DisruptionResult>('disruption', {
    ...question,
    network: 'skeleton',
    count: 4,
  })
  expect(links).toHaveLength(4)
  expect(saidIn({ table } as FigureAnswer)).toEqual(
    links.map(({ lostProductMinutes, mostMinutes, productsLeaving }) =>
      [lostProductMinutes, Math.round(mostMinutes), productsLeaving].map(String),
    ),
  )
  // Nothing is cut off: that column is not there. Nor are second names of an end and what stands in brackets.
  expect(links.every(({ productsCut }) => productsCut === 0)).toBe(true)
  expect(links.some(({ fromName, toName }) => /[/(]/.test(fromName + toName))).toBe(true)
  for (const [index, { name }] of table!.rows.entries()) {
    const { ref, fromName, toName } = links[index]!
    const short = [fromName, toName].map((end) => end.split('/')[0]!.split('(')[0]!.trim())
    expect(name.zh).toBe(`${ref} ${short.join('—')}`)
  }
  expect(said!.zh).toContain(links[0]!.fromName)
})

it('breaks its own scene alone where a place is gone, and says which', async () => {
  const gone = { collection: 'hubs', id: 'HUB-GONE' }
  const park = { collection: 'parks', id: 'CQ-V02' }
  const { status, body } = await preview(
    { kind: 'matrix', id: 'm', label, from: [park], to: [gone, { ...park, id: 'CQ-V01' }] },
    {
      kind: 'comparison',
      id: 'c',
      label,
      question: SITING,
      candidateIds: ['CQ-V02', 'CQ-V01', 'CQ-GONE'],
    },
    { kind: 'disruption', id: 'd', label, question: { parkId: 'CQ-GONE' } },
  )
  expect(status).toBe(200)
  const [matrix, comparison, disruption] = body.figures[0]!.figures as [
    FigureAnswer,
    FigureAnswer,
    FigureAnswer,
  ]
  expect(saidIn(matrix)?.[0]?.[0]).toBeNull()
  expect(saidIn(matrix)?.[0]?.[1]).toMatch(/^[\d–]+$/)
  expect(saidIn(comparison)?.[0]?.[2]).toBe('已不存在')
  expect(comparison.table?.places?.[2]).toEqual({ id: 'CQ-GONE', lngLat: null })
  expect(disruption).toMatchObject({ value: null, said: null, table: { rows: [] } })
  expect(body.checks[0]?.missing.map(({ pointer, came }) => [pointer, came])).toEqual([
    ['/figures/0/to/0/id', 'HUB-GONE'],
    ['/figures/1/candidateIds/2', 'CQ-GONE'],
    ['/figures/2/question/parkId', 'CQ-GONE'],
  ])
})

it('refuses what the processes do not take, and roads of its own, at their places', async () => {
  const { status, body } = await preview(
    { kind: 'disruption', id: 'd', label, question: { network: 'elsewhere', withinMinutes: -1 } },
    {
      kind: 'comparison',
      id: 'c',
      label,
      question: { ...SITING, conditions: {} },
      candidateIds: ['CQ-V02'],
    },
    { kind: 'matrix', id: 'm', label, from: [], to: [] },
  )
  expect(status).toBe(422)
  const at = (index: number) => `/scenes/0/figures/${index}`
  const pointers = body.errors?.map(({ pointer }) => pointer)
  expect(pointers).toEqual(
    expect.arrayContaining([
      `${at(0)}/question/network`,
      `${at(0)}/question/withinMinutes`,
      `${at(1)}/question/conditions`,
      `${at(1)}/candidateIds`,
      `${at(2)}/from`,
      `${at(2)}/to`,
    ]),
  )
})

it('is as new as the data: a firm that moves is as far as it is now, and no farther', async () => {
  const park = (await items<Park>('parks'))[0]!
  const firm = (await items<Company>('companies')).find(({ geometry }) => geometry)!
  const figure = {
    kind: 'matrix',
    id: 'm',
    label,
    from: [{ collection: 'parks', id: park.id }],
    to: [{ collection: 'companies', id: firm.id }],
  }
  const minutes = async () => {
    const { body } = await preview(figure, {
      ...figure,
      kind: 'minutes',
      from: figure.from[0],
      to: figure.to[0],
      id: 'f',
    })
    const [table, alone] = body.figures[0]!.figures
    expect(saidIn(table!)).toEqual([[alone!.said!.zh]])
    return alone!.said!.zh
  }
  const before = await minutes()
  const [lng, lat] = firm.geometry!.coordinates as [number, number]
  await moveFirm(built.app, String(firm.id), [lng + 0.5, lat])
  expect(await minutes()).not.toBe(before)
  await moveFirm(built.app, String(firm.id), [lng, lat])
  expect(await minutes()).toBe(before)
})
