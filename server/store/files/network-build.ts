// Reads OpenStreetMap extracts and writes one network file, or says why not and replaces nothing.
//
// Each extract is read twice, so that memory holds its roads alone. The file is written beside its
// place and renamed, so a build that is killed leaves the old one.
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { groundArrays } from '#geodata/analysis/ground/street-ground/ground-arrays.ts'
import { groundRecord } from '#geodata/analysis/ground/street-ground/ground-record.ts'
import type { OsmHandlers, OsmHeader } from '#geodata/formats/osm/handlers.ts'
import { OsmReadError } from '#geodata/formats/osm/osm-read-error.ts'
import { readOsmPbf } from '#geodata/formats/osm/read-pbf.ts'
import { buildStreetNetwork } from '#geodata/network/street/build-street-network.ts'
import { missingNodes } from '#geodata/network/street/cut-streets.ts'
import { encodeNetwork } from '#geodata/network/street/network-file.ts'
import type { StreetNetwork } from '#geodata/network/street/street-network.ts'
import { Survey } from '#geodata/network/street/survey.ts'
import type { BuildOrder } from '#server/store/file-stores.ts'

export type BuildStep = 'ways' | 'nodes' | 'streets' | 'turns' | 'hierarchy' | 'ground' | 'file'

export type BuildOutcome =
  | { kind: 'built'; network: StreetNetwork; byteCount: number; missingNodes: number }
  | { kind: 'refused'; en: string; zh: string }

/** `onProgress` hears each step as it begins and the share of it that is done, 0 … 1. */
export async function buildNetworkFile(
  order: BuildOrder,
  onProgress: (step: BuildStep, share: number) => void = () => {},
): Promise<BuildOutcome> {
  const outcome = await builtFrom(order, onProgress)
  if (outcome.kind === 'built' || order.hiddenFolder === undefined) return outcome
  const shown = (text: string) => text.replaceAll(order.hiddenFolder + path.sep, '')
  return { ...outcome, en: shown(outcome.en), zh: shown(outcome.zh) }
}

async function builtFrom(
  { extracts, outFile, cutAtMissingNodes = false }: BuildOrder,
  onProgress: (step: BuildStep, share: number) => void,
): Promise<BuildOutcome> {
  const survey = new Survey()
  const headers: OsmHeader[] = []
  const withPlaces = new Set<string>()
  try {
    for (const [i, extract] of extracts.entries()) {
      const handlers = firstReading(survey, () => withPlaces.add(extract))
      const progress = (share: number) => onProgress('ways', (i + share) / extracts.length)
      headers.push(await readExtract(extract, handlers, progress))
    }
    if (survey.wayIds.length === 0) return noRoad(extracts)
    survey.expectNodes()
    for (const [i, extract] of extracts.entries()) {
      const progress = (share: number) => onProgress('nodes', (i + share) / extracts.length)
      await readExtract(extract, secondReading(survey, withPlaces.has(extract)), progress)
    }
  } catch (error) {
    if (error instanceof RefusedExtract)
      return { kind: 'refused', en: error.message, zh: error.messageZh }
    throw error
  }
  const missing = missingNodes(survey)
  if (missing.count > 0 && !cutAtMissingNodes) return nodesMissing(missing)
  const network = buildStreetNetwork(
    survey,
    {
      sources: extracts.map((extract) => path.basename(extract)),
      dataDate:
        headers
          .map(({ dataDate }) => dataDate)
          .sort()
          .at(-1) ?? null,
    },
    (step) => onProgress(step, 0),
  )
  if (network.streets.count === 0) return noRoad(extracts)
  onProgress('ground', 0)
  const ground = groundRecord(groundArrays(network))
  onProgress('file', 0)
  const byteCount = writeWhole(outFile, encodeNetwork(network, ground))
  return { kind: 'built', network, byteCount, missingNodes: missing.count }
}

/** Roads and restrictions; `onPlaces` hears of files that write places on their ways. */
function firstReading(survey: Survey, onPlaces: () => void): OsmHandlers {
  return {
    way: (id, refs, tags, version, places) => {
      if (places) onPlaces()
      survey.addWay(id, refs, tags, version)
    },
    relation: survey.addRelation.bind(survey),
    gone: survey.gone.bind(survey),
  }
}

/** Nodes, the places on ways where there are any, and newer versions that were no roads. */
function secondReading(survey: Survey, hasPlaces: boolean): OsmHandlers {
  const passing = survey.passing.bind(survey)
  const placed: OsmHandlers = {
    way: (id, refs, _, version, places) => {
      passing('way', id, version)
      if (places) survey.addPlaces(id, refs, places, version)
    },
  }
  return {
    node: survey.addNode.bind(survey),
    gone: survey.gone.bind(survey),
    passing,
    ...(hasPlaces && placed),
  }
}

/** Reads one extract through; missing or unreadable files are refusals like any other. */
async function readExtract(
  extract: string,
  handlers: Parameters<typeof readOsmPbf>[2],
  onShare: (share: number) => void,
): Promise<OsmHeader> {
  try {
    const byteCount = Math.max(1, statSync(extract).size)
    return await readOsmPbf(
      createReadStream(extract),
      (zlib, rawByteCount) => inflateSync(zlib, { maxOutputLength: Math.max(1, rawByteCount) }),
      handlers,
      (bytesRead) => onShare(bytesRead / byteCount),
    )
  } catch (error) {
    if (error instanceof OsmReadError) {
      throw new RefusedExtract(`${extract}: ${error.message}`, `${extract}：${error.messageZh}`)
    }
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw new RefusedExtract(
      `${extract} cannot be read (${code}); the path of an .osm.pbf file is expected`,
      `${extract} 无法读取（${code}）；应为 .osm.pbf 文件的路径`,
    )
  }
}

class RefusedExtract extends Error {
  readonly messageZh: string
  constructor(message: string, messageZh: string) {
    super(message)
    this.messageZh = messageZh
  }
}

function noRoad(extracts: readonly string[]): BuildOutcome {
  const names = extracts.join(', ')
  return {
    kind: 'refused',
    en: `${names}: there is no road in it; an extract of a region with its highways is expected`,
    zh: `${names}：其中没有道路；应为含 highway 的区域提取文件`,
  }
}

function nodesMissing({ count, firstId }: { count: number; firstId: number | null }): BuildOutcome {
  return {
    kind: 'refused',
    en: `${count} nodes that roads name are not in the extracts and no places are written on the ways, the first is ${firstId}: they were cut out without whole ways. Cut them anew with whole ways, or give --cut-at-missing-nodes (in the API cutAtMissingNodes) to end the roads there`,
    zh: `道路引用的 ${count} 个节点不在提取文件中，道路上也未写坐标，第一个是 ${firstId}：裁剪时未保留完整道路。请保留完整道路重新裁剪，或加 --cut-at-missing-nodes（接口中为 cutAtMissingNodes）在该处截断道路`,
  }
}

/** Writes beside the file, makes sure of it, then renames; drafts of killed builds are swept away. */
function writeWhole(file: string, bytes: Uint8Array): number {
  const folder = path.dirname(file)
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${path.basename(file)}.`)) rmSync(path.join(folder, name), { force: true })
  }
  const draft = `${file}.building`
  const handle = openSync(draft, 'w')
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
  return bytes.length
}
