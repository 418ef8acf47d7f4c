// How far has the answer to a question come? The one union for whatever the page waits for.
import type { Problem } from '#geodata/contract/problem.ts'

export type Asked<T> =
  | { kind: 'unasked' }
  | Computing<T>
  | { kind: 'answered'; result: T }
  | { kind: 'failed'; problem: Problem }
  /** Stopped by the user before there was any answer. */
  | { kind: 'cancelled' }

export type Computing<T> = {
  kind: 'computing'
  /** The answer before, which may stay on the page until the next is there. */
  earlier: T | null
  /** How much of the work is done; null: unknown. */
  progress: Progress | null
}

export type Progress = { done: number; total: number }

/** The result to show: the answer, or the one before it while the next is computed. */
export function inSight<T>(asked: Asked<T>): T | null {
  if (asked.kind === 'answered') return asked.result
  return asked.kind === 'computing' ? asked.earlier : null
}
