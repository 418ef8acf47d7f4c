// Which presentations are on? One small file each in DATA_DIR/presentations.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writeInPlace } from '#server/store/files/durable.ts'
import type { KeptText } from '#server/store/presentation-store.ts'

const NAME = /^([\w-]{1,80})\.json$/

export function presentationsIn(dataDir: string) {
  const folder = path.join(dataDir, 'presentations')
  const fileOf = (id: string) => {
    if (!NAME.test(`${id}.json`)) throw new Error(`“${id}” is no name of a presentation.`)
    return path.join(folder, `${id}.json`)
  }
  return {
    all: (): KeptText[] =>
      !existsSync(folder)
        ? []
        : readdirSync(folder).flatMap((name) => {
            const [, id] = NAME.exec(name) ?? []
            return id ? [{ id, text: readFileSync(path.join(folder, name), 'utf8') }] : []
          }),
    keep: ({ id, text }: KeptText): void => {
      mkdirSync(folder, { recursive: true })
      writeInPlace(fileOf(id), text)
    },
    remove: (id: string): void => rmSync(fileOf(id), { force: true }),
  }
}
