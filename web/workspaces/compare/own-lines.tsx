// Rows of the user's own: what was heard, agreed or to be asked, a text for each candidate.
import { useEffect, useRef } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { addOwnRow, changeOwnRow, type OwnRow, removeOwnRow } from '#web/state/answers/own-rows.ts'
import { shownOwnRows } from '#web/state/answers/remarks.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { LimitedText } from '#web/workspaces/compare/limited-text.tsx'

/** The longest title, and the longest text of a place, that is stored with a comparison. */
const LONGEST = { title: 80, text: 200 }

export function OwnLines({ columns }: { columns: readonly Column[] }) {
  const span = columns.length + 2
  const rows = shownOwnRows.value
  const body = useRef<HTMLTableSectionElement>(null)
  const isAdding = useRef(false)
  // A new row is named first.
  useEffect(() => {
    const titles = body.current?.querySelectorAll<HTMLInputElement>('th input')
    if (isAdding.current) titles?.item(titles.length - 1).focus()
    isAdding.current = false
  }, [rows.length])
  if (kept.value) return rows.length === 0 ? null : <KeptLines rows={rows} columns={columns} />
  return (
    <tbody class="own-lines" ref={body}>
      <tr class={rows.length === 0 ? 'group no-print' : 'group'}>
        <th scope="rowgroup" colSpan={span}>
          {t('compare.ownRows')} <small>{t('compare.ownKept')}</small>
        </th>
      </tr>
      {rows.map((row) => (
        <OwnLine key={row.id} row={row} columns={columns} />
      ))}
      <tr class="fold no-print">
        <th scope="row" colSpan={span}>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              isAdding.current = true
              addOwnRow()
            }}
          >
            {t('compare.addRow')}
          </button>
        </th>
      </tr>
    </tbody>
  )
}

function OwnLine({ row, columns }: { row: OwnRow; columns: readonly Column[] }) {
  const { id, title, texts } = row
  const name = title || t('compare.ownUntitled')
  return (
    <tr data-row={`own ${id}`}>
      <th scope="row">
        <LimitedText
          label={t('compare.ownTitle')}
          placeholder={t('compare.ownUntitled')}
          most={LONGEST.title}
          value={title}
          onText={(text) => changeOwnRow(id, { title: text })}
        />
        <span class="no-print">
          <button
            type="button"
            class="quiet"
            aria-label={t('compare.removeRow', { name })}
            onClick={() => removeOwnRow(id)}
          >
            ×
          </button>
        </span>
      </th>
      {columns.map((column) => (
        <td key={column.id} class="cell own">
          <LimitedText
            rows={2}
            most={LONGEST.text}
            label={t('compare.ownText', {
              row: name,
              name: `${column.letter} ${column.name}`,
            })}
            value={texts[column.id] ?? ''}
            onText={(text) => changeOwnRow(id, { texts: { ...texts, [column.id]: text } })}
          />
        </td>
      ))}
      <td class="strip-column" />
    </tr>
  )
}

/** As they came with a comparison that was shared: to be read. */
function KeptLines({ rows, columns }: { rows: readonly OwnRow[]; columns: readonly Column[] }) {
  return (
    <tbody class="own-lines">
      <tr class="group">
        <th scope="rowgroup" colSpan={columns.length + 2}>
          {t('compare.ownRows')}
        </th>
      </tr>
      {rows.map(({ id, title, texts }) => (
        <tr key={id} data-row={`own ${id}`}>
          <th scope="row">{title}</th>
          {columns.map((column) => (
            <td key={column.id} class="cell own">
              {texts[column.id]}
            </td>
          ))}
          <td class="strip-column" />
        </tr>
      ))}
    </tbody>
  )
}
