// Does a stored comparison come back as the page asks and shows it, whoever stored it?
import { expect, it } from 'vitest'
import { Comparison } from '#geodata/contract/comparisons.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { keptOf } from '#web/state/answers/kept-comparison.ts'
import { decodeScenarios } from '#web/state/answers/scenario-address.ts'
import { askedOf } from '#web/state/answers/scenarios.ts'
import { sitingInputs } from '#web/state/answers/siting.ts'
import { DEFAULT_VIEW, decodeView, encodeView } from '#web/state/view/view.ts'

const stored = (comparison: object) =>
  keptOf({
    id: '0123',
    storedAt: '2026-11-29T08:00:00Z',
    storedBy: '张三',
    comparison: Comparison.parse({ version: 1, title: '三处', ...comparison }),
  })

it('asks the very siting that was stored, from a view that asks it again when one goes on', () => {
  const asked = decodeView(
    'at=compare&product=battery-tray&pin=106.5,29.4&w=plantMinutes:40,landHectares:60&capacity=1' +
      '&ask=need:landHectares~12,wish:gas,to:O002~50000~jit,truck:semitrailer,doubt:0.8~1.1~0.3' +
      '&compare=CQ-V04,pin:106.50000_29.40000,pin:106.61_29.72',
  )
  const siting = sitingInputs(asked)
  const kept = stored({ siting, candidateIds: ['CQ-V04', 'pin', 'pin:106.61,29.72'] })
  expect(SitingInputs.parse(kept.siting).pins.map(({ id }) => id)).toEqual([
    'pin',
    'pin:106.61000,29.72000',
  ])
  const again = sitingInputs({ ...DEFAULT_VIEW, ...kept.view })
  expect(SitingInputs.parse(again)).toEqual(SitingInputs.parse(kept.siting))
  expect(kept.view.compared).toEqual(['CQ-V04', 'pin:106.50000,29.40000', 'pin:106.61000,29.72000'])
})

it('calls everything by the place it is about, though another program named the pins', () => {
  const kept = stored({
    siting: { productId: 'battery-tray', pins: [{ id: 'mine', lngLat: [106.5, 29.4] }] },
    candidateIds: ['mine', 'CQ-V04'],
    referenceId: 'mine',
    names: { mine: { zh: '江边', en: '江边' } },
    ownRows: [{ title: '走访', cells: ['七月', ''] }],
    scenarios: [
      { id: 'a', name: '大桥封闭', changes: [{ kind: 'closed', near: [106.55, 29.56] }] },
      { id: 'b', name: '运价', changes: [{ kind: 'freightRate', percent: 10 }] },
    ],
    combined: [['a', 'b']],
    address: 'side=differences,hidden:2&compare=pin:106.5_29.4,CQ-V04&shown=1&dir=in',
    found: { datasetHash: 'd', networkHash: 'n', scores: { mine: 61.2 } },
  })
  const id = 'pin:106.50000,29.40000'
  expect(kept.names).toEqual({ [id]: { zh: '江边', en: '江边' } })
  expect(kept.ownRows).toEqual([{ id: '1', title: '走访', texts: { [id]: '七月' } }])
  expect(kept.found?.scores).toEqual({ [id]: 61.2 })
  expect(askedOf(decodeScenarios(kept.view.scenarios ?? ''))).toEqual({
    scenarios: [
      { id: '1', name: '大桥封闭', changes: [{ kind: 'closed', near: [106.55, 29.56] }] },
      { id: '2', name: '运价', changes: [{ kind: 'freightRate', percent: 10 }] },
    ],
    combined: [['1', '2']],
  })
  expect(kept.view).toMatchObject({
    compared: [id, 'CQ-V04'],
    comparedShown: 1,
    direction: 'inward',
    side: { referenceId: id, hiddenIds: ['CQ-V04'], onlyDifferences: true },
  })
})

it('is named by a short address, which leads to Compare whatever else it says', () => {
  expect(decodeView('comparison=0123')).toMatchObject({
    workspace: 'compare',
    comparisonId: '0123',
  })
  expect(decodeView('comparison=').workspace).toBe('layout')
  const embedded = decodeView('at=site&comparison=0123&embed=1')
  expect(embedded).toMatchObject({ workspace: 'compare', isEmbedded: true })
  expect(decodeView(encodeView(embedded))).toEqual(embedded)
  expect(encodeView({ ...embedded, workspace: 'site', isEmbedded: false })).toBe('at=site')
})
