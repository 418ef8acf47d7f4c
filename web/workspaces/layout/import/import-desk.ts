// One import as the page holds it: asked again while the server works on it, changed one choice after the other.
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Import, ImportChoicesPatch, ImportWriting } from '#geodata/contract/imports.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { problemOf } from '#web/api/client.ts'
import type { By } from '#web/api/edits.ts'
import { changeImport, readImport, writeImport } from '#web/api/imports.ts'

export type ImportDesk = {
  /** Null: not there yet. */
  one: ReadonlySignal<Import | null>
  /** Why it was not read, or what was asked last not done; null: nothing is wrong. */
  problem: ReadonlySignal<Problem | null>
  /** A choice is on its way to the server. */
  isChanging: ReadonlySignal<boolean>
  /** Choices go one after the other, in the order they were made; false: it was not taken. */
  change: (patch: ImportChoicesPatch) => Promise<boolean>
  /** The problem where it was refused. */
  write: (rows: ImportWriting['rows'], by: By) => Promise<Problem | null>
  /** Asks once more, after a failure. */
  again: () => void
  stop: () => void
}

const LOOK_MILLISECONDS = 400
/** Of a page that nobody looks at. */
const HIDDEN_MILLISECONDS = 3000

/** The server works on it, and what it says will change. */
export const isUnderWay = ({ state }: Pick<Import, 'state'>) =>
  state === 'reading' || state === 'judging' || state === 'writing'

export function importDesk(id: string): ImportDesk {
  const one = signal<Import | null>(null)
  const problem = signal<Problem | null>(null)
  const waiting = signal(0)
  const isChanging = signal(false)
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<unknown> = Promise.resolve()
  /** What was asked before the latest change answers for an earlier state. */
  let turn = 0

  const take = (next: Import) => {
    one.value = next
    clearTimeout(timer)
    if (isStopped || !isUnderWay(next)) return
    const isHidden = globalThis.document?.hidden ?? false
    timer = setTimeout(look, isHidden ? HIDDEN_MILLISECONDS : LOOK_MILLISECONDS)
  }
  const look = async (): Promise<void> => {
    const mine = turn
    try {
      const next = await readImport(id)
      if (isStopped || mine !== turn) return
      problem.value = null
      take(next)
    } catch (error) {
      if (!isStopped && mine === turn) problem.value = problemOf(error)
    }
  }
  const inTurn = (send: () => Promise<Import>): Promise<Problem | null> => {
    turn += 1
    waiting.value += 1
    isChanging.value = true
    const done = last.then(async () => {
      try {
        const next = await send()
        turn += 1
        if (!isStopped) take(next)
        return null
      } catch (error) {
        const before = one.peek()
        if (before) take(before)
        return problemOf(error)
      } finally {
        waiting.value -= 1
        isChanging.value = waiting.peek() > 0
      }
    })
    last = done
    return done
  }
  void look()
  return {
    one,
    problem,
    isChanging,
    change: async (patch) => {
      const refused = await inTurn(() => changeImport(id, patch))
      problem.value = refused
      return refused === null
    },
    write: (rows, by) => inTurn(() => writeImport(id, rows, by)),
    again: () => void look(),
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
