// What does it take to read a million firms from somebody's file and to judge each row, and who waits meanwhile?
//
//   npm run bench -- import            a million rows
//   node tests/bench/import.ts 100000  so many
//
// Each file is read in a process of its own, so that its peak of memory is that of reading: the thread, and a main thread
// that takes the pieces and does nothing else. Its longest pause is what a request would have waited. The last lines are of
// the whole way from the upload to a verdict on each row, in a server that is asked for other things all the while.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import { checkCharacter } from '#geodata/model/unified-code.ts'
import { builtBase } from '#scripts/built-base.ts'
import { createApp } from '#server/app.ts'
import { importsOf } from '#server/imports/imports.ts'
import { loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { readForeignBeside } from '#server/workers/foreign-reading.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { machine } from '#tests/bench/timing.ts'
import { seeded } from '#tests/support/random.ts'

const MILLION = 1_000_000
const HEAD = [
  '企业名称',
  '统一社会信用代码',
  '地址',
  '区县',
  '主要产品',
  '注册资本（万元）',
  '员工数',
  '成立日期',
  '经度',
  '纬度',
]
/** Each with a place well within it. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  九龙坡区: [106.38, 29.43],
  璧山区: [106.2, 29.6],
  渝北区: [106.7, 29.85],
  长寿区: [107.1, 29.9],
  永川区: [105.9, 29.35],
}
const DISTRICTS = ['渝北区', '江北区', '璧山区', '永川区', '两江新区', '沙坪坝区']
const PRODUCTS = ['电池托盘', '电机壳体', '线束', '制动盘', '座舱显示屏', '激光雷达支架']

type Firm = (string | number)[]

function* firms(count: number): Generator<Firm> {
  const random = seeded(20)
  const among = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''
  for (let index = 0; index < count; index++) {
    const district = among(DISTRICTS)
    yield [
      `重庆第${index}汽车零部件有限公司`,
      `9150${String(10_000_000 + index)}MA5U${String(index % 100).padStart(2, '0')}`,
      `重庆市${district}工业园区${Math.floor(random() * 900)}号${index}栋`,
      district,
      among(PRODUCTS),
      Math.round(random() * 100_000),
      Math.round(random() * 2000),
      `20${String(index % 25).padStart(2, '0')}-0${1 + (index % 9)}-1${index % 10}`,
      Number((106 + random()).toFixed(6)),
      Number((29 + random()).toFixed(6)),
    ]
  }
}

async function writeCsv(file: string, count: number, rows = firms): Promise<void> {
  const out = createWriteStream(file)
  out.write(`\uFEFF${HEAD.join(',')}\r\n`)
  let block = ''
  for (const firm of rows(count)) {
    block += `${firm.join(',')}\r\n`
    if (block.length < 1_000_000) continue
    if (!out.write(block)) await once(out, 'drain')
    block = ''
  }
  out.end(block)
  await once(out, 'close')
}

async function writeBook(
  file: string,
  count: number,
  inlineStrings: boolean,
  rows = firms,
): Promise<void> {
  const columns = HEAD.map((header) => ({ header }))
  const bytes = writeXlsxStream(rows(count), { name: '企业', columns, inlineStrings })
  await pipeline(Readable.fromWeb(bytes as never), createWriteStream(file))
}

async function read(file: string): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const before = process.cpuUsage()
  const started = performance.now()
  let [rows, cells, told] = [0, 0, 0]
  const reading = { file, name: path.basename(file), onProgress: () => told++ }
  for await (const piece of readForeignBeside(reading)) {
    if (piece.kind !== 'rows') continue
    rows += piece.rows.length
    for (const row of piece.rows) cells += row.cells.length
  }
  const { user, system } = process.cpuUsage(before)
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  const figures = [
    `${rows} rows, ${cells} cells`,
    megabytes(statSync(file).size),
    `processor ${((user + system) / 1e6).toFixed(1)} s`,
    `clock ${((performance.now() - started) / 1000).toFixed(1)} s`,
    `peak ${megabytes(process.resourceUsage().maxRSS * 1024)}`,
    `longest pause ${Math.round(delay.max / 1e6)} ms`,
    `progress told ${told} times`,
  ]
  console.log(`${path.basename(file).padEnd(13)}${figures.join('; ')}`)
}

/** From the upload to a verdict on each row, with what others wait meanwhile. */
async function judge(file: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-import-'))
  copyFileSync(await builtBase(), path.join(folder, 'base.gpkg'))
  const store = await openStore(folder)
  const region = await loadRegion(store)
  const imports = await importsOf(store, region, console.error)
  const app = createApp({
    store,
    region,
    mapApprovalNumber: null,
    basemap: null,
    imports,
    log: console.error,
  })
  const megabytesBefore = Math.round(process.memoryUsage.rss() / 1e6)
  const before = process.cpuUsage()
  const started = performance.now()
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  const start = { table: 'companies' as const, fileName: path.basename(file) }
  const begun = await imports.start(start, body, null)
  if (begun.kind !== 'started') throw new Error(begun.kind)
  const done = imports.settled(begun.told.id)
  const waits: number[] = []
  let isDone = false
  done.finally(() => (isDone = true))
  while (!isDone) {
    const asked = performance.now()
    await (await app.request('/api/collections/parks/items?limit=10')).text()
    waits.push(performance.now() - asked)
    await setTimeout(50)
  }
  const told = await done
  const { user, system } = process.cpuUsage(before)
  waits.sort((a, b) => a - b)
  const { rows, new: fresh, doubtful, refused } = told?.counts ?? {}
  console.log(
    [
      `${path.basename(file)} judged: ${rows} rows, ${fresh} new, ${doubtful} doubtful, ${refused} refused`,
      `processor ${((user + system) / 1e6).toFixed(1)} s`,
      `clock ${((performance.now() - started) / 1000).toFixed(1)} s`,
      `peak ${Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)} MB, ${megabytesBefore} before`,
      `another request p95 ${Math.round(waits[Math.floor(waits.length * 0.95)] ?? 0)} ms of ${waits.length}`,
    ].join('; '),
  )
  await imports.close()
  await store.close()
  rmSync(folder, { recursive: true })
}

/** Names as firms have them: of three characters and a trade. */
function* namedFirms(count: number): Generator<Firm> {
  const random = seeded(21)
  const one = () => String.fromCharCode(0x4e00 + 7 * Math.floor(random() * 1500))
  const among = Object.entries(PLACES)
  const trades = ['汽车零部件', '机械制造', '科技', '精密模具', '电子', '汽车电器']
  let index = -1
  for (const firm of firms(count)) {
    index += 1
    const trade = trades[index % trades.length]
    const first17 = `91500107MA${String(index).padStart(7, '0')}`
    const [district = '', [lng, lat] = [0, 0]] = among[index % among.length] ?? []
    yield [
      `重庆${one()}${one()}${one()}${trade}有限公司`,
      first17 + checkCharacter(first17),
      `重庆市${district}工业园区${index % 900}号`,
      district,
      ...firm.slice(4, 8),
      Number((lng + 0.03 * random()).toFixed(6)),
      Number((lat + 0.03 * random()).toFixed(6)),
    ]
  }
}

const [first, file] = process.argv.slice(2)
if (first === 'read' && file) await read(file)
else if (first === 'judge' && file) await judge(file)
else {
  const count = Number(first ?? MILLION)
  const folder = folderOfThisRun()
  console.log(`${machine()}\n`)
  for (const [name, write] of [
    ['firms.csv', writeCsv],
    ['firms.xlsx', (file: string, rows: number) => writeBook(file, rows, true)],
    // As Excel writes them: each text once, and cells point to it.
    ['shared.xlsx', (file: string, rows: number) => writeBook(file, rows, false)],
  ] as const) {
    const place = path.join(folder, name)
    await write(place, count)
    spawnSync(process.execPath, [import.meta.filename, 'read', place], { stdio: 'inherit' })
  }
  for (const [name, write] of [
    ['named.csv', (file: string) => writeCsv(file, count, namedFirms)],
    ['named.xlsx', (file: string) => writeBook(file, count, false, namedFirms)],
  ] as const) {
    const place = path.join(folder, name)
    await write(place)
    spawnSync(process.execPath, [import.meta.filename, 'judge', place], { stdio: 'inherit' })
  }
}
