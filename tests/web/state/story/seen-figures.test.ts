// What is looked at in Site and Compare, as live figures: does a story ask again what was asked there?
import { afterEach, expect, it, vi } from 'vitest'
import { LiveFigure } from '#geodata/contract/stories.ts'
import { ownClosures, regionClosures } from '#web/state/answers/closures.ts'
import { comparisonInputs, comparisonQuestion } from '#web/state/answers/comparison.ts'
import { sitingInputs, sitingQuestion } from '#web/state/answers/siting.ts'
import { comparedGround } from '#web/state/story/compared-ground.ts'
import { seenFigures } from '#web/state/story/seen-figures.ts'
import { decodeView, type View } from '#web/state/view/view.ts'

const LIES: Record<string, [number, number]> = {
  'CQ-V02': [106.2, 29.5],
  'CQ-P01': [106.8, 29.7],
  // Hidden in Compare: its ground is not looked at.
  'CQ-V01': [110, 35],
}
const ABOUT = { zh: '电池托盘', en: 'battery trays' }

/** Answers every siting with nobody ranked, every comparison with those compared. */
async function answered(of: View): Promise<void> {
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const { inputs } = JSON.parse(String(init.body)) as { inputs: { candidateIds?: string[] } }
    const candidates = (inputs.candidateIds ?? []).map((id) => ({ id, lngLat: LIES[id] ?? null }))
    const question = { product: ABOUT, segment: ABOUT }
    const siting = { question, ranking: [], criteria: [], excluded: [], needs: [] }
    const isSiting = address.includes('/siting/')
    return new Response(JSON.stringify(isSiting ? siting : { question, candidates }))
  })
  const asked = sitingInputs(of)
  if (asked) sitingQuestion.ask(asked)
  const compared = comparisonInputs(of)
  if (compared) comparisonQuestion.ask(compared)
  await vi.waitFor(() => {
    expect(sitingQuestion.asked.value.kind).toBe(asked ? 'answered' : 'unasked')
    expect(comparisonQuestion.asked.value.kind).toBe(compared ? 'answered' : 'unasked')
  })
}

afterEach(() => {
  vi.unstubAllGlobals()
  sitingQuestion.reset()
  comparisonQuestion.reset()
  ownClosures.value = null
  regionClosures.value = null
})

it('captures in Compare the columns that are shown, in their order, with the weights that were moved', async () => {
  const of = decodeView(
    '?at=compare&product=battery-tray&compare=CQ-V02,CQ-V01,CQ-P01&pin=106.5,29.5',
  )
  const side = { ...of.side, hiddenIds: ['CQ-V01'] }
  const view = { ...of, weights: { plantMinutes: 3 }, side }
  await answered(view)
  const [figure, ...others] = seenFigures(view)
  expect(others).toEqual([])
  expect(figure).toMatchObject({
    kind: 'comparison',
    candidateIds: ['CQ-V02', 'CQ-P01'],
    question: { productId: 'battery-tray', weights: view.weights },
    label: { zh: '电池托盘选址比选', en: 'battery trays: candidates side by side' },
  })
  expect(LiveFigure.parse(figure)).toEqual(figure)
  // Thirty kilometers around those that are shown, by the length of a degree at 29.6° north.
  const [[west, south], [east, north]] = comparedGround(figure ? [figure] : []) ?? [[], []]
  const sides = [106.2 - west!, 29.5 - south!, east! - 106.8, north! - 29.7]
  const kilometers = [96.79, 111.32, 96.79, 111.32].map((long, at) => sides[at]! * long)
  for (const one of kilometers) expect(one).toBeCloseTo(30, 1)
})

it('captures the ranking where nobody stands side by side, and nothing of roads the story does not stand on', async () => {
  const one = decodeView('?at=compare&product=battery-tray&compare=CQ-V02')
  await answered(one)
  expect(seenFigures(one).map(({ kind }) => kind)).toEqual(['ranking'])
  expect(comparedGround(seenFigures(one))).toBeNull()
  const site = { ...one, workspace: 'site' as const }
  expect(seenFigures(site).map(({ kind }) => kind)).toEqual(['ranking'])
  expect(seenFigures({ ...site, networkId: 'chongqing' })).toEqual([])
  expect(seenFigures({ ...site, workspace: 'layout' })).toEqual([])
})

const closures = (site: object | null, kind: 'skeleton' | 'network') =>
  ({
    asked: { withinMinutes: 45, network: 'skeleton', count: 200, linkId: 'a', parkId: 'CQ-V02' },
    result: { site, basis: { network: { kind } } },
  }) as never

it('captures closed roads of the skeleton, one’s own deliveries before those of the region', () => {
  const of = decodeView('?at=site&site=disruption')
  expect(of.siteView).toBe('disruption')
  expect(seenFigures(of)).toEqual([])
  regionClosures.value = closures(null, 'skeleton')
  expect(seenFigures(of)[0]?.label.zh).toBe('全区供货最依赖的路段')
  ownClosures.value = closures({ id: 'CQ-V02', nameZh: '青凤', nameEn: 'Qingfeng' }, 'skeleton')
  const [figure] = seenFigures(of)
  expect(figure).toMatchObject({
    kind: 'disruption',
    question: { withinMinutes: 45, parkId: 'CQ-V02' },
    label: { zh: '青凤供货最依赖的路段' },
  })
  expect(LiveFigure.parse(figure)).toEqual(figure)
  ownClosures.value = closures(null, 'network')
  expect(seenFigures(of)).toEqual([])
})
