// How long may an analysis keep others waiting, and how is one run within another answer?
import type { Context } from 'hono'
import type { ProcessId, ProcessResult } from '#geodata/contract/processes/index.ts'
import type { Deps } from '#server/deps.ts'
import { runProcess, workOf } from '#server/processes/index.ts'

/** So long may one question keep every other one waiting; what takes longer runs beside the server. */
export const AT_ONCE_MILLISECONDS = 60
/** What takes longer is heavy work: it waits behind its like, and on an open server it takes the admin token. */
export const SOON_MILLISECONDS = 2000

/** Runs an analysis over inputs as they came. */
export type Ask = <Id extends ProcessId>(id: Id, inputs: unknown) => Promise<ProcessResult<Id>>

/** Runs analyses that an answer needs: at once, or on the thread beside the server where that takes longer. */
export function askFor(c: Context, { region, analyses, serving, admin }: Deps): Ask {
  return async (id, inputs) => {
    const work = workOf(id, region, inputs)
    if (serving?.isOpen && work > SOON_MILLISECONDS) await admin?.(c)
    if (!analyses || work <= AT_ONCE_MILLISECONDS) return runProcess(id, region, inputs)
    const bytes = await analyses.answer({
      processId: id,
      inputs,
      isSoon: work <= SOON_MILLISECONDS,
      signal: c.req.raw.signal,
    })
    return JSON.parse(new TextDecoder().decode(bytes))
  }
}
