// Does a page notice that a network it knows was replaced elsewhere, and ask everything anew?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { NetworkList, NetworkSummary } from '#geodata/contract/documents.ts'
import { execute } from '#web/api/client.ts'
import { networksHeard } from '#web/api/connection.ts'
import { stoodOn } from '#web/api/stood-on.ts'
import { answering, takeNetworks } from '#web/state/region/networks.ts'
import { followNetworks, replacedNetworkId } from '#web/state/region/networks-followed.ts'
import { changeView, view } from '#web/state/view/store.ts'

const summary = (id: string, hash: string) => ({ id, hash, kind: 'street' }) as NetworkSummary
const list = (...items: NetworkSummary[]): NetworkList => ({ items, refused: [] })
const OLD = list(summary('roads', 'old'), summary('skeleton', 'bare'))
const NEW = list(summary('roads', 'new'), summary('skeleton', 'bare'))

const server = { list: OLD, answersBy: 'old', timesListed: 0 }
const events = new EventTarget()
let stop = () => {}

beforeEach(() => {
  Object.assign(server, { list: OLD, answersBy: 'old', timesListed: 0 })
  vi.stubGlobal('fetch', async (address: string) => {
    const isList = address.endsWith('/api/networks')
    if (isList) server.timesListed += 1
    return Response.json(isList ? server.list : { basis: { network: { hash: server.answersBy } } })
  })
  vi.stubGlobal('document', { visibilityState: 'visible' })
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events))
  vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events))
  changeView({ networkId: null })
  takeNetworks(OLD)
  replacedNetworkId.value = null
  stoodOn.value = null
  networksHeard.value = null
  stop = followNetworks()
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

const asking = () => execute('isochrone', { origin: [106.5, 29.5] })

it('leaves a page alone whose answers stand on the networks it knows, whichever of them', async () => {
  await asking()
  server.answersBy = 'bare'
  await asking()
  expect(server.timesListed).toBe(0)
  expect(replacedNetworkId.value).toBeNull()
})

it('takes the new network after the first answer by it, says so, and names it anew', async () => {
  await asking()
  Object.assign(server, { list: NEW, answersBy: 'new' })
  const named: (string | null)[] = []
  const unsubscribe = view.subscribe(({ networkId }) => named.push(networkId))
  await asking()
  await vi.waitFor(() => expect(replacedNetworkId.value).toBe('roads'))
  unsubscribe()
  expect(answering.value?.hash).toBe('new')
  expect(named.at(-1)).toBe('roads')
  await asking()
  expect(server.timesListed).toBe(1)
})

it('takes the new network from a look whether the server answers, without asking for the list again', async () => {
  networksHeard.value = OLD
  changeView({ networkId: 'roads' })
  const named: (string | null)[] = []
  const unsubscribe = view.subscribe(({ networkId }) => named.push(networkId))
  networksHeard.value = NEW
  await vi.waitFor(() => expect(replacedNetworkId.value).toBe('roads'))
  unsubscribe()
  expect(answering.value?.hash).toBe('new')
  // Whoever asks by the name of the network sees it go and come again.
  expect(named).toEqual(['roads', null, 'roads'])
  expect(server.timesListed).toBe(0)
})

it('looks when another tab of the browser knows other networks, and tells the tabs which it knows', async () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  })
  takeNetworks({ ...OLD })
  const [[key = '', told = ''] = []] = kept
  expect(told).toBe('old,bare')
  const tell = (text: string) => {
    kept.set(key, text)
    events.dispatchEvent(Object.assign(new Event('storage'), { key }))
  }
  tell('old,bare')
  expect(server.timesListed).toBe(0)
  server.list = NEW
  tell('new,bare')
  await vi.waitFor(() => expect(replacedNetworkId.value).toBe('roads'))
  expect(server.timesListed).toBe(1)
  expect(kept.get(key)).toBe('new,bare')
})
