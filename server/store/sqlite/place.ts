// Does the file that this server opened still lie where it lay?
//
// A database that was deleted, moved or written over goes on in memory: what is written to it would be
// acknowledged and then gone. Looked at before each write, by what the disk says of the file; its content is
// read only where that changed, as it does when another program brings its changes into the file.
import { statSync } from 'node:fs'
import { followedGenerations, generationAlone } from '#server/store/sqlite/generation.ts'

export type Place = {
  isOurs: () => boolean
  /** To be called after the server itself wrote into the file. */
  look: () => void
}

const at = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false })

/** Of a database that is open, and whose -wal is there. */
export function placeOf(file: string): Place {
  const wal = `${file}-wal`
  const opened = { file: at(file), wal: at(wal) }
  let seen = opened.file
  return {
    look: () => {
      seen = at(file)
    },
    isOurs: () => {
      const now = at(file)
      if (!now || now.ino !== opened.file?.ino || now.dev !== opened.file.dev) return false
      if (at(wal)?.ino !== opened.wal?.ino) return false
      if (now.mtimeNs === seen?.mtimeNs && now.size === seen.size) return true
      const generation = generationAlone(file)
      if (generation === null || !followedGenerations(file)?.includes(generation)) return false
      seen = now
      return true
    },
  }
}
