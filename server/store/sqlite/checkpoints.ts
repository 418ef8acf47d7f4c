// When does what was written come into the file itself? A second after the first of
// several edits, so that a
// copy of the file alone lags by no more, and little is left to a server that is killed.
import type Database from 'better-sqlite3'
import { renewGeneration } from '#server/store/sqlite/generation.ts'
import type { Place } from '#server/store/sqlite/place.ts'
import { troubleOf } from '#server/store/sqlite/trouble.ts'

const LAG_MILLISECONDS = 1000

export type Checkpoints = {
  /** Something was written. */
  soon: () => void
  /** No more. */
  end: () => void
}

export function checkpointsOf(
  database: Database.Database,
  file: string,
  place: Place,
): Checkpoints {
  let timer: NodeJS.Timeout | undefined
  const checkpoint = () => {
    timer = undefined
    if (!place.isOurs()) return
    try {
      renewGeneration(database, file)
    } catch (error) {
      // All stays safe in the -wal, and the next edit tries again.
      if (troubleOf(error) === null) throw error
    }
    place.look()
  }
  return {
    soon: () => {
      timer ??= setTimeout(checkpoint, LAG_MILLISECONDS).unref()
    },
    end: () => clearTimeout(timer),
  }
}
