// What the view asks of siting, and how a typed place is read.
import { describe, expect, it } from 'vitest'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { isWide } from '#geodata/model/wide-interval.ts'
import { parseLngLat } from '#web/parts/words/lng-lat-text.ts'
import { PIN_ID, sitingInputs } from '#web/state/answers/siting.ts'
import { parks } from '#web/state/region/lists.ts'
import { DEFAULT_VIEW, decodeView, encodeView } from '#web/state/view/view.ts'

describe('the question of the view', () => {
  it('is none while nothing is to be made', () => {
    expect(sitingInputs(DEFAULT_VIEW)).toBeNull()
  })

  it('is understood by the contract, with the pin among the candidates', () => {
    const view = decodeView(
      '?product=battery-tray&ask=need:landHectares~12,wish:powerMegavoltAmperes~30,need:segmentAssigned&pin=106.5,29.5',
    )
    const inputs = SitingInputs.parse(sitingInputs(view))
    expect(inputs.pins).toEqual([{ id: PIN_ID, lngLat: [106.5, 29.5] }])
    expect(inputs.needs).toEqual([
      { id: 'landHectares', amount: 12, isHard: true },
      { id: 'powerMegavoltAmperes', amount: 30, isHard: false },
      { id: 'segmentAssigned', isHard: true },
    ])
  })

  it('takes partner parks outside the city as candidates where that is ticked', () => {
    parks.value = ['CQ-V01', 'SC-P01'].map((id) => ({ properties: { id } }) as never)
    const view = decodeView('?product=battery-tray')
    expect(sitingInputs(view)).not.toHaveProperty('parkIds')
    const ticked = decodeView(encodeView({ ...view, ask: { ...view.ask, withPartners: true } }))
    expect(sitingInputs(ticked)?.parkIds).toEqual(['CQ-V01', 'SC-P01'])
    parks.value = []
    expect(sitingInputs(ticked)).not.toHaveProperty('parkIds')
  })

  it('asks for a product that is not listed by its segment and its inputs', () => {
    const view = decodeView('?segment=cockpit&ask=from:cockpit-display,from:~lightweight')
    const inputs = SitingInputs.parse(sitingInputs(view))
    expect(inputs.segmentId).toBe('cockpit')
    expect(inputs.upstream).toEqual([
      { productId: 'cockpit-display' },
      { segmentId: 'lightweight' },
    ])
  })

  it('asks with the weights that were moved, and with the doubt that was changed, only then', () => {
    const view = decodeView('?segment=battery')
    expect(sitingInputs(view)).not.toHaveProperty('weights')
    expect(sitingInputs({ ...view, weights: { land: 80 } })?.weights).toEqual({ land: 80 })
    expect(sitingInputs(view)).not.toHaveProperty('doubt')
    const doubt = { speedLow: 0.8, speedHigh: 1.1, makerChance: 0.3 }
    const asked = decodeView(encodeView({ ...view, ask: { ...view.ask, doubt } }))
    expect(sitingInputs(asked)?.doubt).toMatchObject(doubt)
  })
})

describe('the direction of the rings', () => {
  it('is kept by the address', () => {
    const inward = { ...DEFAULT_VIEW, direction: 'inward' as const }
    expect(decodeView(encodeView(inward)).direction).toBe('inward')
    expect(encodeView(DEFAULT_VIEW)).toBe('')
  })
})

describe('the road network', () => {
  it('is kept by the address and asked of every analysis; none leaves the choice to the server', () => {
    const chosen = decodeView('?product=battery-tray&net=cq-sc')
    expect(decodeView(encodeView(chosen)).networkId).toBe('cq-sc')
    expect(sitingInputs(chosen)).toMatchObject({ network: 'cq-sc' })
    expect(sitingInputs({ ...chosen, networkId: null })).not.toHaveProperty('network')
  })
})

describe('a typed place', () => {
  it.each([
    ['106.58, 29.56', [106.58, 29.56]],
    ['106.58 29.56', [106.58, 29.56]],
    ['106.58，29.56', [106.58, 29.56]],
    ['29.56, 106.58', [106.58, 29.56]],
    ['106.58', null],
    ['', null],
    ['here', null],
    ['500, 600', null],
    ['106, 29, 3', null],
  ])('%s is read as %j', (text, expected) => {
    expect(parseLngLat(text)).toEqual(expected)
  })
})

it('shows an interval only when it is wider than a tenth', () => {
  expect(isWide(48, 50, 52)).toBe(false)
  expect(isWide(45, 50, 55)).toBe(true)
})
