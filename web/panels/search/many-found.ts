// Where the page does not hold every firm: how many are there in which the typed words stand?
import { useEffect, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { propertySearch } from '#web/state/region/firm-search.ts'
import { askFirmsNamed, countOfFirms, MOST_NAMED, manyFirms } from '#web/state/region/firms.ts'
import { choices } from '#web/state/region/kept.ts'
import { changeView } from '#web/state/view/store.ts'

/** The server is asked when the hand rests, not at every letter. */
const REST_MILLISECONDS = 200

/** How many firms there are, and how many of them the filters keep; null: not counted yet. */
export type ManyFound = { text: string; total: number | null; kept: number | null }

/** Asks the server once the hand rests; null where the page holds every firm, or nothing is typed. */
export function useManyFound(text: string): ManyFound | null {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [text])
  if (manyFirms.value === null || text === '') return null
  if (rested !== text) return { text, total: null, kept: null }
  askFirmsNamed(text)
  const total = countOfFirms(new URLSearchParams({ q: text }))
  const narrowed = propertySearch(choices.value)
  if (narrowed.size === 0) return { text, total, kept: total }
  narrowed.set('q', text)
  return { text, total, kept: countOfFirms(narrowed) }
}

/** How many there are, and how many of them are looked up here. */
export function manyWords({ total, kept }: ManyFound): string {
  if (total === null || kept === null) return t('keys.firmsCounting')
  if (total > MOST_NAMED) return t('keys.firmsCut', { total, most: MOST_NAMED })
  return t('keys.firmsAll', { total })
}

/** The table, with every firm that the filters keep and in which the words stand. */
export function listFound(text: string): void {
  changeView({ workspace: 'layout', layoutView: 'map', tableOpen: true, tableFind: text })
}
