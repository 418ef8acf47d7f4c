// What goes to the printer: a page of its own for the map of Layout and the ranking of Site.
//
// The sheet is fetched at the first touch of hand or key, so that it costs the first load nothing and is
// there when the printer asks; printed colours are those of the day, whatever the screen shows.
import { signal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ranked } from '#web/state/answers/siting.ts'
import { view } from '#web/state/view/store.ts'

type Sheets = { LayoutSheet: FunctionComponent; SiteSheet: FunctionComponent }
const sheets = signal<Sheets | null>(null)
let isFetching = false

function fetchSheets(): void {
  if (isFetching) return
  isFetching = true
  Promise.all([
    import('#web/panels/print/layout-sheet.tsx'),
    import('#web/workspaces/site/ranking/site-sheet.tsx'),
  ]).then(
    ([{ LayoutSheet }, { SiteSheet }]) => {
      sheets.value = { LayoutSheet, SiteSheet }
    },
    () => {
      isFetching = false
    },
  )
}

export function PrintPage() {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const { dataset } = document.documentElement
    let theme = dataset.theme
    const before = () => {
      theme = dataset.theme
      dataset.theme = 'light'
      setPrinting(true)
    }
    const after = () => {
      dataset.theme = theme
      setPrinting(false)
    }
    const touches = ['pointermove', 'pointerdown', 'keydown'] as const
    for (const touch of touches) addEventListener(touch, fetchSheets, { once: true })
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      for (const touch of touches) removeEventListener(touch, fetchSheets)
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  const { workspace, layoutView, siteView } = view.value
  if (!isPrinting || !sheets.value) return null
  const { LayoutSheet, SiteSheet } = sheets.value
  if (workspace === 'layout' && layoutView === 'map') return <LayoutSheet />
  if (workspace === 'site' && siteView === 'map' && ranked.value) return <SiteSheet />
  return null
}
