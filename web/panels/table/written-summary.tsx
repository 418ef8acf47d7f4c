// What the map shows, in words, beside its tables.

import { t } from '#web/messages/index.ts'
import { writtenSentences } from '#web/panels/table/written-sentences.ts'
import { timeFromTheOne } from '#web/state/answers/minutes.ts'
import { firmSummary, keptLinks, keptParks } from '#web/state/region/kept.ts'

export function WrittenSummary() {
  const sentences = writtenSentences({
    parks: keptParks.value.kept.map(({ properties }) => properties),
    firms: firmSummary.value,
    links: keptLinks.value.kept.map(({ properties }) => properties),
    times: timeFromTheOne.value,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
    <section class="drawer-body written" tabIndex={0} aria-label={t('layout.tab.summary')}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}
