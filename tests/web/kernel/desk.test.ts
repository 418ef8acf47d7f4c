// Does the kernel of the page answer as the server does, to the byte, and say why where it cannot?
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { NetworkList } from '#geodata/contract/documents.ts'
import { encodeNetwork } from '#geodata/network/street/network-file.ts'
import { networksFolder } from '#server/store/files/network-files.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { insertSite, moveFirm } from '#tests/support/edits.ts'
import { KERNEL_QUESTIONS } from '#tests/support/kernel-questions.ts'
import { surveyed } from '#tests/support/surveyed.ts'
import { openDesk } from '#web/kernel/desk.ts'
import type { FromKernel, NetworkAsked } from '#web/kernel/messages.ts'

const ROOT = 'http://127.0.0.1/'
const PLENTY = 1e9
const town = surveyed({
  places: { a: [0, 0], b: [6, 0], c: [6, 4], d: [0, 4] },
  ways: {
    'a b': { highway: 'trunk' },
    'b c': { highway: 'primary', oneway: 'yes' },
    'c d': { highway: 'primary' },
    'd a': { highway: 'primary' },
  },
})
const file = encodeNetwork(town)
const built = builtApp((folder) => {
  mkdirSync(networksFolder(folder))
  writeFileSync(path.join(networksFolder(folder), 'town.road'), file)
})
const served: typeof fetch = async (address, init) => built.app.request(String(address), init)
const away: typeof fetch = () => Promise.reject(new TypeError('No server.'))
/** As served, but for what is at the end of this address. */
const but =
  (end: RegExp, other: (sound: Response) => Promise<Response> | Response): typeof fetch =>
  async (address, init) => {
    const sound = await served(address, init)
    return end.test(String(address)) ? other(sound) : sound
  }

const listed = {} as Record<string, NetworkAsked>
beforeAll(async () => {
  const { items } = NetworkList.parse(await (await built.app.request('/api/networks')).json())
  for (const { id, hash, kind } of items) listed[id] = { id, hash, kind }
}, 60_000)

const holdOf = (id: string) =>
  ({
    kind: 'hold',
    network: listed[id]!,
    skeletonHash: listed.skeleton!.hash,
    drawsRings: true,
    isAskedFor: false,
  }) as const
const askOf = (id: string, [process, inputs]: (typeof KERNEL_QUESTIONS)[number]) =>
  ({
    kind: 'ask',
    serial: 1,
    id: process,
    inputs,
    network: listed[id]!,
    looksForEdits: process !== 'isochrone',
  }) as const

describe.each(['town', 'skeleton'])('over %s', (id) => {
  it('answers every question in the bytes of the server', async () => {
    const desk = openDesk({ root: ROOT, mostBytes: PLENTY }, served)
    expect(await desk.hold(holdOf(id))).toEqual({ kind: 'held', network: listed[id] })
    for (const [process, inputs] of KERNEL_QUESTIONS) {
      const asked =
        process === 'surface'
          ? { ...inputs, siting: { ...(inputs as { siting: object }).siting, network: id } }
          : { ...inputs, network: id }
      const answer = await desk.answer(askOf(id, [process, asked]), () => {})
      const response = await built.app.request(
        `/api/processes/${process}/execution`,
        sending('POST', { inputs: asked }),
      )
      expect(answer).toEqual({
        kind: 'answered',
        serial: 1,
        text: await response.text(),
        isAlone: false,
      })
    }
  })
})

it('refuses what the server refuses, in its words', async () => {
  const desk = openDesk({ root: ROOT, mostBytes: PLENTY }, served)
  await desk.hold(holdOf('skeleton'))
  const inputs = { productId: 'no-such', network: 'skeleton' }
  const refused = await desk.answer(askOf('skeleton', ['siting', inputs]), () => {})
  const response = await built.app.request(
    '/api/processes/siting/execution',
    sending('POST', { inputs }),
  )
  const { type: _, ...problem } = (await response.json()) as { type: string }
  expect(refused).toMatchObject({ kind: 'refused', problem })
})

it('goes on without the server, over the facts that are here, and says so', async () => {
  let reach = served
  const desk = openDesk({ root: ROOT, mostBytes: PLENTY }, (...asked) => reach(...asked))
  await desk.hold(holdOf('town'))
  const question = askOf('town', ['nearest', { origin: [106.51, 29.505], collection: 'hubs' }])
  const before = await desk.answer(question, () => {})
  reach = away
  expect(before.kind).toBe('answered')
  expect(await desk.answer(question, () => {})).toEqual({ ...before, isAlone: true })
})

it('leaves the question to the server where another network is asked for', async () => {
  const desk = openDesk({ root: ROOT, mostBytes: PLENTY }, served)
  await desk.hold(holdOf('skeleton'))
  const question = askOf('town', ['isochrone', { origin: [106.51, 29.505] }])
  expect(await desk.answer(question, () => {})).toEqual({ kind: 'not-here', serial: 1 })
})

it.each(['town', 'skeleton'])('draws rings for practice until it is enough: %s', async (id) => {
  const desk = openDesk({ root: ROOT, mostBytes: PLENTY }, served)
  expect(desk.practise()).toBe(false)
  await desk.hold(holdOf(id))
  let count = 0
  while (desk.practise()) count += 1
  expect(count).toBe(40)
})

const changed = (bytes: Uint8Array<ArrayBuffer>, at: number) => {
  const copy = bytes.slice()
  copy[at] = copy[at]! ^ 1
  return copy
}
const body = (bytes: Uint8Array) => () => new Response(Uint8Array.from(bytes))
const FAULTS: [what: string, reach: typeof fetch, why: string][] = [
  ['streets cut off', but(/town\/file/, body(file.subarray(0, file.length >> 1))), 'unsound'],
  [
    'streets changed',
    but(/town\/file/, body(changed(Uint8Array.from(file), file.length - 9))),
    'unsound',
  ],
  [
    'streets of another version',
    but(/town\/file/, body(changed(Uint8Array.from(file), 8))),
    'unsound',
  ],
  ['streets that are gone', but(/town\/file/, () => new Response('', { status: 404 })), 'not-here'],
  ['a skeleton cut off', but(/skeleton\/file/, () => new Response('{"stretches":[')), 'unsound'],
  [
    'facts of another version',
    but(/facts/, async (sound) =>
      Response.json({ ...((await sound.json()) as object), formatVersion: 0 }),
    ),
    'unsound',
  ],
  ['no server', away, 'not-here'],
]

it.each(FAULTS)('holds nothing from %s', async (_, reach, why) => {
  const desk = openDesk({ root: ROOT, mostBytes: PLENTY }, reach)
  const without: FromKernel = { kind: 'without', network: listed.town!, why: why as 'unsound' }
  expect(await desk.hold(holdOf('town'))).toEqual(without)
})

it('leaves streets to the server that are larger than the device takes', async () => {
  const desk = openDesk({ root: ROOT, mostBytes: file.length - 1 }, served)
  expect(await desk.hold(holdOf('town'))).toMatchObject({ kind: 'without', why: 'too-large' })
  // But for a person who wants them here.
  expect(await desk.hold({ ...holdOf('town'), isAskedFor: true })).toMatchObject({ kind: 'held' })
})

it('knows a row that was written meanwhile', async () => {
  const desk = openDesk({ root: ROOT, mostBytes: PLENTY }, served)
  await desk.hold(holdOf('skeleton'))
  const inputs = { productId: 'battery-tray', parkIds: [], siteIds: ['own'], network: 'skeleton' }
  const question = askOf('skeleton', ['siting', inputs])
  expect((await desk.answer(question, () => {})).kind).toBe('refused')
  await insertSite(built.store, 'own')
  const response = await built.app.request(
    '/api/processes/siting/execution',
    sending('POST', { inputs }),
  )
  expect(await desk.answer(question, () => {})).toMatchObject({ text: await response.text() })
})

describe('while a hand drags', () => {
  const inputs = { origin: [106.51, 29.505], network: 'skeleton' }
  const rings = () => askOf('skeleton', ['isochrone', inputs])
  /** A firm of the middle, put into the ring or far off. */
  const [HERE, THERE] = [
    [106.51, 29.505],
    [108.66, 31.95],
  ] as const
  const FIRM = 'O002'
  const ofServer = async () => {
    const response = await built.app.request(
      '/api/processes/isochrone/execution',
      sending('POST', { inputs }),
    )
    return { kind: 'answered', serial: 1, text: await response.text(), isAlone: false }
  }
  afterEach(() => vi.useRealTimers())

  it('asks nobody, and has what was corrected meanwhile as soon as the hand goes down', async () => {
    await moveFirm(built.app, FIRM, HERE)
    let asked = 0
    const desk = openDesk({ root: ROOT, mostBytes: PLENTY }, (...request) => {
      asked++
      return served(...request)
    })
    await desk.hold(holdOf('skeleton'))
    const before = await ofServer()
    await moveFirm(built.app, FIRM, THERE)
    const after = await ofServer()
    expect(after).not.toEqual(before)
    asked = 0
    expect(await desk.answer(rings(), () => {})).toEqual(before)
    expect(asked).toBe(0)
    await desk.look()
    expect(await desk.answer(rings(), () => {})).toEqual(after)
    expect(asked).toBe(1)
  })

  it('waits for no server that is slower than the hand', async () => {
    vi.useFakeTimers()
    let reach = served
    const desk = openDesk({ root: ROOT, mostBytes: PLENTY }, (...request) => reach(...request))
    await desk.hold(holdOf('skeleton'))
    reach = () => new Promise(() => {})
    const looked = desk.look()
    await vi.advanceTimersByTimeAsync(300)
    await looked
    expect(await desk.answer(rings(), () => {})).toEqual(await ofServer())
  })

  it('goes on over what is here when the server is gone or sends what cannot be read', async () => {
    let reach = served
    const desk = openDesk({ root: ROOT, mostBytes: PLENTY }, (...request) => reach(...request))
    await desk.hold(holdOf('skeleton'))
    for (const fault of [
      away,
      async () => new Response('{"facts":'),
      async () => Response.error(),
    ]) {
      reach = fault
      await desk.look()
      expect(await desk.answer(rings(), () => {})).toEqual(await ofServer())
    }
  })

  it('takes no older facts for newer that came first', async () => {
    await moveFirm(built.app, FIRM, HERE)
    let reach = served
    const desk = openDesk({ root: ROOT, mostBytes: PLENTY }, (...request) => reach(...request))
    await desk.hold(holdOf('skeleton'))
    await moveFirm(built.app, FIRM, [107.4, 29.7])
    const older = await served(`${ROOT}api/facts`)
    const late = Promise.withResolvers<Response>()
    reach = () => late.promise
    const looked = desk.look()
    reach = served
    await moveFirm(built.app, FIRM, THERE)
    await desk.look()
    late.resolve(older)
    await looked
    expect(await desk.answer(rings(), () => {})).toEqual(await ofServer())
  })
})
