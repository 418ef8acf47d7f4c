// How long may an analysis keep others waiting, and how is one run for an answer of another shape?
import type { Context } from 'hono'
import type { ProcessId, ProcessResult } from '#geodata/contract/processes/index.ts'
import type { Deps } from '#server/deps.ts'
import { gatheredFor, runProcess, workOf } from '#server/processes/index.ts'

/** So long may one question keep every other one waiting; what takes longer runs beside the server. */
export const AT_ONCE_MILLISECONDS = 60
/** What takes longer is heavy work: it waits behind its like, and on an open server it takes the admin token. */
export const SOON_MILLISECONDS = 2000

/** The answer over inputs as they came, waited for: at once, or from the thread beside the server. */
export async function answered<Id extends ProcessId>(
  c: Context,
  deps: Deps,
  id: Id,
  inputs: unknown,
): Promise<ProcessResult<Id>> {
  const { region, analyses, serving, admin } = deps
  const work = workOf(id, region, inputs)
  if (serving?.isOpen && work > SOON_MILLISECONDS) await admin?.(c)
  const gathered = await gatheredFor(id, deps, inputs)
  if (!analyses || work <= AT_ONCE_MILLISECONDS) {
    return runProcess(id, region, inputs, undefined, gathered)
  }
  const bytes = await analyses.answer({
    processId: id,
    inputs,
    gathered,
    isSoon: work <= SOON_MILLISECONDS,
    signal: c.req.raw.signal,
  })
  return JSON.parse(new TextDecoder().decode(bytes))
}
