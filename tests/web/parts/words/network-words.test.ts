// How a network is named, and how a place meets it.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Access } from '#geodata/contract/processes/roads.ts'
import { learn } from '#web/messages/index.ts'
import { accessText, distanceText, networkText } from '#web/parts/words/network-words.ts'
import { answering, missingNetworkId, takeNetworks } from '#web/state/region/networks.ts'
import { changeView, view } from '#web/state/view/store.ts'

const ACCESS: Access = {
  entry: 'street',
  name: '',
  accessMeters: 84.4,
  accessSeconds: 12,
  passedIslandMeters: null,
  isIsland: false,
}

beforeAll(async () => {
  await learn('zh-CN')
  await learn('en')
})
beforeEach(() => changeView({ language: 'zh-CN', networkId: null }))

const network = (id: string) => ({
  id,
  name: { zh: `路网 ${id}`, en: `street network ${id}` },
  kind: 'street' as const,
  date: '',
  hash: id,
  nodes: 1,
  edges: 1,
  bounds: [0, 0, 1, 1] as [number, number, number, number],
  notes: [],
})

describe('the name of a network', () => {
  it('is said in the language of the view alone', () => {
    expect(networkText(network('a b'))).toMatch(/^路网 a b · /)
    changeView({ language: 'en' })
    expect(networkText(network('a b'))).toMatch(/^street network a b · /)
  })
})

describe('a distance', () => {
  it.each([
    [0, '0 米'],
    [999, '999 米'],
    [1000, '1 公里'],
    [1260, '1.3 公里'],
    [12_600, '13 公里'],
  ])('of %d m is %s', (meters, text) => expect(distanceText(meters)).toBe(text))
})

describe('how a place meets the network', () => {
  it('names an interchange or a street, also one without a name, and how far it is', () => {
    expect(accessText({ ...ACCESS, entry: 'interchange', name: '北碚', accessMeters: 6300 })).toBe(
      '经北碚上路，6.3 公里外',
    )
    expect(accessText(ACCESS)).toBe('经未命名道路上路，84 米外')
  })

  it('says when a nearer street was passed over, and when the street met is an island', () => {
    expect(accessText({ ...ACCESS, passedIslandMeters: 30 })).toContain('30 米')
    expect(accessText({ ...ACCESS, isIsland: true })).toContain('不相连')
    expect(accessText(ACCESS)).not.toMatch(/不相连|略过/)
  })
})

describe('the network that answers', () => {
  const list = { items: [network('new'), network('old')], refused: [] }

  it('is the one the view names, else the first of the server', () => {
    takeNetworks(list)
    expect(answering.value?.id).toBe('new')
    changeView({ networkId: 'old' })
    takeNetworks(list)
    expect([answering.value?.id, view.value.networkId, missingNetworkId.value]).toEqual([
      'old',
      'old',
      null,
    ])
  })

  it('is the first where the view names one that is not there, and that is reported', () => {
    changeView({ networkId: 'gone' })
    takeNetworks(list)
    expect([answering.value?.id, view.value.networkId, missingNetworkId.value]).toEqual([
      'new',
      null,
      'gone',
    ])
  })
})
