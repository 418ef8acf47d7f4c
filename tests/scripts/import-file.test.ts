// Does npm run import write what somebody said yes to, nothing else, and take it back? Every firm is invented.
import { execFile, spawn } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { ChangeRows, RowFeature } from '#geodata/contract/history.ts'
import { builtBase } from '#scripts/built-base.ts'
import { askedOf } from '#scripts/import/asked.ts'
import { openStore } from '#server/store/open-store.ts'
import { readBytes } from '#tests/support/foreign.ts'
import { HOME } from '#tests/support/home.ts'
import { spawnServer } from '#tests/support/spawned-server.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const SCRIPT = path.resolve(import.meta.dirname, '../../scripts/import-file.ts')
const SLOW_MILLISECONDS = 180_000

type Run = { status: number; stdout: string; stderr: string }

/** Not waited for in one go: a server that is asked meanwhile may close what it was asked through. */
function importing(words: readonly string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, ADMIN_TOKEN: '', ...environment }
  return new Promise<Run>((resolve) => {
    execFile(process.execPath, [SCRIPT, ...words], { env }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}

async function workplace() {
  const dataDir = temporaryFolder()
  const base = await builtBase()
  for (const ending of ['', '.stamp']) {
    if (existsSync(base + ending))
      copyFileSync(base + ending, path.join(dataDir, `base.gpkg${ending}`))
  }
  const file = path.join(dataDir, 'list.csv')
  return {
    dataDir,
    list: (...lines: string[]) => {
      writeFileSync(file, lines.join('\n'))
      return file
    },
    run: (...words: string[]) => importing(words, { DATA_DIR: dataDir }),
    invented: async () => {
      const store = await openStore(dataDir)
      const { features } = await store.rows.features(HOME, 'companies')
      await store.close()
      return inventedIn(features as RowFeature[])
    },
  }
}

const inventedIn = (features: readonly RowFeature[]) =>
  features
    .filter(({ properties }) => String(properties.nameZh).startsWith('虚构'))
    .map(({ properties, geometry }) => ({
      name: properties.nameZh,
      source: properties.source,
      confidence: properties.confidence,
      lngLat: Object(geometry).coordinates,
    }))

const HEAD = '企业名称,层次,所在区县,经度,纬度'

it(
  'writes what can be written once the system is confirmed, leaves the rest to be mended, and undoes it',
  async () => {
    const { dataDir, list, run: runOver } = await workplace()
    const origin = await spawnServer({ DATA_DIR: dataDir }).origin
    const run = (...more: string[]) => runOver(...more, '--server', origin)
    const invented = async () => {
      const answer = await fetch(`${origin}/api/collections/companies/items?limit=1000`)
      return inventedIn(((await answer.json()) as { features: RowFeature[] }).features)
    }
    const file = list(
      HEAD,
      '虚构甲厂,一级供应商,渝中区,106.55,29.55',
      '虚构乙厂,轮胎厂,渝北区,106.60,29.72',
    )
    const words = [
      file,
      '--table',
      'companies',
      '--source',
      '虚构名录',
      '--date',
      '2026-11',
      '--language',
      'zh',
    ]
    const columns = ['--column', '层次=类别', '--confidence', 'low']

    const unconfirmed = await run(...words, ...columns)
    expect(unconfirmed.status).toBe(1)
    expect(unconfirmed.stdout).toMatch(/层次 → 类别/)
    expect(unconfirmed.stdout).toMatch(/坐标（2 行有，0 行没有）：证据不足/)
    expect(unconfirmed.stderr).toMatch(/坐标系尚未确认.*wgs84.*\n未写入任何内容/s)

    const open = await run(
      ...words,
      ...columns,
      '--system',
      'wgs84',
      '--mend',
      path.join(dataDir, 'mend.xlsx'),
    )
    expect(open.status).toBe(1)
    expect(open.stderr).toMatch(/第 3 行 虚构乙厂: 层次 “轮胎厂”/)
    expect(open.stderr).toMatch(/退回 1 行.*未写入任何内容/)
    const [mend] = await readBytes(readFileSync(path.join(dataDir, 'mend.xlsx')))
    expect(mend?.rows.map(({ cells }) => cells[2])).toEqual(['企业名称', '虚构乙厂'])
    expect(await invented()).toEqual([])

    const written = await run(...words, ...columns, '--system', 'wgs84', '--accepted')
    expect(written.stderr).toBe('')
    expect(written.status).toBe(0)
    expect(await invented()).toEqual([
      {
        name: '虚构甲厂',
        source: expect.stringContaining('虚构名录'),
        confidence: 'low',
        lngLat: [106.55, 29.55],
      },
    ])

    const change = /--undo (\S+)/.exec(written.stdout)?.[1] ?? ''
    const undone = await run('--undo', change, '--language', 'en')
    expect([undone.status, undone.stdout]).toEqual([0, 'Undone: 1 rows are as they were before.\n'])
    expect(await invented()).toEqual([])
  },
  SLOW_MILLISECONDS,
)

it(
  'says what is missing and takes one value for every row',
  async () => {
    const { list, run, invented } = await workplace()
    const file = list('企业名称,城市', '虚构丙厂,重庆', '虚构丁厂,重庆')
    const words = [file, '--table', 'companies', '--source', '虚构名录', '--language', 'en']
    const missing = await run(...words)
    expect(missing.status).toBe(1)
    expect(missing.stderr).toMatch(/Required and still missing: Kind\..*--value COLUMN=VALUE/)
    expect((await run(...words, '--value', '类别=材料')).status).toBe(0)
    expect((await invented()).map(({ name }) => name)).toEqual(['虚构丙厂', '虚构丁厂'])
  },
  SLOW_MILLISECONDS,
)

it(
  'undoes what nobody has changed since, where it is told to keep the rest',
  async () => {
    const { dataDir, list, run } = await workplace()
    const origin = await spawnServer({ DATA_DIR: dataDir }).origin
    const file = list('企业名称,城市', '虚构丙厂,重庆', '虚构丁厂,重庆', '虚构戊厂,重庆')
    const words = [file, '--table', 'companies', '--source', '虚构名录', '--value', '类别=材料']
    const through = ['--server', origin, '--language', 'zh']
    const written = await run(...words, ...through)
    const change = /--undo (\S+)/.exec(written.stdout)?.[1] ?? ''
    const rows = await fetch(`${origin}/api/history/${change}`)
    const { items } = (await rows.json()) as ChangeRows
    const address = `${origin}/api/collections/companies/items/${items[0]?.rowId}`
    const patched = await fetch(address, {
      method: 'PATCH',
      headers: {
        'Atlas-Editor': 'somebody',
        'Atlas-Reason': 'for a test',
        'Content-Type': 'application/merge-patch+json',
        'If-Match': (await fetch(address)).headers.get('ETag') ?? '',
      },
      body: JSON.stringify({ properties: { note: 'changed since' } }),
    })
    expect(patched.status, await patched.text()).toBe(200)

    const whole = await run('--undo', change, ...through)
    expect(whole.status).toBe(1)
    expect(whole.stderr).toMatch(
      /其中 1 行此后又被修改：虚构丙厂。.*加 --keep-changed 可只撤销其余的行/,
    )
    const rest = await run('--undo', change, '--keep-changed', ...through)
    expect([rest.status, rest.stdout]).toEqual([
      0,
      '已撤销：2 行恢复原状；此后又被修改的行保留。\n',
    ])
  },
  SLOW_MILLISECONDS,
)

it.each([
  [['--table', 'firms', 'a.csv'], '--table', 'companies'],
  [['--table', 'companies'], '0 files were named', '给出了 0 个文件'],
  [['a.csv', '--table', 'companies', '--date', 'yesterday'], '--date', '2026-11'],
  [
    ['a.csv', '--table', 'companies', '--confidence', 'sure'],
    'high, medium, low',
    'high、medium、low 之一',
  ],
  [['a.csv', '--table', 'companies', '--duplicates', 'both'], 'came as “both”', 'skip、merge'],
  [['a.csv', '--table', 'companies', '--column', 'x'], 'NAME=VALUE', '名称=值'],
  [['a.csv', '--table', 'companies', '--server', 'atlas'], 'http://', 'atlas'],
  [['a.csv', '--tabel', 'companies'], 'tabel', '参数有误'],
])('%j is refused with what is expected', (words, en, zh) => {
  const read = askedOf(words, 'somebody')
  if (!('wrong' in read)) throw new Error(read.verb)
  expect(read.wrong.en).toContain(en)
  expect(read.wrong.zh).toContain(zh)
})

it('a header may hold “=” itself, and an empty column leaves it out', () => {
  const read = askedOf(['a.csv', '--table', 'sites', '--column', 'a=b=note', '--column', 'c='], 'x')
  expect(read).toMatchObject({
    columns: [
      { left: 'a=b', right: 'note' },
      { left: 'c', right: '' },
    ],
  })
})

it('a file that is not there, a server that is none', async () => {
  const words = ['--table', 'companies', '--source', 'x', '--language', 'en']
  const told = async (...more: string[]) => {
    const { status, stderr } = await importing([...more, ...words])
    return `${status} ${stderr}`
  }
  expect(await told('a.csv', '--date', 'x')).toMatch(/^2 --date.*npm run import/s)
  expect(await told('absent.csv')).toMatch(
    /^1 There is no file “absent.csv”.\nNothing was written./,
  )
  // Port 9 is discard: nothing listens there.
  expect(await told(SCRIPT, '--server', 'http://127.0.0.1:9')).toMatch(
    /^1 No server answers at http:\/\/127.0.0.1:9/,
  )
}, 60_000)

it('ended half-way takes the server it started along', async () => {
  const { dataDir, list } = await workplace()
  const file = list('企业名称,城市', '虚构戊厂,重庆')
  const words = [SCRIPT, file, '--table', 'companies', '--source', 'x', '--system', 'ask']
  const script = spawn(process.execPath, words, {
    env: { ...process.env, DATA_DIR: dataDir, ADMIN_TOKEN: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const closed = new Promise((resolve) => script.once('close', resolve))
  await new Promise((resolve) => script.stderr.once('data', resolve))
  script.kill('SIGTERM')
  expect(await closed).toBe(1)
}, 60_000)
