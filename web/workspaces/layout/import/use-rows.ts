// The rows of an import by what becomes of them, so many at once; asked anew whenever they were judged anew.
import { useRef, useState } from 'preact/hooks'
import type { Import, ImportRows, Verdict } from '#geodata/contract/imports.ts'
import { type Asked, inSight } from '#web/api/asked.ts'
import { listImportRows } from '#web/api/imports.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { useMedia } from '#web/parts/controls/use-media.ts'
import { isUnderWay } from '#web/workspaces/layout/import/import-desk.ts'

/** Another whenever the rows were judged anew; the same while they are being judged. */
export function useReadyKey(one: Import): string {
  const key = useRef('')
  if (!isUnderWay(one)) key.current = JSON.stringify([one.state, one.choices, one.counts])
  return key.current
}

/** So many more come at a press. */
export const MORE_ROWS = 20

/** So many rows of a list are printed; of the others it is said how many they are. */
const MOST_PRINTED = 600

export function useRows(one: Import, verdicts: readonly Verdict[], atFirst: number) {
  const [count, setCount] = useState(atFirst)
  const { rows, answer, again } = useRowsAt(one, verdicts, 0, count)
  const left = rows ? rows.matched - rows.items.length : 0
  // A printer does not wait: what it may be asked for is there before.
  const rest = useRowsAt(one, verdicts, count, left > 0 ? MOST_PRINTED - count : 0).rows
  const isPrinting = useMedia('print')
  const items = [...(rows?.items ?? []), ...(isPrinting ? (rest?.items ?? []) : [])]
  return {
    rows: rows && { ...rows, items },
    answer,
    again,
    isPrinting,
    /** So many are not printed; 0: all are, or nothing is. */
    unprinted: isPrinting && rows ? rows.matched - items.length : 0,
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
    (signal) =>
      count > 0
        ? listImportRows(one.id, { verdicts, offset, count }, signal)
        : Promise.resolve({ items: [], matched: 0 }),
    `${one.id} ${verdicts.join()} ${offset} ${count} ${judged}`,
  )
  return { rows: inSight(answer), answer, again }
}
