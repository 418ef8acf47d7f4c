// A row before and after a change, field by field; and by what name it goes.
import { EDITABLE, isEditable } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { fieldName, valueWords } from '#web/panels/editor/editor-words.ts'
import { Words } from '#web/parts/words/words.tsx'

type DifferencesProps = { table: string; before: RowFeature | null; after: RowFeature | null }

/** Field by field, only what differs. */
export function Differences({ table, before, after }: DifferencesProps) {
  const all = (row: RowFeature | null): Record<string, unknown> => ({
    ...row?.properties,
    geometry: row?.geometry,
  })
  const [was, is] = [all(before), all(after)]
  const fields = Object.keys({ ...was, ...is }).filter(
    (field) => JSON.stringify(was[field] ?? null) !== JSON.stringify(is[field] ?? null),
  )
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('editor.changes.field')}</th>
          <th scope="col">{t('editor.changes.before')}</th>
          <th scope="col">{t('editor.changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{fieldName(table, field)}</th>
            <td>
              <Words of={valueWords(table, field, was[field])} />
            </td>
            <td>
              <Words of={valueWords(table, field, is[field])} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function tableName(table: string): string {
  return isEditable(table) ? say(EDITABLE[table].title) : table
}

export function rowName(row: RowFeature | null, id: string): string {
  const { nameZh, nameEn, metricZh, metricEn } = (row?.properties ?? {}) as Record<string, string>
  if (nameZh) return nameOf({ nameZh, nameEn: nameEn ?? null })
  return metricZh ? nameOf({ nameZh: metricZh, nameEn: metricEn ?? null }) : id
}
