// A presentation for other screens: who may say where it stands, who hears it, and what a restart leaves.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  PRESENTER_TOKEN,
  type Presentation,
  type PresentationStarted,
  type PresenterDesk,
  type RemoteCard,
  type RemoteStanding,
} from '#geodata/contract/presentations.ts'
import {
  IDLE_MILLISECONDS,
  MOST_PRESENTATIONS,
  presentationsOf,
  SILENT_MILLISECONDS,
} from '#server/presentations/presentations.ts'
import type { RemoteDesk } from '#server/presentations/remote.ts'
import { AWAY_MILLISECONDS, GONE_MILLISECONDS } from '#server/presentations/session.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { hearing } from '#tests/support/events.ts'

const built = builtApp()
afterEach(() => vi.useRealTimers())
const NO_REMOTE = {
  hosts: () => [],
  listen: () => Promise.reject(new Error('Nothing is opened here.')),
}
const stateAt = (scene: number) => ({
  storyId: 'one-plus-n',
  revision: 'r1',
  sceneId: `scene-${scene}`,
  scene,
  blank: null,
})
const CARD: RemoteCard = {
  language: 'zh-CN',
  scene: 3,
  scenes: 11,
  title: '六十分钟',
  notes: '先说结论',
  nextTitle: '成都',
  blank: null,
  elapsedSeconds: 90,
  plannedSeconds: 120,
}

async function started(scene = 0): Promise<PresentationStarted> {
  const response = await built.app.request(
    '/api/presentations',
    sending('POST', { state: stateAt(scene) }),
  )
  expect(response.status).toBe(201)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  return response.json()
}

const by = (token: string) => ({ [PRESENTER_TOKEN]: token })
const say = (id: string, token: string, scene: number, more: object = {}) =>
  built.app.request(
    `/api/presentations/${id}/state`,
    sending('PUT', { state: stateAt(scene), ...more }, by(token)),
  )
const follow = async (id: string) =>
  hearing(await built.app.request(`/api/presentations/${id}/events`))
const lead = async (id: string, token: string) =>
  hearing(await built.app.request(`/api/presentations/${id}/desk`, { headers: by(token) }))

describe('followers', () => {
  it('get the scene at once, however late they join, and every change after it', async () => {
    const { id, token } = await started(2)
    const early = await follow(id)
    expect(await early.next()).toEqual({
      name: 'standing',
      data: { id, state: stateAt(2), change: 1, presenter: 'here' },
      id: '1',
    })
    expect((await say(id, token, 3)).status).toBe(204)
    expect((await early.next())?.data).toMatchObject({ state: stateAt(3), change: 2 })
    const late = await follow(id)
    expect((await late.next())?.data).toMatchObject({ state: stateAt(3), change: 2 })
    await early.stop()
    await late.stop()
  })

  it('are counted at the stage as they come and go', async () => {
    const { id, token } = await started()
    const stage = await lead(id, token)
    const count = async (followers: number) =>
      (await stage.until<PresenterDesk>('desk', (desk) => desk.followers === followers)).followers
    expect(await count(0)).toBe(0)
    const [one, two] = [await follow(id), await follow(id)]
    expect(await count(2)).toBe(2)
    await one.stop()
    expect(await count(1)).toBe(1)
    await two.stop()
    await stage.stop()
  })

  it('hear nothing of the notes, the token or the code', async () => {
    const { id, token } = await started()
    const follower = await follow(id)
    await say(id, token, 1, { card: CARD })
    const heard = [await follower.next(), await follower.next()]
    const shown = await (await built.app.request(`/api/presentations/${id}`)).text()
    for (const text of [JSON.stringify(heard), shown]) {
      expect(text).not.toContain(token)
      expect(text).not.toContain(CARD.notes)
    }
    expect(built.logged).toEqual([])
    await follower.stop()
  })

  it('are told of the end, and of a link that leads nowhere', async () => {
    const { id, token } = await started()
    const follower = await follow(id)
    await follower.next()
    const end = { method: 'DELETE', headers: by(token) }
    expect((await built.app.request(`/api/presentations/${id}`, end)).status).toBe(204)
    expect(await follower.next()).toMatchObject({ name: 'ended' })
    expect(await follower.next()).toBeNull()
    for (const path of [id, 'nothing']) {
      const gone = await built.app.request(`/api/presentations/${path}/events`)
      expect((await problemOf(gone, 404)).detailZh).toContain('没有这场讲解')
    }
  })
})

describe('the stage', () => {
  it('alone says where it stands: without its token another is refused', async () => {
    const [{ id, token }, other] = [await started(), await started()]
    expect(other.id).not.toBe(id)
    for (const wrong of ['', 'guessed', other.token]) {
      const problem = await problemOf(await say(id, wrong, 5), 409)
      expect(problem.detailZh).toContain('由另一屏主持')
      const asks = [
        ['GET', '/desk'],
        ['DELETE', ''],
      ] as const
      for (const [method, path] of asks) {
        const init = { method, headers: by(wrong) }
        await problemOf(await built.app.request(`/api/presentations/${id}${path}`, init), 409)
      }
      const on = sending('PUT', { isOn: true }, by(wrong))
      await problemOf(await built.app.request(`/api/presentations/${id}/remote`, on), 409)
    }
    const shown = await (await built.app.request(`/api/presentations/${id}`)).json()
    expect(shown).toMatchObject({ state: stateAt(0) })
    expect((await say(id, token, 4)).status).toBe(204)
    expect((await say(other.id, other.token, 7)).status).toBe(204)
    const both = [id, other.id].map(async (one) => {
      const response = await built.app.request(`/api/presentations/${one}`)
      return ((await response.json()) as Presentation).state.scene
    })
    expect(await Promise.all(both)).toEqual([4, 7])
  })

  it('that is opened twice with the token is led by the newer one', async () => {
    const { id, token } = await started()
    const first = await lead(id, token)
    const second = await lead(id, token)
    await first.until('replaced')
    expect(await first.next()).toBeNull()
    await second.until('desk')
    await second.stop()
  })

  it('is refused a story that is not there, and what is no state', async () => {
    const post = (state: object) =>
      built.app.request('/api/presentations', sending('POST', { state }))
    await problemOf(await post({ ...stateAt(0), storyId: 'none' }), 404)
    const problem = await problemOf(await post({ ...stateAt(-1), token: 'mine' }), 400)
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/state/scene']),
    )
  })

  it('is not spoken for by a page of another site', async () => {
    const { id, token } = await started()
    const foreign = { ...by(token), Origin: 'https://evil.example' }
    const path = `/api/presentations/${id}/state`
    const answer = await built.app.request(path, sending('PUT', { state: stateAt(9) }, foreign))
    await problemOf(answer, 403)
    const form = { method: 'POST', body: 'state=1', headers: { 'Content-Type': 'text/plain' } }
    await problemOf(await built.app.request('/api/presentations', form), 415)
  })
})

describe('over a restart of the server', () => {
  it('everybody comes back to the scene, the stage by its token; kept are no secrets', async () => {
    const { id, token } = await started()
    await say(id, token, 6, { card: CARD })
    const [region] = await built.store.regions()
    if (!region) throw new Error('No region.')
    const kept = await built.store.presentations.all(region)
    const { text } = kept.find((one) => one.id === id) ?? { text: '' }
    expect(text).toContain('scene-6')
    expect(text).not.toContain(token)
    expect(text).not.toContain(CARD.notes)
    const again = await presentationsOf({
      store: built.store,
      region,
      openRemote: NO_REMOTE,
      log: () => {},
    })
    const session = again.find(id)
    expect(session?.shown()).toMatchObject({ state: stateAt(6), change: 2 })
    expect(session && again.isLedBy(session, token)).toBe(true)
    expect(session && again.isLedBy(session, 'another')).toBe(false)
    await again.close()
  })

  it('what is cut off is passed over, and what was without a stage for long is over', async () => {
    const { id } = await started()
    const [region] = await built.store.regions()
    if (!region) throw new Error('No region.')
    await built.store.presentations.keep(region, { id: 'cut-off', text: '{"formatVersion":1,"id' })
    const later = await presentationsOf({
      store: built.store,
      region,
      openRemote: NO_REMOTE,
      log: () => {},
      now: () => Date.now() + IDLE_MILLISECONDS + 1000,
    })
    expect(later.find('cut-off')).toBeNull()
    expect(later.find(id)).toBeNull()
    expect(await built.store.presentations.all(region)).toEqual([])
    await later.close()
  })
})

describe('when there are very many presentations', () => {
  const noneOn = async () => {
    const [region] = await built.store.regions()
    if (!region) throw new Error('No region.')
    for (const { id } of await built.store.presentations.all(region)) {
      const session = built.presentations.find(id)
      if (session) await built.presentations.end(session)
      await built.store.presentations.remove(region, id)
    }
  }
  beforeEach(noneOn)
  afterEach(noneOn)

  const crowdOf = async (now: () => number) => {
    const [region] = await built.store.regions()
    if (!region) throw new Error('No region.')
    return presentationsOf({
      store: built.store,
      region,
      openRemote: NO_REMOTE,
      log: () => {},
      now,
    })
  }

  it('the one whose stage was silent longest makes room, once it was so for minutes', async () => {
    let time = Date.now()
    const crowded = await crowdOf(() => time)
    const first = await crowded.start(stateAt(0))
    first?.session.lead()
    const second = await crowded.start(stateAt(1))
    const third = await crowded.start(stateAt(1))
    for (let n = 3; n < MOST_PRESENTATIONS; n++) {
      time += 1
      await crowded.start(stateAt(2))
    }
    // The stage of the second one is loaded again.
    const stage = second?.session.lead()
    time += SILENT_MILLISECONDS - MOST_PRESENTATIONS
    stage?.end()
    expect(await crowded.start(stateAt(3))).toBeNull()
    time += MOST_PRESENTATIONS
    expect(await crowded.start(stateAt(3))).not.toBeNull()
    const isOn = (one: typeof first) => crowded.find(one?.session.id ?? '') !== null
    expect([first, second, third].map(isOn)).toEqual([true, true, false])
    await crowded.close()
  })

  it('after a restart of the server every stage has the time to come back', async () => {
    const before = await crowdOf(Date.now)
    const led = await before.start(stateAt(0))
    await before.close()
    const later = Date.now() + 2 * SILENT_MILLISECONDS
    const again = await crowdOf(() => later)
    for (let n = 0; n < MOST_PRESENTATIONS + 2; n++) await again.start(stateAt(1))
    expect(again.find(led?.session.id ?? '')).not.toBeNull()
    await again.close()
  })

  it('a new one is refused in words, with when to try again, and those that are on go on', async () => {
    const { id } = await started()
    const body = sending('POST', { state: stateAt(0) })
    const start = async () => built.app.request('/api/presentations', body)
    let refused = await start()
    for (let n = 0; n < MOST_PRESENTATIONS && refused.status === 201; n++) refused = await start()
    expect(refused.headers.get('Retry-After')).toBe('60')
    const { detail, detailZh } = await problemOf(refused, 429)
    expect(detail).toContain('50 presentations are on, as many as there may be')
    expect(detailZh).toContain('正在进行的讲解已有 50 场，达到上限')
    expect((await built.app.request(`/api/presentations/${id}`)).status).toBe(200)
  })
})

describe('the remote', () => {
  const turn = async (id: string, token: string, isOn: boolean, host?: string) =>
    built.app.request(
      `/api/presentations/${id}/remote`,
      sending('PUT', { isOn, ...(host ? { host } : {}) }, by(token)),
    )
  const opened = async (id: string, token: string) => {
    const standing = (await (await turn(id, token, true)).json()) as RemoteStanding
    if (standing.kind !== 'on' || standing.code === null) throw new Error(standing.kind)
    return { ...standing, code: standing.code }
  }
  const pair = (address: string, code: string) =>
    fetch(`${address}/api/remote/pairings`, sending('POST', { code }))
  const paired = async (address: string, code: string) => {
    const answer = await pair(address, code)
    expect(answer.status).toBe(201)
    return { 'Remote-Token': ((await answer.json()) as { token: string }).token }
  }

  it('is closed until it is opened, turns the scenes, and is closed with the presentation', async () => {
    const { id, token } = await started()
    const stage = await lead(id, token)
    const off = await stage.until<PresenterDesk>('desk')
    expect(off.remote).toEqual({ kind: 'off', expired: false, hosts: ['127.0.0.1'] })
    const { address, code, codeSeconds } = await opened(id, token)
    expect(codeSeconds).toBe(600)
    const headers = await paired(address, code)
    const phone = hearing(await fetch(`${address}/api/remote/events`, { headers }))
    expect(await phone.next()).toMatchObject({ data: { card: null, presenter: 'here' } })
    await say(id, token, 3, { card: CARD })
    const shown = (await phone.next())?.data as { card: RemoteCard }
    expect(shown.card).toMatchObject({ title: '六十分钟', notes: '先说结论', nextTitle: '成都' })
    const press = (command: object) =>
      fetch(`${address}/api/remote/commands`, sending('POST', command, headers))
    for (const command of [{ act: 'next' }, { act: 'next' }, { act: 'go', scene: 8 }]) {
      expect((await press(command)).status).toBe(204)
      expect(await stage.until('command')).toEqual(command)
    }
    await problemOf(await press({ act: 'delete' }), 400)
    await stage.stop()
    const unheard = await problemOf(await press({ act: 'next' }), 409)
    expect(unheard.detailZh).toContain('没有换屏')
    await built.app.request(`/api/presentations/${id}`, { method: 'DELETE', headers: by(token) })
    await expect(fetch(`${address}/remote`)).rejects.toThrow()
  })

  it('tells a wrong code, an old one and too many tries apart', async () => {
    const { id, token } = await started()
    const { address, code } = await opened(id, token)
    const wrong = code === '000000' ? '111111' : '000000'
    await problemOf(await pair(address, wrong), 422)
    await problemOf(await pair(address, '12'), 400)
    const renewed = await opened(id, token)
    expect(renewed.address).toBe(address)
    expect((await problemOf(await pair(address, code), 410)).detailZh).toContain('已使用或已过期')
    await problemOf(await pair(address, wrong), 422)
    const slowed = await pair(address, renewed.code)
    expect(slowed.headers.get('Retry-After')).toBe('1')
    await problemOf(slowed, 429)
    await turn(id, token, false)
  })

  it('lets nobody in without a pairing, by another name or from another site', async () => {
    const { id, token } = await started()
    const { address, code } = await opened(id, token)
    await problemOf(await fetch(`${address}/api/remote/events`), 410)
    await problemOf(
      await fetch(`${address}/api/remote/commands`, sending('POST', { act: 'next' })),
      410,
    )
    const foreign = sending('POST', { code }, { Origin: 'https://evil.example' })
    await problemOf(await fetch(`${address}/api/remote/pairings`, foreign), 403)
    for (const path of ['/api/stories', '/api/presentations', '/', '/../server/app.ts']) {
      const answer = await fetch(`${address}${path}`, { redirect: 'manual' })
      expect([302, 404]).toContain(answer.status)
    }
    expect((await problemOf(await fetch(`${address}/remote`), 503)).detail).toContain('build')
    await turn(id, token, false)
    await expect(fetch(`${address}/remote`)).rejects.toThrow()
  })

  it('opens at addresses of this machine alone', async () => {
    const { id, token } = await started()
    const problem = await problemOf(await turn(id, token, true, '203.0.113.9'), 400)
    expect(problem.errors?.[0]).toMatchObject({ pointer: '/host' })
    expect(problem.errors?.[0]?.detail).toContain('127.0.0.1')
  })

  it('lets a paired phone in again after the server was started anew, at the same port', async () => {
    const { id, token } = await started()
    const { address, code } = await opened(id, token)
    const headers = await paired(address, code)
    await say(id, token, 1)
    const session = built.presentations.find(id)
    await session?.close()
    await expect(fetch(`${address}/remote`)).rejects.toThrow()
    const standing = await opened(id, token)
    expect(standing.address).toBe(address)
    expect((await fetch(`${address}/api/remote/events`, { headers })).status).toBe(200)
    await turn(id, token, false)
  })
})

it('tells followers and phones when the stage was not heard for some seconds', async () => {
  const [region] = await built.store.regions()
  if (!region) throw new Error('No region.')
  const quiet = { store: built.store, region, openRemote: NO_REMOTE, log: () => {} }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const own = await presentationsOf(quiet)
  const { session } = (await own.start(stateAt(0))) ?? {}
  if (!session) throw new Error('Not started.')
  const presenter = () => session.shown().presenter
  const stage = session.lead()
  vi.advanceTimersByTime(10 * AWAY_MILLISECONDS)
  expect(presenter()).toBe('here')
  stage.end()
  vi.advanceTimersByTime(AWAY_MILLISECONDS - 1)
  expect(presenter()).toBe('here')
  // A stage that is loaded again is back in time.
  const again = session.lead()
  vi.advanceTimersByTime(10 * AWAY_MILLISECONDS)
  expect(presenter()).toBe('here')
  again.end()
  const follower = session.follow()
  if (!follower) throw new Error('Not followed.')
  const heard = hearing(new Response(follower.body))
  expect(await heard.next()).toMatchObject({ data: { presenter: 'here' } })
  vi.advanceTimersByTime(AWAY_MILLISECONDS)
  expect(await heard.next()).toMatchObject({ data: { presenter: 'away' } })
  session.lead()
  expect(await heard.next()).toMatchObject({ data: { presenter: 'here' } })
  await own.close()
})

it('closes the remote of a stage that is gone for good, paired or not', async () => {
  const [region] = await built.store.regions()
  if (!region) throw new Error('No region.')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const open: RemoteDesk[] = []
  const openRemote = {
    hosts: () => ['192.168.1.5'],
    listen: async (desk: RemoteDesk) => {
      open.push(desk)
      return { port: 4000, close: async () => void open.pop() }
    },
  }
  const own = await presentationsOf({ store: built.store, region, openRemote, log: () => {} })
  const { session } = (await own.start(stateAt(0))) ?? {}
  if (!session) throw new Error('Not started.')
  const stage = session.lead()
  const standing = await session.switchRemote(true, null)
  const code = standing.kind === 'on' ? standing.code : null
  expect(open[0]?.codes.tryCode(code ?? '', 'phone').kind).toBe('paired')
  stage.end()
  await vi.advanceTimersByTimeAsync(AWAY_MILLISECONDS + GONE_MILLISECONDS - 1)
  // A stage that comes back just in time finds it open.
  const again = session.lead()
  await vi.advanceTimersByTimeAsync(GONE_MILLISECONDS)
  expect(open.length).toBe(1)
  again.end()
  await vi.advanceTimersByTimeAsync(AWAY_MILLISECONDS + GONE_MILLISECONDS)
  expect(open.length).toBe(0)
  await own.close()
})
