// Can a network be sent, built, cancelled and removed from the page, by holders of the token alone?
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { NetworkList } from '#geodata/contract/documents.ts'
import { ExtractList, Job, JobList } from '#geodata/contract/jobs.ts'
import { networkFile, networksFolder } from '#server/store/files/network-files.ts'
import { ADMIN_TOKEN, builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { type OsmPbfOptions, writeOsmPbf } from '#tests/support/osm-pbf-writer.ts'
import { sharedFile } from '#tests/support/shared-data.ts'
import { TownPlan } from '#tests/support/town-plan.ts'

const built = builtApp()
const ADMIN = { Authorization: `Bearer ${ADMIN_TOKEN}` }

function town(options: OsmPbfOptions = {}): Uint8Array {
  const plan = new TownPlan()
  const crossing = [106.51, 29.51] as const
  plan.way([[106.5, 29.5], crossing, [106.52, 29.52]], { highway: 'primary' })
  plan.way([crossing, [106.5, 29.52]], { highway: 'secondary' })
  return writeOsmPbf(plan, { replicationTime: '2026-11-20T20:00:00Z', ...options })
}

const send = (name: string, body: Uint8Array, headers: Record<string, string> = ADMIN) =>
  built.app.request(`/api/extracts/${name}`, {
    method: 'PUT',
    body: Uint8Array.from(body),
    headers,
  })
const order = (body: object, headers: Record<string, string> = ADMIN) =>
  built.app.request('/api/networks', sending('POST', body, headers))
const remove = (address: string, headers: Record<string, string> = ADMIN) =>
  built.app.request(address, { method: 'DELETE', headers })
const networks = async () =>
  NetworkList.parse(await (await built.app.request('/api/networks')).json())
const jobAt = async (id: string) =>
  Job.parse(await (await built.app.request(`/api/jobs/${id}`)).json())
const filesIn = (folder: string) => {
  const full = path.join(built.folder, folder)
  return existsSync(full) ? readdirSync(full).sort() : []
}

/** Asks for a network and waits for the end of the job. */
async function build(body: object): Promise<Job> {
  const answer = await order(body)
  expect(answer.status, await answer.clone().text()).toBe(201)
  const { jobID } = Job.parse(await answer.json())
  await built.jobs.ended(jobID)
  return jobAt(jobID)
}

describe('an extract', () => {
  it('is kept as sent, larger than other bodies may be, and listed by name', async () => {
    const bytes = new Uint8Array(3 * 1024 * 1024).fill(7)
    const first = await send('large.osm.pbf', bytes)
    expect([first.status, (await first.json()).bytes]).toEqual([201, bytes.length])
    expect(readFileSync(path.join(built.folder, 'extracts/large.osm.pbf')).equals(bytes)).toBe(true)
    expect((await send('large.osm.pbf', bytes.subarray(0, 9))).status).toBe(200)
    const { items } = ExtractList.parse(await (await built.app.request('/api/extracts')).json())
    expect(items.map(({ name, bytes }) => [name, bytes])).toEqual([['large.osm.pbf', 9]])
    expect(filesIn('extracts')).toEqual(['large.osm.pbf'])
  })

  it.each([
    '..%2Fatlas.gpkg',
    '..%2F..%2Fa.osm.pbf',
    '..osm.pbf',
    '.osm.pbf',
    'a%5C..%5Cb.osm.pbf',
    'a%00.osm.pbf',
    'town.gpkg',
    `${'a'.repeat(61)}.osm.pbf`,
  ])('is refused under the name %s', async (name) => {
    const before = [filesIn('.'), filesIn('extracts')]
    const { errors } = await problemOf(await send(name, town()), 400)
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['/name'])
    expect([filesIn('.'), filesIn('extracts')]).toEqual(before)
  })

  it('is refused over 8 GiB, and where it ends before its announced length; an old one stays', async () => {
    await send('kept.osm.pbf', town())
    const tooLong = { ...ADMIN, 'Content-Length': String(8 * 1024 ** 3 + 1) }
    expect((await problemOf(await send('kept.osm.pbf', town(), tooLong), 413)).detail).toContain(
      '8 GiB',
    )
    const cutOff = { ...ADMIN, 'Content-Length': '1000000' }
    const { detail } = await problemOf(await send('kept.osm.pbf', town(), cutOff), 400)
    expect(detail).toContain(`${town().length} bytes came, 1000000 were announced`)
    expect(readFileSync(path.join(built.folder, 'extracts/kept.osm.pbf')).equals(town())).toBe(true)
    expect(filesIn('extracts').filter((name) => name.startsWith('kept'))).toEqual(['kept.osm.pbf'])
  })
})

describe('without the token', () => {
  it.each([
    ['none', {}],
    ['a wrong one', { Authorization: `Bearer ${ADMIN_TOKEN}x` }],
    ['one of another scheme', { Authorization: `Basic ${ADMIN_TOKEN}` }],
  ] as [string, Record<string, string>][])('%s opens nothing', async (_, headers) => {
    const before = filesIn('extracts')
    for (const answer of [
      await send('town.osm.pbf', town(), headers),
      await order({ name: 'town', extracts: ['town.osm.pbf'] }, headers),
      await remove('/api/networks/town', headers),
      await remove('/api/jobs/x', headers),
    ]) {
      expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer realm=/)
      await problemOf(answer, 401)
    }
    expect(filesIn('extracts')).toEqual(before)
  })
})

describe('a network', () => {
  beforeEach(async () => {
    await send('town.osm.pbf', town())
    for (const { id, kind } of (await networks()).items) {
      if (kind === 'street') await remove(`/api/networks/${encodeURIComponent(id)}`)
    }
  })

  it('is built from an extract, answers at once, and leaves when it is removed', async () => {
    const answer = await order({ name: '小镇', extracts: ['town.osm.pbf'] })
    expect(answer.status).toBe(201)
    const accepted = Job.parse(await answer.json())
    expect(answer.headers.get('Location')).toMatch(new RegExp(`/api/jobs/${accepted.jobID}$`))
    expect(accepted).toMatchObject({ status: 'accepted', processID: 'network', type: 'process' })
    await built.jobs.ended(accepted.jobID)

    const job = await jobAt(accepted.jobID)
    expect(job).toMatchObject({ status: 'successful', progress: 100 })
    expect(job.message).toBe('4 junctions, 3 streets')
    expect(job.messageZh).toBe('路口 4 个，路段 3 条')
    expect(Date.parse(job.created)).toBeLessThanOrEqual(Date.parse(job.started ?? ''))
    expect(Date.parse(job.started ?? '')).toBeLessThanOrEqual(Date.parse(job.finished ?? ''))
    const { jobs } = JobList.parse(await (await built.app.request('/api/jobs')).json())
    expect(jobs[0]).toEqual(job)

    const [first] = (await networks()).items
    expect(first).toMatchObject({ id: '小镇', kind: 'street', date: '2026-11-20' })
    const matrix = await built.app.request(
      '/api/processes/od-matrix/execution',
      sending('POST', { inputs: { origins: [[106.5, 29.5]], destinations: [[106.52, 29.52]] } }),
    )
    expect((await matrix.json()).basis.network).toMatchObject({ kind: 'street', hash: first?.hash })

    expect((await remove(`/api/networks/${encodeURIComponent('小镇')}`)).status).toBe(204)
    expect((await networks()).items.map(({ kind }) => kind)).toEqual(['skeleton'])
    expect(filesIn('networks')).toEqual([])
  })

  it('takes the place of the one of its name', async () => {
    await build({ name: 'town', extracts: ['town.osm.pbf'] })
    const hash = (await networks()).items[0]?.hash
    await send('town.osm.pbf', town({ replicationTime: '2026-11-22T20:00:00Z' }))
    await build({ name: 'town', extracts: ['town.osm.pbf'] })
    const { items } = await networks()
    expect(items.map(({ id }) => id)).toEqual(['town', 'skeleton'])
    expect(items[0]).toMatchObject({ date: '2026-11-22' })
    expect(items[0]?.hash).not.toBe(hash)
    expect(filesIn('networks')).toEqual(['town.road'])
  })

  it('stays when a build of its name fails, and the job says why in both languages', async () => {
    await build({ name: 'town', extracts: ['town.osm.pbf'] })
    const before = readFileSync(networkFile(built.folder, 'town'))
    await send('town.osm.pbf', town().subarray(0, 200))
    const job = await build({ name: 'town', extracts: ['town.osm.pbf'] })
    expect(job.status).toBe('failed')
    expect(job.message).toMatch(/^town\.osm\.pbf: .*[a-z]/)
    expect(job.messageZh).toMatch(/^town\.osm\.pbf：.*\p{Script=Han}/u)
    expect(JSON.stringify(job)).not.toContain(built.folder)
    expect(readFileSync(networkFile(built.folder, 'town')).equals(before)).toBe(true)
    expect(filesIn('networks')).toEqual(['town.road'])
    expect((await networks()).items[0]?.id).toBe('town')
  })

  it('ends its roads at missing nodes only where that was asked for', async () => {
    const plan = new TownPlan()
    plan.way(
      [
        [106.5, 29.5],
        [106.51, 29.51],
        [106.52, 29.52],
      ],
      { highway: 'primary' },
    )
    plan.nodes.pop()
    await send('town.osm.pbf', writeOsmPbf(plan))
    const strict = await build({ name: 'town', extracts: ['town.osm.pbf'] })
    expect([strict.status, strict.message]).toEqual([
      'failed',
      expect.stringMatching(/1 nodes .* cutAtMissingNodes/),
    ])
    const cut = await build({ name: 'town', extracts: ['town.osm.pbf'], cutAtMissingNodes: true })
    expect([cut.status, cut.message]).toEqual([
      'successful',
      '2 junctions, 1 streets; roads were ended at 1 missing nodes',
    ])
  })

  it('is built one at a time; a cancelled one leaves the old file and no draft', async () => {
    await build({ name: 'town', extracts: ['town.osm.pbf'] })
    const before = readFileSync(networkFile(built.folder, 'town'))
    await send('town.osm.pbf', town({ replicationTime: '2026-11-22T20:00:00Z' }))
    const answer = await order({ name: 'town', extracts: ['town.osm.pbf'] })
    const { jobID } = Job.parse(await answer.json())
    const busy = await problemOf(await order({ name: 'other', extracts: ['town.osm.pbf'] }), 409)
    expect(busy.detail).toContain(jobID)
    const dismissed = Job.parse(await (await remove(`/api/jobs/${jobID}`)).json())
    expect(dismissed.status).toBe('dismissed')
    expect(await jobAt(jobID)).toEqual(dismissed)
    expect(readFileSync(networkFile(built.folder, 'town')).equals(before)).toBe(true)
    expect(filesIn('networks')).toEqual(['town.road'])
    expect((await build({ name: 'town', extracts: ['town.osm.pbf'] })).status).toBe('successful')
  })

  it('is cancelled in the middle of the work, while the server answers', async (context) => {
    const extract = readFileSync(sharedFile(context, 'roads/china-major-roads.osm.pbf'))
    expect((await send('large.osm.pbf', extract)).status).toBeLessThan(300)
    const { jobID } = Job.parse(
      await (await order({ name: 'large', extracts: ['large.osm.pbf'] })).json(),
    )
    await vi.waitFor(async () => expect((await jobAt(jobID)).progress).toBeGreaterThan(20), {
      timeout: 25_000,
    })
    const during = await jobAt(jobID)
    expect(during.status).toBe('running')
    expect(during.messageZh).toMatch(/\p{Script=Han}/u)
    const dismissed = Job.parse(await (await remove(`/api/jobs/${jobID}`)).json())
    expect(dismissed.status).toBe('dismissed')
    expect(filesIn('networks')).toEqual([])
    expect((await networks()).items.map(({ id }) => id)).toEqual(['skeleton'])
  })

  it('keeps what a job came to when it is cancelled afterwards', async () => {
    const job = await build({ name: 'town', extracts: ['town.osm.pbf'] })
    expect(Job.parse(await (await remove(`/api/jobs/${job.jobID}`)).json())).toEqual(job)
    expect((await networks()).items[0]?.id).toBe('town')
  })

  it.each([
    ['a name that leads elsewhere', { name: '../town' }, '/name'],
    ['the name of the skeleton', { name: 'skeleton' }, '/name'],
    ['no extract', { extracts: [] }, '/extracts'],
    ['an extract that leads elsewhere', { extracts: ['../base.gpkg'] }, '/extracts/0'],
    ['an unknown word', { profile: 'car' }, ''],
  ])('is not begun with %s', async (_, change, pointer) => {
    const answer = await order({ name: 'town', extracts: ['town.osm.pbf'], ...change })
    const { errors } = await problemOf(answer, 400)
    expect(errors?.map((error) => error.pointer)).toEqual([pointer])
  })

  it('is not begun from an extract that does not lie here', async () => {
    const answer = await order({ name: 'town', extracts: ['town.osm.pbf', 'gone.osm.pbf'] })
    const { errors } = await problemOf(answer, 422)
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['/extracts/1'])
  })

  it('is refused as unknown where there is none, and a file that was refused can be removed', async () => {
    for (const id of ['skeleton', 'nowhere', '..%2Fbase']) {
      await problemOf(await remove(`/api/networks/${id}`), 404)
    }
    await problemOf(await remove('/api/jobs/nowhere'), 404)
    await problemOf(await built.app.request('/api/jobs/nowhere'), 404)
    mkdirSync(networksFolder(built.folder), { recursive: true })
    writeFileSync(networkFile(built.folder, 'broken'), 'ParkRoad')
    expect((await remove('/api/networks/broken')).status).toBe(204)
    expect(filesIn('networks')).toEqual([])
  })
})
