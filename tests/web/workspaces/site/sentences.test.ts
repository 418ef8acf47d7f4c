// Is the sentence with which a board opens true of the server's answer, counted anew, in both languages?
import { cellToLatLng } from 'h3-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { areaAt } from '#geodata/analysis/place/area-at.ts'
import { TEMPLATES } from '#geodata/analysis/siting/templates.ts'
import type { District } from '#geodata/contract/collections.ts'
import { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { JitWindowResult } from '#geodata/contract/processes/jit-window.ts'
import {
  LocalSourcingResult,
  type SourcingKnown,
  type SourcingRates,
} from '#geodata/contract/processes/local-sourcing.ts'
import { NearestResult } from '#geodata/contract/processes/nearest.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { learn } from '#web/messages/index.ts'
import { changeView, takeView } from '#web/state/view/store.ts'
import { DEFAULT_VIEW } from '#web/state/view/view.ts'
import {
  ownDisruptionSentence,
  regionDisruptionSentence,
} from '#web/workspaces/site/disruption/disruption-sentence.ts'
import { gapsAgainstRanking, gapsSentence } from '#web/workspaces/site/gaps/gaps-sentence.ts'
import { nearestSentence } from '#web/workspaces/site/nearest/nearest-sentence.ts'
import { sourcingSentence } from '#web/workspaces/site/sourcing/sourcing-sentence.ts'
import {
  bestCells,
  leftOutText,
  surfaceSentence,
} from '#web/workspaces/site/surface/surface-words.ts'
import { cellAt, ownParts, trafficAt } from '#web/workspaces/site/windows/windows-cells.ts'
import { windowsSentence } from '#web/workspaces/site/windows/windows-sentence.ts'

const built = builtApp()
const MINUTES = 60

async function execute(id: string, inputs: object): Promise<unknown> {
  const response = await built.app.request(
    `/api/processes/${id}/execution`,
    sending('POST', { inputs }),
  )
  expect(response.status).toBe(200)
  return response.json()
}

beforeAll(async () => {
  await learn('zh-CN')
  await learn('en')
})
afterAll(() => takeView(DEFAULT_VIEW))

/** What is said in both languages. */
function both(say: () => string | null): { zh: string; en: string } {
  changeView({ language: 'zh-CN' })
  const zh = say() ?? ''
  changeView({ language: 'en' })
  const en = say() ?? ''
  for (const said of [zh, en]) expect(said).not.toMatch(/\{|undefined|NaN|null/)
  return { zh, en }
}

/** The numbers of a text, in their order. */
const figures = (text: string) => (text.match(/\d+(\.\d+)?/g) ?? []).map(Number)

/** Two ends, or the one number that both are. */
const span = (low: number, high: number) => (low === high ? `${low}` : `${low}–${high}`)

type Timed = SourcingKnown['parks'][number]
const middle = ({ secondsTo }: Pick<Timed, 'secondsTo'>, plant: number) =>
  secondsTo[plant]?.[1] ?? Number.POSITIVE_INFINITY
const isIn = (one: Pick<Timed, 'secondsTo'>, plant: number) => middle(one, plant) <= 60 * MINUTES

/** How many makers of a product each plant has in time: recorded ones at the middle, surely, and perhaps. */
function servedBy({ plants, firms, products }: SourcingKnown, productId: string) {
  const segmentId = products.find((one) => one.productId === productId)?.segmentId ?? ''
  const makers = firms.filter((firm) => firm.productIds.includes(productId))
  const maybe = firms.filter((firm) => firm.onlySegmentIds.includes(segmentId))
  return plants.map((_, plant) => ({
    central: makers.filter((one) => isIn(one, plant)).length,
    sure: makers.filter(({ secondsTo }) => (secondsTo[plant]?.[2] ?? Infinity) <= 60 * MINUTES)
      .length,
    perhaps: [...makers, ...maybe].filter(
      ({ secondsTo }) => (secondsTo[plant]?.[0] ?? 0) <= 60 * MINUTES,
    ).length,
  }))
}

describe.each(['battery-tray', 'brake-by-wire', 'cockpit-display'])('of %s', (productId) => {
  const template = TEMPLATES.find((one) => one.productId === productId)!
  const { annualUnits, needs, logistics } = template
  let ranking: SitingResult
  let known: SourcingKnown
  let today: SourcingRates
  let name: { zh: string; en: string }
  beforeAll(async () => {
    takeView({ ...DEFAULT_VIEW, productId })
    const asked = { productId, annualUnits, needs, logistics }
    ranking = SitingResult.parse(await execute('siting', asked))
    const sourcing = LocalSourcingResult.parse(await execute('local-sourcing', {}))
    known = sourcing.known
    today = sourcing.today
    name = ranking.question.product!
  })

  it('windows are counted at the plants of the question, the least slack is named', async () => {
    const first = ranking.ranking[0]!
    const inputs = { parkId: first.id, productIds: [productId], hours: [8] }
    const result = JitWindowResult.parse(await execute('jit-window', inputs))
    const of = { ...DEFAULT_VIEW, productId }
    const cells = ownParts(result, of).flatMap((part) =>
      result.plants.map((plant) => cellAt(part, plant, trafficAt(of, 8))),
    )
    const said = both(() => windowsSentence(result, cells, 8))
    for (const [language, told] of [
      ['zh', said.zh],
      ['en', said.en],
    ] as const) {
      expect(told).toContain(name[language])
      expect(told).toContain(language === 'zh' ? result.site.nameZh : result.site.nameEn)
    }
    expect(said.zh).toContain(`供 ${result.plants.length} 家整车厂`)
    const words = {
      makes: ['确定按时', 'surely in time'],
      likely: ['很可能按时', 'likely in time'],
      perhaps: ['视情况', 'perhaps'],
      unlikely: ['很可能晚到', 'likely too late'],
      fails: ['确定晚到', 'surely too late'],
    } as const
    for (const [verdict, [zh, en]] of Object.entries(words)) {
      const count = result.cells.filter(({ verdicts }) => verdicts[0] === verdict).length
      expect(said.zh.includes(zh)).toBe(count > 0)
      if (count > 0) expect(said.zh).toContain(`${count} 家${zh}`)
      if (count > 0) expect(said.en).toContain(`${count} ${en}`)
    }
    const least = result.cells
      .filter(({ slackLikely }) => slackLikely[0])
      .toSorted((a, b) => a.slackLikely[0]![0] - b.slackLikely[0]![0])[0]!
    const plant = result.plants.find(({ id }) => id === least.plantId)!
    expect(said.zh).toContain(`余量最小的是${plant.nameZh}`)
    expect(said.en).toContain(`the least slack is at ${plant.nameEn}`)
  })

  it('everywhere names the best cell and the best park by the same criteria, and what is left out', async () => {
    const inputs = { siting: { productId }, resolution: 5, rangeDraws: 200 }
    const result = SurfaceResult.parse(await execute('surface', inputs))
    const list = await built.app.request('/api/collections/districts/items?limit=10000')
    const { features } = (await list.json()) as { features: District[] }
    const scores = Float32Array.from(result.scores, (score) => score ?? Number.NaN)
    const parks = result.parks.map((park) => ({ ...park, likely: park.scoreLikely }))
    const scored = { result, scores, likely: result.scoreLikely, parks }
    const best = () => bestCells(scored, features, 1)[0]
    const most = Math.max(...result.scores.map((score) => score ?? 0))
    const cell = result.scores.indexOf(most)
    const [low, high] = result.scoreLikely![cell]!
    const said = both(() => surfaceSentence(result, best(), parks[0]))
    const park = parks[0]!
    const range = `（可能 ${Math.round(low)}–${Math.round(high)}）`
    expect(said.zh).toContain(`：${Math.round(most)} 分${range}`)
    expect(said.en).toContain(`${Math.round(most)} points (likely ${Math.round(low)}–`)
    expect(said.zh).toContain(`最好的园区是${park.nameZh}：${Math.round(park.score)} 分`)
    expect(said.en).toContain(`same criteria is ${park.nameEn}: ${Math.round(park.score)} points`)
    const [parkLow, parkHigh] = park.likely
    const words = low > parkHigh ? '高于该园区' : parkLow > high ? '高于这一格' : '不能说这一格更好'
    expect(said.zh).toContain(words)
    const place = result.places[result.nearestPlaces[cell]!]!
    expect(said.zh).toContain(`距${place.nameZh} `)
    const [lat, lng] = cellToLatLng(result.cells[cell]!)
    const around = areaAt(features, [lng, lat])!.properties
    expect(said.zh).toContain(`得分最高的一格在${around.nameZh}，距`)
    expect(said.en).toContain(`the best cell is in ${around.nameEn}, `)
    const left = both(() => leftOutText(result))
    for (const criterion of ranking.criteria) {
      const isMeasured = result.criteria.some(({ id }) => id === criterion.id)
      if (isMeasured || criterion.id === 'wishes') continue
      const isSited = result.leftOut.some(({ id }) => id === criterion.id)
      expect(left.zh.includes(criterion.title.zh)).toBe(isSited)
      expect(left.en.includes(criterion.title.en)).toBe(isSited)
    }
    expect(left.zh).toContain('不能与选址总分相比')
  })

  it('sourcing counts the plants that have it today, and with the first of the ranking', () => {
    const parkId = ranking.ranking[0]!.id
    const asked = { productId, withinMinutes: MINUTES, parkId }
    const said = both(() => sourcingSentence(known, asked, today))
    const served = servedBy(known, productId)
    const has = (key: keyof (typeof served)[number], least = 1) =>
      served.filter((one) => one[key] >= least).length
    const park = known.parks.find(({ id }) => id === parkId)!
    const withPark = (least: number) =>
      served.filter(({ central }, plant) => central + (isIn(park, plant) ? 1 : 0) >= least).length
    expect(said.zh).toContain(name.zh)
    expect(said.zh).toContain(`${known.plants.length} 家整车厂中有 ${has('central')} 家`)
    const { likely } = today.products.find((one) => one.productId === productId)!.one
    const bounds = span(has('sure'), has('perhaps'))
    expect(said.zh).toContain(`可能 ${span(...likely!)}，上下限 ${bounds}`)
    expect(said.en).toContain(`likely ${span(...likely!)}, outer bounds ${bounds}`)
    // Until the draws are there, nothing likely is told.
    expect(both(() => sourcingSentence(known, asked)).en).toContain(`plants can`)
    expect(both(() => sourcingSentence(known, asked)).en).not.toContain('likely')
    expect(said.en).toContain(`${has('central')} of ${known.plants.length} plants`)
    const least = withPark(1) > has('central') ? 1 : 2
    const [before, after] = [has('central', least), withPark(least)]
    if (after > before) {
      expect(said.zh).toContain(`由 ${before} 家增至 ${after} 家`)
      expect(said.en).toContain(`from ${before} to ${after}`)
    } else expect(said.zh).toContain('也不增加第二来源')
  })

  it('gaps are counted likely and by the bounds, and what fills most is reconciled with the ranking', () => {
    const asked = { productId, withinMinutes: MINUTES }
    const said = both(() => gapsSentence(known, asked, today))
    const served = servedBy(known, productId)
    const gaps = served.filter(({ central }) => central === 0).length
    const sure = served.filter(({ perhaps }) => perhaps === 0).length
    const possible = served.filter((one) => one.sure === 0).length
    const filledBy = (park: Timed) =>
      served.filter(({ central }, plant) => central === 0 && isIn(park, plant)).length
    const most = Math.max(...known.parks.map(filledBy))
    const { likely } = today.products.find((one) => one.productId === productId)!.one
    const open = span(served.length - likely![1], served.length - likely![0])
    expect(said.zh).toContain(`可能 ${open}，上下限 ${span(sure, possible)}`)
    expect(figures(said.zh).slice(0, 2)).toEqual([MINUTES, known.plants.length])
    if (gaps > 0) expect(said.zh).toContain(`中有 ${gaps} 家没有`)
    const against = both(() => gapsAgainstRanking(known, asked, ranking))
    if (gaps === 0 || most === 0) return expect(against.zh).toBe('')
    const [first] = ranking.ranking
    const park = known.parks.find(({ id }) => id === first?.id)!
    expect(against.zh).toContain(park.nameZh)
    const own = filledBy(park)
    if (own === most) return expect(against.zh).not.toContain('只补')
    expect(against.zh).toContain(`只补 ${own} 家`)
    expect(against.en).toContain(`fills ${own}`)
    const named = known.parks.find((one) => filledBy(one) === most && said.zh.includes(one.nameZh))
    const rival = ranking.ranking.find(({ id }) => id === named?.id)
    if (!rival) return expect(against.zh).toContain('不在排名之内')
    const points = first!.terms.map(
      ({ contribution }, index) => contribution - (rival.terms[index]?.contribution ?? 0),
    )
    expect(against.zh).toContain(`多 ${Math.max(...points).toFixed(1)} 分`)
    const title = ranking.criteria[points.indexOf(Math.max(...points))]?.title.zh
    expect(against.zh).toContain(`“${title}”`)
  })

  it('disruption names the stretch whose closing hits the first of the ranking hardest', async () => {
    const first = ranking.ranking[0]!
    const plantIds = ranking.offered.plants.flatMap((one) => (one.isCustomer ? [one.id] : []))
    const inputs = { withinMinutes: MINUTES, parkId: first.id, plantIds, count: 200 }
    const result = DisruptionResult.parse(await execute('disruption', inputs))
    const inTime = first.plants.filter(
      ({ duration }) => (duration?.centralSeconds ?? Infinity) <= 60 * MINUTES,
    )
    expect(result.productsInWindow).toBe(inTime.length)
    const said = both(() => ownDisruptionSentence(result, { product: name.zh, minutes: MINUTES }))
    const worst = result.links.toSorted((a, b) => b.lostProductMinutes - a.lostProductMinutes)[0]
    if (!worst) return expect(said.zh).toContain(`${inTime.length} 家整车厂`)
    const { fromName, toName, ref, pairCount, productsLeaving } = worst
    for (const word of [fromName, toName, ref, name.zh]) expect(said.zh).toContain(word)
    expect(said.zh).toContain(`${pairCount} 家整车厂绕行，${productsLeaving} 家超出 60 分钟`)
    const pairs = result.detail!.pairs
    expect(pairs.length).toBe(pairCount)
    for (const { firm, plant } of pairs) {
      expect(firm.id).toBe(first.id)
      expect(inTime.map(({ id }) => id)).toContain(plant.id)
    }
    const out = pairs.filter(({ afterMinutes }) => (afterMinutes ?? Infinity) > MINUTES)
    expect(out.length).toBe(productsLeaving)
  })

  it('nearest names the quickest by truck and the nearest in a straight line', async () => {
    const first = ranking.ranking[0]!
    const inputs = { origin: first.lngLat, collection: 'companies', kind: 'oem', count: 1000 }
    const result = NearestResult.parse(await execute('nearest', inputs))
    const said = both(() => nearestSentence(result, first.nameZh))
    const { misleading, items } = result
    const quick = misleading
      ? items.find(({ id }) => id === misleading.timeId)
      : items.toSorted((a, b) => a.duration.centralSeconds - b.duration.centralSeconds)[0]
    expect(said.zh).toContain(`从${first.nameZh}看`)
    expect(said.zh).toContain(quick?.nameZh)
    expect(said.en).toContain(quick?.nameEn)
    expect(said.zh.includes('误导')).toBe(misleading !== null)
  })
})

it('tells the worst stretch of the region by its number, its name and both ends', async () => {
  const result = DisruptionResult.parse(await execute('disruption', { withinMinutes: MINUTES }))
  const { features } = (await (
    await built.app.request('/api/collections/roads/items?limit=1000')
  ).json()) as { features: { properties: Record<string, string> }[] }
  for (const { fromName, toName, ref, name, structure } of result.links) {
    const road = features.find(
      ({ properties: { fromZh, toZh } }) =>
        [fromZh, toZh].sort().join() === [fromName, toName].sort().join(),
    )?.properties
    expect([name, ref]).toEqual([road?.nameZh, /^[A-Z]/.test(road?.ref ?? '') ? road?.ref : ''])
    const isBridge = /大桥/.test(`${fromName}${toName}${name}`)
    expect(structure === 'bridge', `${fromName} ${toName}`).toBe(isBridge)
  }
  const said = both(() => regionDisruptionSentence(result, MINUTES))
  const worst = result.links[0]!
  for (const word of [worst.name, worst.fromName, worst.toName, `${worst.productsLeaving} 项供货`])
    expect(said.zh).toContain(word)
  expect(said.en).toContain(`${worst.productsLeaving} deliveries`)
})

it('places no architecture platform as if it were a plant’s part, and says why', async () => {
  const { known } = LocalSourcingResult.parse(await execute('local-sourcing', {}))
  const platforms = known.productsLeftOut.filter(({ name }) => name.zh.endsWith('平台'))
  expect(platforms.map(({ productId }) => productId)).toEqual(
    expect.arrayContaining(['domain-controller-platform', 'computing-platform']),
  )
  expect(known.products.some(({ name }) => /平台$/.test(name.zh))).toBe(false)
  const [platform] = platforms
  const asked = { productId: platform!.productId, withinMinutes: MINUTES, parkId: null }
  const { zh, en } = both(() => sourcingSentence(known, asked))
  expect(zh).toContain('不是可运到生产线的零部件')
  expect(en).toContain('not a part')
})
