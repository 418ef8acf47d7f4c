// Rows that stay where the rest of their change is undone: somebody has changed them since.
import type { Problem } from '#geodata/contract/problem.ts'
import { say, t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'

export type RowsSince = NonNullable<Problem['changedSince']>

/** The sentence above names as many. */
const NAMED = 3

export function ChangedSince({ count, rows }: RowsSince) {
  if (rows.length <= NAMED) return null
  return (
    <details>
      <summary>{t('imports.changedSince', { count })}</summary>
      <ul>
        {rows.map(({ collection, id, nameZh, nameEn }) => (
          <li key={`${collection}/${id}`}>
            <Words of={say({ zh: nameZh, en: nameEn })} />
          </li>
        ))}
        {count > rows.length && <li>{t('imports.andMore', { count: count - rows.length })}</li>}
      </ul>
    </details>
  )
}
