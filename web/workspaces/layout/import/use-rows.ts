// The rows of an import by what becomes of them, so many at once; asked anew whenever they were judged anew.
import { useRef, useState } from 'preact/hooks'
import type { Import, ImportRows, Verdict } from '#geodata/contract/imports.ts'
import { type Asked, inSight } from '#web/api/asked.ts'
import { listImportRows } from '#web/api/imports.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { isUnderWay } from '#web/workspaces/layout/import/import-desk.ts'

/** Another whenever the rows were judged anew; the same while they are being judged. */
export function useReadyKey(one: Import): string {
  const key = useRef('')
  if (!isUnderWay(one)) key.current = JSON.stringify([one.state, one.choices, one.counts])
  return key.current
}

/** So many more come at a press. */
export const MORE_ROWS = 20

export function useRows(one: Import, verdicts: readonly Verdict[], atFirst: number) {
  const [count, setCount] = useState(atFirst)
  const { rows, answer, again } = useRowsAt(one, verdicts, 0, count)
  const left = rows ? rows.matched - rows.items.length : 0
  return {
    rows,
    answer,
    again,
    /** So many more a press brings; 0: all are here. */
    next: Math.min(MORE_ROWS, left),
    more: () => setCount(count + MORE_ROWS),
  }
}

export function useRowsAt(
  one: Import,
  verdicts: readonly Verdict[],
  offset: number,
  count: number,
): { rows: ImportRows | null; answer: Asked<ImportRows>; again: () => void } {
  const judged = useReadyKey(one)
  const { answer, again } = useAnswer(
    (signal) => listImportRows(one.id, { verdicts, offset, count }, signal),
    `${one.id} ${verdicts.join()} ${offset} ${count} ${judged}`,
  )
  return { rows: inSight(answer), answer, again }
}
