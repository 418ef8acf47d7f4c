// The rows that were sent back, as workbooks to mend: one, or several where they are more than one holds.
import type { Import } from '#geodata/contract/imports.ts'
import { MOST_MEND_ROWS } from '#geodata/contract/imports.ts'
import { mendAddress } from '#web/api/imports.ts'
import { at } from '#web/api/reach.ts'
import { language, t } from '#web/messages/index.ts'
import { Icon } from '#web/parts/controls/icon.tsx'

/** The lines of each workbook among the rows that were sent back, from 1. */
export function mendParts(refused: number): { part: number; from: number; to: number }[] {
  return Array.from({ length: Math.ceil(refused / MOST_MEND_ROWS) }, (_, index) => ({
    part: index + 1,
    from: index * MOST_MEND_ROWS + 1,
    to: Math.min(refused, (index + 1) * MOST_MEND_ROWS),
  }))
}

export function MendLinks({ one }: { one: Import }) {
  const { refused } = one.counts
  const parts = mendParts(refused)
  const link = (part: number, words: string) => (
    <a
      key={part}
      class="import-button"
      href={at(mendAddress(one.id, language.value, part))}
      download
    >
      <Icon path="M12 4v11M7 11l5 5 5-5M5 20h14" />
      {words}
    </a>
  )
  if (parts.length < 2)
    return <>{parts.map(({ part }) => link(part, t('imports.mend', { count: refused })))}</>
  return (
    <details class="import-mend">
      <summary>{t('imports.mendMany', { count: refused, parts: parts.length })}</summary>
      <p>{t('imports.mendParts', { most: MOST_MEND_ROWS })}</p>
      <p class="acts">
        {parts.map(({ part, from, to }) => link(part, t('imports.mendPart', { part, from, to })))}
      </p>
    </details>
  )
}
