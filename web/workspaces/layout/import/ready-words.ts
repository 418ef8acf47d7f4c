// How many rows can be written, and what has to be done before: said the same wherever it is said.
import type { Import } from '#geodata/contract/imports.ts'
import { say, t } from '#web/messages/index.ts'
import {
  isClassOpen,
  isSystemOpen,
  writableRows,
} from '#web/workspaces/layout/import/step-states.ts'

/** What every row needs and nobody has given yet; empty: nothing. */
export function namesToFill(one: Import): string {
  const named = one.missing.map((name) => {
    const column = one.columns.find((known) => known.name === name)
    return column ? say(column.words) : name
  })
  if (isClassOpen(one)) named.push(t('imports.sourceClass'))
  return named.join(t('common.listSeparator'))
}

/** What has to be done before any row is written; null: nothing. */
export function doneBefore(one: Import): string | null {
  const names = namesToFill(one)
  if (names !== '') {
    return t(isSystemOpen(one) ? 'imports.before.both' : 'imports.before.columns', { names })
  }
  return isSystemOpen(one) ? t('imports.before.system') : null
}

/** Of so many rows so many can be written now, or once something is done. */
export function readyTitle(one: Import): string {
  const { rows } = one.counts
  const ready = writableRows(one)
  const before = doneBefore(one)
  if (before === null) return t('imports.title', { rows, ready })
  return t(ready > 0 ? 'imports.titleBefore' : 'imports.titleFirst', { rows, ready, before })
}
