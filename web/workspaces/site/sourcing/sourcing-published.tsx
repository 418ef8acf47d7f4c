// What has been published of local supply, with its sources, and why it is not the rate above.

import { inSight } from '#web/api/asked.ts'
import { getTargets } from '#web/api/client.ts'
import { say, t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { amount } from '#web/parts/words/amount.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'

/** The group of rows on local supply in targets.csv. */
const GROUP = 'C01'

export function PublishedRates() {
  const { answer } = useAnswer(getTargets, 'published')
  const rows = (inSight(answer) ?? []).filter(({ targetId }) => targetId === GROUP)
  if (rows.length === 0) return null
  return (
    <section class="sourcing-published">
      <h2>{t('sourcing.published')}</h2>
      <p class="site-note">{t('sourcing.publishedWhy')}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.rowId}>
            <b>{amount(row)}</b> {say(row.metric)}{' '}
            <small title={inReadersWords(row.source)}>
              {dateText(row.asOf ?? '')} · <Words of={shortSource(row.source)} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
