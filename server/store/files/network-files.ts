// Which road networks lie in DATA_DIR/networks, and which of them can be used?
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { decodeNetwork, type NetworkFile } from '#geodata/network/street/network-file.ts'

export const NETWORK_ENDING = '.road'

export type StoredNetwork = { id: string; file: string } & NetworkFile

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
  return { id, file, ...readNetworkFile(file) }
}

function readNetworkFile(file: string): NetworkFile {
  const bytes = readFileSync(file)
  // A small file shares a pooled buffer; the arrays of a network are views of their own.
  const isWhole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
  const buffer = isWhole ? bytes.buffer : Uint8Array.from(bytes).buffer
  return decodeNetwork(buffer as ArrayBuffer)
}
