// What the server does at its ends: asked to stop, killed, started with invalid files or an invalid environment.
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { COMPARISON_VERSION, StoredComparison } from '#geodata/contract/comparisons.ts'
import { problemOf, sending } from '#tests/support/built-app.ts'
import { changing, siteDraft } from '#tests/support/edits.ts'
import { dataDirs, spawnServer } from '#tests/support/spawned-server.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const dataDir = dataDirs()

/** A connection that sends these words and then nothing more. */
async function connected(origin: string, words: string): Promise<net.Socket> {
  const { hostname, port } = new URL(origin)
  const socket = net.connect(Number(port), hostname)
  onTestFinished(() => {
    socket.destroy()
  })
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('connect', resolve))
  socket.write(words)
  return socket
}

describe('asked to end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s, it ends though connections stay open: silent, kept alive, half a request',
    async (name) => {
      const server = spawnServer({ DATA_DIR: dataDir() })
      const origin = await server.origin
      await connected(origin, '')
      await connected(origin, 'POST /api/collections/sites/items HTTP/1.1\r\nHost: a\r\n')
      const kept = await connected(origin, 'GET /api HTTP/1.1\r\nHost: a\r\n\r\n')
      await new Promise((resolve) => kept.once('data', resolve))
      server.signal(name)
      expect((await server.ended).how).toBe('code 0')
    },
  )

  it('leaves one file with everything in it', async () => {
    const folder = dataDir()
    const server = spawnServer({ DATA_DIR: folder })
    expect((await addSite(await server.origin, '一')).status).toBe(201)
    server.signal('SIGTERM')
    await server.ended
    const alone = path.join(temporaryFolder(), 'atlas.gpkg')
    copyFileSync(path.join(folder, 'atlas.gpkg'), alone)
    const database = new Database(alone, { readonly: true })
    expect(database.prepare('SELECT name_zh FROM sites').pluck().all()).toEqual(['一'])
    database.close()
  })
})

function addSite(origin: string, nameZh: string): Promise<Response> {
  const site = siteDraft(nameZh)
  site.properties.note = 'x'.repeat(2000)
  return fetch(`${origin}/api/collections/sites/items`, changing('POST', site))
}

it('killed while it writes, it leaves a sound database with every site it had confirmed, and so is each backup', async () => {
  const folder = dataDir()
  const server = spawnServer({ DATA_DIR: folder, ADMIN_TOKEN })
  const origin = await server.origin
  const confirmed: string[] = []
  const backups: { confirmedBefore: string[]; bytes: Uint8Array }[] = []
  const writer = async (name: string) => {
    for (let round = 0; ; round++) {
      const response = await addSite(origin, `${name}${round}`)
      confirmed.push(response.headers.get('Location')?.split('/').at(-1) ?? '')
      if (confirmed.length >= 60 && backups.length > 0) server.signal('SIGKILL')
    }
  }
  const keeper = async () => {
    while (backups.length < MOST_BACKUPS) {
      const confirmedBefore = [...confirmed]
      backups.push({ confirmedBefore, bytes: await backupFrom(origin) })
    }
  }
  await Promise.allSettled([...['a', 'b', 'c', 'd'].map(writer), keeper()])
  expect((await server.ended).how).toBe('SIGKILL')
  expect(confirmed.length).toBeGreaterThanOrEqual(60)

  const stored = soundSites(path.join(folder, 'atlas.gpkg'))
  expect(stored).toEqual(expect.arrayContaining(confirmed))
  expect(backups.length).toBeGreaterThan(0)
  const restored = path.join(temporaryFolder(), 'atlas.gpkg')
  for (const { confirmedBefore, bytes } of backups) {
    writeFileSync(restored, bytes)
    expect(soundSites(restored)).toEqual(expect.arrayContaining(confirmedBefore))
  }
  const again = spawnServer({ DATA_DIR: folder })
  const dataset = await (await fetch(`${await again.origin}/api/dataset`)).json()
  expect((dataset as { counts: { sites: number } }).counts.sites).toBe(stored.length)
}, 120_000)

const MOST_BACKUPS = 3
const ADMIN_TOKEN = 'open-sesame-open-sesame'

async function backupFrom(origin: string): Promise<Uint8Array> {
  const headers = { Authorization: `Bearer ${ADMIN_TOKEN}` }
  const response = await fetch(`${origin}/api/database`, { headers })
  if (!response.ok) throw new Error(`A backup was answered with ${response.status}.`)
  return response.bytes()
}

/** The sites of a database, in which history (after what else was written first) and index agree with them. */
function soundSites(file: string, ...others: string[]): unknown[] {
  const database = new Database(file)
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  const stored = database.prepare('SELECT id FROM sites ORDER BY fid').pluck().all()
  expect(database.prepare('SELECT row_id FROM history ORDER BY fid').pluck().all()).toEqual([
    ...others,
    ...stored,
  ])
  expect(database.prepare('SELECT count(*) FROM rtree_sites_geom').pluck().get()).toBe(
    stored.length,
  )
  database.close()
  return stored
}

it('on a disk that takes no more, an edit and a report are refused in words, reads go on, and what was confirmed stays', async () => {
  const folder = dataDir()
  // 2.2 MB a file: a little more than the database.
  const server = spawnServer({ DATA_DIR: folder }, 'ulimit -f 4200')
  const origin = await server.origin
  const file = path.join(folder, 'atlas.gpkg')
  // Whoever reads keeps what is written out of the file itself.
  const reader = new Database(file, { readonly: true })
  reader.exec('BEGIN; SELECT count(*) FROM sites')
  onTestFinished(() => void reader.close())
  const { id: comparisonId } = await comparisonKept(origin)
  const confirmed: string[] = []
  let response = await addSite(origin, '一')
  while (response.status === 201 && confirmed.length < 200) {
    confirmed.push(response.headers.get('Location')?.split('/').at(-1) ?? '')
    response = await addSite(origin, '一')
  }
  expect(await problemOf(response, 507)).toMatchObject({ titleZh: '磁盘已满' })
  const lying = readdirSync(folder)
  // Its figures could not be kept under its number, so that there is none.
  const report = await fetch(
    `${origin}/api/processes/report/execution?f=pdf`,
    sending('POST', { inputs: { comparisonId } }),
  )
  expect((await problemOf(report, 507)).detailZh).toBe(
    '服务器磁盘空间不足或无法写入；未保存任何内容。',
  )
  expect(readdirSync(folder).filter((name) => !lying.includes(name))).toEqual([])
  expect((await fetch(`${origin}/api/collections/sites/items`)).status).toBe(200)
  server.signal('SIGKILL')
  await server.ended
  reader.close()
  expect(soundSites(file, comparisonId)).toEqual(confirmed)
}, 60_000)

/** Two parks for the battery tray, as somebody shares them. */
async function comparisonKept(origin: string): Promise<StoredComparison> {
  const comparison = {
    version: COMPARISON_VERSION,
    title: '两处园区',
    siting: { productId: 'battery-tray' },
    candidateIds: ['CQ-V04', 'CQ-V02'],
  }
  const response = await fetch(`${origin}/api/comparisons`, changing('POST', comparison))
  return StoredComparison.parse(await response.json())
}

function spoilt(file: string, base: string, sql: string): void {
  copyFileSync(base, file)
  const database = new Database(file)
  database.exec(sql)
  database.close()
}

describe('over an invalid file, it says so in both languages and leaves it alone', () => {
  const files: [what: string, make: (file: string, base: string) => void, told: RegExp][] = [
    [
      'that is no database',
      (file) => writeFileSync(file, '园区,地址\n'.repeat(400)),
      /not a database/,
    ],
    ['that is empty', (file) => writeFileSync(file, ''), /not a database of Park Atlas/],
    [
      'of another program',
      (file) => {
        const database = new Database(file)
        database.exec('CREATE TABLE notes (text TEXT)')
        database.close()
      },
      /not a database of Park Atlas/,
    ],
    [
      'of a newer Park Atlas',
      (file, base) => spoilt(file, base, `UPDATE dataset SET value = '2' WHERE key = 'format'`),
      /a newer version of Park Atlas wrote it \(format 2,.*更新版本的园链图/s,
    ],
    [
      'of a later GeoPackage',
      (file, base) => spoilt(file, base, 'PRAGMA user_version = 20000'),
      /GeoPackage 20000 came/,
    ],
    [
      'cut short',
      (file, base) => {
        copyFileSync(base, file)
        truncateSync(file, Math.floor(readFileSync(base).length / 2))
      },
      /damaged|malformed/,
    ],
    [
      'with one page spoiled near the end',
      (file, base) => {
        const bytes = readFileSync(base)
        bytes.fill(0xab, bytes.length - 4096 * 6, bytes.length - 4096 * 5)
        writeFileSync(file, bytes)
      },
      /damaged|malformed/,
    ],
  ]
  it.each(files)('%s', async (_, make, told) => {
    const folder = dataDir()
    const file = path.join(folder, 'atlas.gpkg')
    make(file, path.join(folder, 'base.gpkg'))
    const before = readFileSync(file)
    const { how, said } = await spawnServer({ DATA_DIR: folder }).ended
    expect(how).toBe('code 1')
    expect(said).toMatch(told)
    expect(said).toContain(`${file} was left as it is`)
    expect(said).toContain(`${file} 未作改动`)
    expect(said).toContain('backup')
    expect(said).not.toMatch(/\n\s+at /)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('or a base that is not one', async () => {
    const folder = dataDir()
    writeFileSync(path.join(folder, 'base.gpkg'), 'nothing')
    const { how, said } = await spawnServer({ DATA_DIR: folder }).ended
    expect(how).toBe('code 1')
    expect(said).toMatch(/base\.gpkg was left as it is.*npm run geodata/)
  })

  it('or none at all', async () => {
    const { how, said } = await spawnServer({ DATA_DIR: temporaryFolder() }).ended
    expect(how).toBe('code 1')
    expect(said).toMatch(/base\.gpkg is missing\. Run `npm run geodata`\.\n缺少/)
  })
})

it('says that DATA_DIR cannot be written', async () => {
  const folder = dataDir()
  // What stands where the copy goes stops every user alike; rights would not stop root.
  mkdirSync(path.join(folder, 'atlas.gpkg.copying'))
  const { how, said } = await spawnServer({ DATA_DIR: folder }).ended
  expect(how).toBe('code 1')
  expect(said).toMatch(/cannot be copied.*DATA_DIR must be a folder/)
  expect(said).not.toMatch(/\n\s+at /)
})

it('says that another program holds the database', async () => {
  const folder = dataDir()
  const file = path.join(folder, 'atlas.gpkg')
  copyFileSync(path.join(folder, 'base.gpkg'), file)
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  const { how, said } = await spawnServer({ DATA_DIR: folder }).ended
  other.close()
  expect(how).toBe('code 1')
  expect(said).toMatch(/cannot be written \(database is locked\)/)
  expect(said).not.toMatch(/\n\s+at /)
})

it('says that its port is taken', async () => {
  const other = net.createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    other.close()
  })
  const { port } = other.address() as net.AddressInfo
  const { how, said } = await spawnServer({ DATA_DIR: dataDir(), PORT: String(port) }).ended
  expect(how).toBe('code 1')
  expect(said).toMatch(new RegExp(`Port ${port} is taken.*端口 ${port} 已被占用`))
  expect(said).not.toMatch(/\n\s+at /)
})

it.each([
  [{ PORT: 'http' }, /PORT came as “http”: PORT is a whole number from 0 to 65535/],
  [{ PORT: '65536' }, /PORT came as “65536”.*65535/],
  [{ PORT: ' ' }, /PORT came as “ ”: PORT is a whole number from 0 to 65535/],
  [{ PORT: '' }, /PORT came as “”.*PORT 应为 0 到 65535 的整数/],
  [{ PORT: '80.5' }, /PORT came as “80.5”.*PORT 应为 0 到 65535 的整数，现为“80.5”。/],
  [{ HOST: '' }, /HOST came as “”.*HOST 应为/],
  [{ HOST: '0.0.0.0' }, /HOST came as “0\.0\.0\.0”.*OPEN_TO_NETWORK=read.*\nHOST 现为“0\.0\.0\.0”/],
  [{ HOST: '::' }, /HOST came as “::”.*OPEN_TO_NETWORK=read/],
  [{ HOST: '0.0.0.0', OPEN_TO_NETWORK: 'write' }, /OPEN_TO_NETWORK came as “write”/],
  [{ PUBLIC_URL: 'atlas.example.org' }, /PUBLIC_URL came as “atlas\.example\.org”.*https:/],
])('refuses the environment %j by name and value', async (environment, told) => {
  const { how, said } = await spawnServer({ DATA_DIR: dataDir(), ...environment }).ended
  expect(how).toBe('code 2')
  expect(said).toMatch(told)
  expect(said).not.toMatch(/\n\s+at /)
})

it('says that it cannot listen on a host that is not this machine', async () => {
  const { how, said } = await spawnServer({
    DATA_DIR: dataDir(),
    HOST: '192.0.2.1',
    OPEN_TO_NETWORK: 'read',
  }).ended
  expect(how).toBe('code 1')
  expect(said).toContain('Cannot listen on 192.0.2.1:0')
  expect(said).not.toMatch(/\n\s+at /)
})
