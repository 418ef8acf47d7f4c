// What is chosen, with all that is known of it: said by name, read at one's own pace.
import { useEffect, useRef } from 'preact/hooks'
import { cablesOf } from '#web/map/shapes/cables.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { CableFacts, LinkList } from '#web/panels/inspector/facts-links.tsx'
import { ParkFacts } from '#web/panels/inspector/facts-park.tsx'
import { CompanyFacts, HubFacts, PlatformFacts } from '#web/panels/inspector/facts-things.tsx'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { landOn } from '#web/parts/focus/keep-focus.ts'
import { arriving } from '#web/state/answers/arriving.ts'
import { firmOf, isNoFirm } from '#web/state/region/firms.ts'
import { hubs, links, loading, parks, platforms } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function Inspector() {
  const { selection } = view.value
  const name = selection && chosenName(selection)
  useAnnounced(name && t('layout.chosenSaid', { name }))
  const root = useRef<HTMLElement>(null)
  const isOpen = useRef(false)
  useEffect(() => {
    // Chosen by name, or from another chosen thing: it is read from its beginning.
    const isFromOther = isOpen.current && root.current?.contains(document.activeElement)
    isOpen.current = true
    const isRead = arriving.peek() || isFromOther
    arriving.value = false
    if (!isRead) return
    // After the palette, which gives the focus back to where it was opened from.
    queueMicrotask(() => {
      const heading = root.current?.querySelector('h2')
      if (heading) landOn(heading)
    })
  }, [selection?.collection, selection?.id])
  if (!selection) return null
  return (
    <aside ref={root} class="inspector" data-opened aria-label={name ?? t('layout.chosen')}>
      <button
        type="button"
        class="close"
        aria-label={t('common.close')}
        onClick={() => changeView({ selection: null })}
      >
        ×
      </button>
      {selection.collection === 'parks' && <ParkFacts id={selection.id} />}
      {selection.collection === 'companies' && <CompanyFacts id={selection.id} />}
      {selection.collection === 'hubs' && <HubFacts id={selection.id} />}
      {selection.collection === 'platforms' && <PlatformFacts id={selection.id} />}
      {selection.collection === 'links' && (
        <LinkList links={links.value.filter((link) => link.id === selection.id)} />
      )}
      {selection.collection === 'cables' && <CableFacts pair={selection.id} />}
      {loading.value.kind === 'ready' && !isThere(selection) && (
        <p class="none">{t('layout.gone', { id: selection.id })}</p>
      )}
    </aside>
  )
}

/** By what name the chosen thing goes; null: it is not there, or not there yet. */
function chosenName({ collection, id }: { collection: string; id: string }): string | null {
  if (collection === 'cables') return cablesOf().find(({ pair }) => pair === id)?.city ?? null
  const named =
    collection === 'companies'
      ? firmOf(id)
      : [...parks.value, ...hubs.value, ...platforms.value].find(
          ({ properties }) => properties.id === id,
        )
  if (named) return nameOf(named.properties)
  const link = links.value.find((one) => one.properties.id === id)?.properties
  return link ? `${link.fromNameZh} → ${link.toNameZh}` : null
}

/** A link may name what has been deleted since, or what the filters of its kind keep out. */
function isThere({ collection, id }: { collection: string; id: string }): boolean {
  if (collection === 'cables') return cablesOf().some(({ pair }) => pair === id)
  if (collection === 'companies') return !isNoFirm(id)
  const lists = { parks, hubs, platforms, links }
  const list = Object.entries(lists).find(([name]) => name === collection)?.[1].value
  return list?.some(({ properties }) => properties.id === id) ?? false
}
