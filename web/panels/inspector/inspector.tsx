import { cablesOf } from '#web/map/shapes/cables.ts'
import { t } from '#web/messages/index.ts'
import { CableFacts, LinkList } from '#web/panels/inspector/facts-links.tsx'
import { ParkFacts } from '#web/panels/inspector/facts-park.tsx'
import { CompanyFacts, HubFacts, PlatformFacts } from '#web/panels/inspector/facts-things.tsx'
import { companies, hubs, links, loading, parks, platforms } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function Inspector() {
  const { selection } = view.value
  if (!selection) return null
  return (
    <aside class="inspector" aria-live="polite">
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

/** A link may name what has been deleted since, or what the filters of its kind keep out. */
function isThere({ collection, id }: { collection: string; id: string }): boolean {
  if (collection === 'cables') return cablesOf().some(({ pair }) => pair === id)
  const lists = { parks, companies, hubs, platforms, links }
  const list = Object.entries(lists).find(([name]) => name === collection)?.[1].value
  return list?.some(({ properties }) => properties.id === id) ?? false
}
