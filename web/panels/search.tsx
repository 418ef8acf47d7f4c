// Where is it? Every name, product and source, in Chinese or English, as a part of the word.
import { useState } from 'preact/hooks'
import { companies, districts, hubs, links, parks } from '#web/api/data.ts'
import { frame } from '#web/map/current.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { changeView } from '#web/state/store.ts'

type Hit = { collection: string; id: string; name: string; at: number[] | undefined }

const SHOWN_HITS = 9
const FRAME_DEGREES = 0.25

export function Search() {
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const hits = hitsOf(text)
  const choose = (hit: Hit | undefined) => {
    if (!hit) return
    setText('')
    if (hit.collection !== 'districts')
      changeView({ selection: { collection: hit.collection, id: hit.id } })
    const [lng, lat] = hit.at ?? []
    if (lng !== undefined && lat !== undefined) {
      frame([
        [lng - FRAME_DEGREES, lat - FRAME_DEGREES],
        [lng + FRAME_DEGREES, lat + FRAME_DEGREES],
      ])
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(hits.length - 1, active + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1))
    else if (event.key === 'Enter') choose(hits[active])
    else if (event.key === 'Escape') setText('')
    else return
    event.preventDefault()
  }
  return (
    <div class="search">
      <input
        type="text"
        role="combobox"
        aria-label={t('layout.search')}
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `search-hit-${active}` : undefined}
        placeholder={t('layout.search')}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id="search-hits"
        role="listbox"
        aria-label={t('layout.search')}
        hidden={hits.length === 0}
      >
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above carries the keys
          <div
            key={`${hit.collection}/${hit.id}`}
            id={`search-hit-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => choose(hit)}
          >
            {hit.name}
          </div>
        ))}
      </div>
      {text.trim() !== '' && hits.length === 0 && (
        <p role="status" class="none">
          {t('layout.searchNone', { text })}
        </p>
      )}
    </div>
  )
}

function hitsOf(text: string): Hit[] {
  const word = text.trim().toLowerCase()
  if (word === '') return []
  const lists = [
    ['parks', parks.value],
    ['companies', companies.value],
    ['hubs', hubs.value],
    ['districts', districts.value],
  ] as const
  return lists
    .flatMap(([collection, features]): Hit[] =>
      features
        .filter(({ properties }) =>
          JSON.stringify(Object.values(properties)).toLowerCase().includes(word),
        )
        .map((feature) => ({
          collection,
          id: feature.properties.id,
          name: nameOf(feature.properties),
          at:
            'labelLng' in feature.properties
              ? [feature.properties.labelLng, feature.properties.labelLat]
              : (feature.geometry?.coordinates as number[] | undefined),
        })),
    )
    .concat(linkHits(word))
    .sort(
      (a, b) =>
        Number(b.name.toLowerCase().includes(word)) - Number(a.name.toLowerCase().includes(word)),
    )
    .slice(0, SHOWN_HITS)
}

/** Links by their ends, words and sources; on the map they lie in a cable. */
function linkHits(word: string): Hit[] {
  return links.value
    .filter(({ properties }) =>
      JSON.stringify(Object.values(properties)).toLowerCase().includes(word),
    )
    .map(({ properties: { id, fromNameZh, toNameZh } }) => ({
      collection: 'links',
      id,
      name: `${fromNameZh} → ${toNameZh}`,
      at: undefined,
    }))
}
