// Which places of an answer met the roads doubtfully, and how?
import type { DoubtfulEnds as Ends } from '#geodata/contract/processes/roads.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'

/** Folded, so that a board stays short; nothing where no place is in doubt. */
export function DoubtfulEnds({ ends }: { ends: Ends }) {
  if (ends.length === 0) return null
  return (
    <details class="site-note doubtful-ends">
      <summary>{t('network.doubtfulEnds', { count: ends.length })}</summary>
      <ul>
        {ends.map((end) => (
          <li key={end.id}>
            <Words of={nameOf(end)} />: {say(end.detail)}
          </li>
        ))}
      </ul>
    </details>
  )
}
