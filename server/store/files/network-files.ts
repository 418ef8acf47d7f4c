// Which road networks lie in DATA_DIR/networks, and which of them can be used?
import {
  existsSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { NetworkName, type NetworkOrder } from '#geodata/contract/jobs.ts'
import { decodeNetwork, type NetworkFile } from '#geodata/network/street/network-file.ts'
import type { BuildOrder, StoredNetwork } from '#server/store/file-stores.ts'
import { extractFile, sweepArriving } from '#server/store/files/extracts.ts'

export const NETWORK_ENDING = '.road'
/** A draft beside its place, until it is put there. */
const BUILT = '.built'

export function networksFolder(dataDir: string): string {
  return path.join(dataDir, 'networks')
}

export function networkFile(dataDir: string, id: string): string {
  return path.join(networksFolder(dataDir), id + NETWORK_ENDING)
}

/** Every network file, the one written last first; a file that cannot be used says why. */
export function readNetworks(dataDir: string): StoredNetwork[] {
  const folder = networksFolder(dataDir)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(NETWORK_ENDING))
    .map((name) => ({ name, writtenAt: statSync(path.join(folder, name)).mtimeMs }))
    .sort((a, b) => b.writtenAt - a.writtenAt || (a.name < b.name ? -1 : 1))
    .map(({ name }) => readNetwork(dataDir, name.slice(0, -NETWORK_ENDING.length)))
}

export function readNetwork(dataDir: string, id: string): StoredNetwork {
  const file = networkFile(dataDir, id)
  return { id, file: id + NETWORK_ENDING, ...readNetworkFile(file) }
}

function readNetworkFile(file: string): NetworkFile {
  const bytes = readFileSync(file)
  // A small file shares a pooled buffer; the arrays of a network are views of their own.
  const isWhole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
  const buffer = isWhole ? bytes.buffer : Uint8Array.from(bytes).buffer
  return decodeNetwork(buffer as ArrayBuffer)
}

/** The networks of a folder, and the drafts that become one. */
export function networksIn(dataDir: string) {
  const draftOf = (id: string) => networkFile(dataDir, id) + BUILT
  return {
    list: () => readNetworks(dataDir),
    read: (id: string) => readNetwork(dataDir, id),
    file: async (id: string) => {
      const file = networkFile(dataDir, id)
      return isNetwork(file, id) ? openAsBlob(file) : null
    },
    // A network comes and goes by a rename, which touches its folder.
    version: () =>
      String(statSync(networksFolder(dataDir), { throwIfNoEntry: false })?.mtimeMs ?? 0),
    remove: (id: string) => {
      const file = networkFile(dataDir, id)
      if (!isNetwork(file, id)) return false
      rmSync(file)
      return true
    },
    draft: ({ name, extracts, cutAtMissingNodes }: NetworkOrder): BuildOrder => ({
      extracts: extracts.map((extract) => extractFile(dataDir, extract)),
      outFile: draftOf(name),
      cutAtMissingNodes,
      hiddenFolder: extractFile(dataDir, ''),
    }),
    publish: (id: string) => renameSync(draftOf(id), networkFile(dataDir, id)),
    discard: (id: string) => {
      for (const draft of [draftOf(id), `${draftOf(id)}.building`]) rmSync(draft, { force: true })
    },
    sweep: () => {
      sweepDrafts(dataDir)
      sweepArriving(dataDir)
    },
  }
}

/** Whether it lies there, and is named as networks are. */
function isNetwork(file: string, id: string): boolean {
  return NetworkName.safeParse(id).success && existsSync(file)
}

/** What a server that was killed has left. */
function sweepDrafts(dataDir: string): void {
  const folder = networksFolder(dataDir)
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (/\.road\.built(\.building)?$/.test(name)) rmSync(path.join(folder, name), { force: true })
  }
}
