// What does it take to build a network, watched from outside, and how much of its file is information?
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { decodeNetwork } from '#geodata/network/street/network-file.ts'
import type { StreetNetwork } from '#geodata/network/street/street-network.ts'
import { NETWORK_ENDING, networksFolder } from '#server/store/files/network-files.ts'
import { median } from '#tests/bench/median.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
/** Reported by the process itself as it ends: most resident memory in KiB, microseconds of the processor. */
const TELL_USE = `data:text/javascript,process.on('exit',()=>{
  const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();
  console.error('used',maxRSS,userCPUTime+systemCPUTime)})`

export type BuiltNetwork = {
  street: StreetNetwork
  buildSeconds: number
  buildProcessorSeconds: number
  peakMebibytes: number
  loadMilliseconds: number
  fileBytes: number
  informationBytes: number
}

/** Runs `npm run network` into DATA_DIR, as its own process, then loads what it wrote. */
export async function builtNetwork(
  name: string,
  pbfFiles: readonly string[],
  dataDir: string,
): Promise<BuiltNetwork> {
  const started = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', TELL_USE, 'scripts/build-network.ts', ...pbfFiles, '--name', name],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, DATA_DIR: dataDir } },
  )
  const buildSeconds = (performance.now() - started) / 1000
  if (status !== 0) throw new Error(`${name} was not built: ${stderr}`)
  const [, kibibytes, microseconds] = /used (\d+) (\d+)/.exec(stderr) ?? []
  const file = path.join(networksFolder(dataDir), name + NETWORK_ENDING)
  const { street, buffer } = loaded(file)
  return {
    street,
    fileBytes: buffer.byteLength,
    informationBytes: informationBytes(buffer),
    buildSeconds,
    buildProcessorSeconds: Number(microseconds) / 1e6,
    peakMebibytes: Number(kibibytes) / 1024,
    loadMilliseconds: await median(() => loaded(file), { runs: 7 }),
  }
}

function loaded(file: string): { street: StreetNetwork; buffer: ArrayBuffer } {
  const buffer = readFileSync(file).buffer as ArrayBuffer
  const read = decodeNetwork(buffer)
  if (read.kind === 'refused') throw new Error(`${file}: ${read.en}`)
  return { street: read.network, buffer }
}

const HEADER_AT = 24
const VIEWS = { Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array }

/** Each array at as many bits a number as its range needs: what a file could not do without. */
function informationBytes(buffer: ArrayBuffer): number {
  const headerBytes = new Uint32Array(buffer, 0, 4)[3] ?? 0
  const header: { arrays: { type: keyof typeof VIEWS; count: number; offset: number }[] } =
    JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, HEADER_AT, headerBytes)))
  const bits = header.arrays.map(({ type, count, offset }) => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const number of new VIEWS[type](buffer, offset, count)) {
      least = Math.min(least, number)
      most = Math.max(most, number)
    }
    return count === 0 ? 0 : count * Math.ceil(Math.log2(most - least + 1))
  })
  return Math.ceil(bits.reduce((sum, one) => sum + one, 0) / 8)
}

/** A folder that is gone when this process ends. */
export function folderOfThisRun(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true }))
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
  return folder
}
