// What is left of a problem once one of its fields was changed? Apart from what finds faults: that knows every table,
// and the page draws its first picture without them.
import type { Problem } from '#geodata/contract/problem.ts'

/** The problem without what was said of a field that has been changed since; null: nothing is left. */
export function withoutFaultAt(problem: Problem | null, pointer: string): Problem | null {
  if (!problem?.errors?.length) return problem
  const errors = problem.errors.filter(
    (one) => one.pointer !== pointer && !one.pointer.startsWith(`${pointer}/`),
  )
  return errors.length === 0 ? null : { ...problem, errors }
}
