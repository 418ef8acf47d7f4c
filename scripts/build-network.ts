// Turns OpenStreetMap extracts into a road network: DATA_DIR/networks/NAME.road.
//
//   npm run network -- region.osm.pbf neighbour.osm.pbf [--name NAME] [--profile truck]
import path from 'node:path'
import { parseArgs } from 'node:util'
import { NetworkName } from '#geodata/contract/jobs.ts'
import type { Unread } from '#geodata/network/street/street-network.ts'
import { type BuildStep, buildNetworkFile } from '#server/store/files/network-build.ts'
import { networkFile } from '#server/store/files/network-files.ts'

const USAGE = `npm run network -- a.osm.pbf [b.osm.pbf …] [--name NAME] [--profile truck] [--cut-at-missing-nodes]`

const STEPS: Record<BuildStep, string> = {
  ways: 'reading roads 读取道路',
  nodes: 'reading places 读取节点',
  streets: 'cutting streets 切分路段',
  turns: 'turn restrictions 转向限制',
  hierarchy: 'hierarchy 分层路网',
  ground: 'ground for isochrones 等时圈地面点',
  file: 'writing 写入',
}

/** Shows one line that changes on a terminal, and a line a step elsewhere. */
function progressLine(): (step: BuildStep, share: number) => void {
  let shown = ''
  return (step, share) => {
    const percent = share > 0 && process.stderr.isTTY ? ` ${Math.round(share * 100)} %` : ''
    const line = STEPS[step] + percent
    if (line === shown) return
    shown = line
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
  }
}

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        profile: { type: 'string', default: 'truck' },
        'cut-at-missing-nodes': { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function end(en: string, zh: string): never {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  console.error(`${en}. Nothing was replaced.\n${zh}。未替换任何内容。`)
  process.exit(1)
}

/** What could not be read closes and forbids nothing, so the user is told to look. */
function tellUnread(en: string, zh: string, { count, examples }: Unread): void {
  if (count === 0) return
  const shown = examples.map((one) => `  ${one}`).join('\n')
  console.log(
    `${count} ${en} could not be read and hold for nothing. 有 ${count} 条${zh}无法识别，未起作用：\n${shown}`,
  )
}

const given = asked()
if (typeof given === 'string') end(`${given}. Usage: ${USAGE}`, `参数有误。用法：${USAGE}`)
const { positionals: extracts, values } = given
if (extracts.length === 0)
  end(`No extract was named. Usage: ${USAGE}`, `未给出提取文件。用法：${USAGE}`)
if (values.profile !== 'truck') {
  end(
    `Profile “${values.profile}” came; there is only “truck”`,
    `收到 profile “${values.profile}”；目前只有 truck`,
  )
}
const name = values.name ?? path.basename(extracts[0] ?? '').replace(/(\.osm)?\.pbf$/, '')
if (!NetworkName.safeParse(name).success) {
  end(
    `“${name}” is no name of a network; up to 60 letters, digits, dots and dashes are expected, and not “skeleton”`,
    `“${name}”不能用作路网名称；只可用至多 60 个字母、数字、点和短横，且不为“skeleton”`,
  )
}
const outFile = networkFile(process.env.DATA_DIR ?? 'data', name)
const started = performance.now()
const outcome = await buildNetworkFile(
  { extracts, outFile, cutAtMissingNodes: values['cut-at-missing-nodes'] },
  progressLine(),
)
if (outcome.kind === 'refused') end(outcome.en, outcome.zh)
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
const { junctionCount, streets, origin } = outcome.network
const seconds = ((performance.now() - started) / 1000).toFixed(1)
const megabytes = (outcome.byteCount / 1e6).toFixed(1)
console.log(
  `${name}: ${junctionCount} junctions, ${streets.count} streets, ${origin.restrictionCount} turn restrictions (${origin.restrictionsLeftOut} left out), data of ${origin.dataDate ?? 'unknown date'}; ${megabytes} MB in ${seconds} s`,
)
if (outcome.missingNodes > 0)
  console.log(
    `Roads were ended at ${outcome.missingNodes} missing nodes. 道路在 ${outcome.missingNodes} 处缺失节点截断。`,
  )
tellUnread('limits or speeds', '限值或限速', origin.unreadLimits)
tellUnread('turn restrictions', '转向限制', origin.unreadRestrictions)
if (origin.motorwaysBothWays) {
  console.log(
    'No motorway says its direction: each is driven both ways. 提取文件中的高速公路均未标注方向，按双向通行处理。',
  )
}
