// Which files were brought in? One folder each in DATA_DIR/imports: the file as it came, its rows, and what is told of it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { writeInPlace } from '#server/store/files/durable.ts'
import { type Arrival, receiveFile } from '#server/store/files/receive-file.ts'
import type { ImportPlace, KeptImport } from '#server/store/import-store.ts'

const NAME = /^[\w-]{1,80}$/
const TOLD = 'told.json'
/** No upload takes longer. */
const BROKEN_OFF_MILLISECONDS = 6 * 3600 * 1000

export function importsIn(dataDir: string) {
  const folder = path.join(dataDir, 'imports')
  const folderOf = (id: string) => {
    if (!NAME.test(id)) throw new Error(`“${id}” is no name of an import.`)
    return path.join(folder, id)
  }
  const place = (id: string): ImportPlace => ({
    file: path.join(folderOf(id), 'file'),
    rowsFile: path.join(folderOf(id), 'rows.sqlite'),
  })
  const remove = (id: string) => rmSync(folderOf(id), { recursive: true, force: true })
  /** What a server that was killed was still receiving; younger ones another may be receiving now. */
  const removeBrokenOff = () => {
    for (const id of existsSync(folder) ? readdirSync(folder) : []) {
      if (!NAME.test(id) || existsSync(path.join(folder, id, TOLD))) continue
      if (Date.now() - statSync(folderOf(id)).mtimeMs > BROKEN_OFF_MILLISECONDS) remove(id)
    }
  }
  return {
    place,
    remove,
    receive: async (id: string, body: ReadableStream<Uint8Array>, limits: Arrival) => {
      const arrived = await receiveFile(place(id).file, body, limits)
      if (arrived.kind !== 'received') remove(id)
      return arrived
    },
    all: (): KeptImport[] => {
      removeBrokenOff()
      return (existsSync(folder) ? readdirSync(folder) : [])
        .filter((id) => NAME.test(id) && existsSync(path.join(folder, id, TOLD)))
        .map((id) => ({ id, at: statSync(folderOf(id)).birthtimeMs }))
        .sort((a, b) => b.at - a.at)
        .map(({ id }) => ({ id, text: readFileSync(path.join(folder, id, TOLD), 'utf8') }))
    },
    keep: ({ id, text }: KeptImport): void => {
      mkdirSync(folderOf(id), { recursive: true })
      writeInPlace(path.join(folderOf(id), TOLD), text)
    },
  }
}
