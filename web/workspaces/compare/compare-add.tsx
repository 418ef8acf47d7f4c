// One more candidate: a park by its name or sound, the own pin, an own site, or a place by its degrees.
import { useId, useRef, useState } from 'preact/hooks'
import type { Site } from '#geodata/contract/collections.ts'
import { inSight } from '#web/api/asked.ts'
import { listFeatures } from '#web/api/client.ts'
import { say, t } from '#web/messages/index.ts'
import { learnSounds, soundOf, soundsKnown } from '#web/panels/search/pinyin.ts'
import { search } from '#web/panels/search/search.ts'
import { searchEntries } from '#web/panels/search/search-entries.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { usePopover } from '#web/parts/controls/use-popover.ts'
import { announce } from '#web/parts/focus/announcer.tsx'
import { parseLngLat } from '#web/parts/words/lng-lat-text.ts'
import {
  COMPARED_MAXIMUM,
  pinCandidateId,
  takenOf,
  withCompared,
} from '#web/state/answers/compare.ts'
import { edits, parks } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { comparedName } from '#web/workspaces/compare/column.ts'

const SHOWN = 8

type Choice = { id: string; name: string; kind: 'park' | 'pin' | 'site' }

export function CompareAdd() {
  const { open, setOpen, root, onKeyDown } = usePopover<HTMLDivElement>()
  const id = useId()
  const count = takenOf(view.value.compared).taken.length
  const isFull = count >= COMPARED_MAXIMUM
  const press = () => {
    if (isFull) announce(t('layout.compareFull', { count: COMPARED_MAXIMUM }))
    else setOpen(!open)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened
    <div class="compare-add" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-disabled={isFull}
        title={isFull ? t('layout.compareFull', { count: COMPARED_MAXIMUM }) : undefined}
        onClick={press}
      >
        {t('compare.add', { count, most: COMPARED_MAXIMUM })}
      </button>
      {open && (
        <div id={id} class="compare-adding">
          <AddSearch onDone={() => setOpen(false)} />
        </div>
      )}
    </div>
  )
}

function AddSearch({ onDone }: { onDone: () => void }) {
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { answer } = useAnswer((signal) => listFeatures<Site>('sites', signal), String(edits.value))
  const found = choicesFor(text, inSight(answer) ?? [])
  const current = found[Math.min(active, found.length - 1)]
  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    addCompared(choice)
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, active + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1))
    else if (event.key === 'Enter') choose(current)
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        ref={(element) => {
          if (element && !input.current) element.focus()
          input.current = element
        }}
        type="text"
        role="combobox"
        aria-label={t('compare.addSearch')}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        placeholder={t('compare.addSearch')}
        value={text}
        onFocus={() => void learnSounds(parks.value.map(({ properties }) => properties.nameZh))}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('compare.addSearch')}>
        {found.map((choice) => (
          <div
            key={choice.id}
            id={`${id}-${choice.id}`}
            role="option"
            tabIndex={-1}
            class="site-choice"
            aria-selected={choice === current}
            data-active={choice === current ? '' : undefined}
            onClick={() => choose(choice)}
            onKeyDown={({ key }) => key === 'Enter' && choose(choice)}
          >
            {choice.name} <small>{t(`compare.kind.${choice.kind}`)}</small>
          </div>
        ))}
      </div>
      <p class="site-note" role="status">
        {found.length === 0 ? t('compare.addNone', { text }) : t('compare.addHint')}
      </p>
    </>
  )
}

/** Those not compared yet that the text names; without a text the own ones and the first parks. */
function choicesFor(text: string, sites: readonly Site[]): Choice[] {
  // Read so that what is found grows as more sounds are known.
  void soundsKnown.value
  const { compared, pin } = view.value
  const typed = parseLngLat(text)
  const pins = [...(typed ? [typed] : []), ...(pin ? [pin] : [])].map(pinCandidateId)
  const places = searchEntries.value.filter(({ collection }) => collection === 'parks')
  const whole = text.trim().toLowerCase()
  const foundParks = whole === '' ? places : search(places, text, soundOf)
  const own = sites.filter(({ properties: { nameZh, nameEn } }) =>
    `${nameZh} ${nameEn ?? ''}`.toLowerCase().includes(whole),
  )
  const all: Choice[] = [
    ...pins.map((id): Choice => ({ id, name: comparedName(id), kind: 'pin' })),
    ...own.map(
      ({ id, properties: { nameZh, nameEn } }): Choice => ({
        id,
        name: say({ zh: nameZh, en: nameEn ?? nameZh }),
        kind: 'site',
      }),
    ),
    ...foundParks.map(({ id }): Choice => ({ id, name: comparedName(id), kind: 'park' })),
  ]
  return all.filter(({ id }) => !compared.includes(id)).slice(0, SHOWN)
}

/** An own site is a candidate only where the question of Site names it. */
function addCompared({ id, kind, name }: Choice): void {
  const { compared, ask } = view.peek()
  const isNewSite = kind === 'site' && !ask.siteIds.includes(id)
  const next = withCompared(compared, id)
  changeView({
    compared: next,
    ...(isNewSite ? { ask: { ...ask, siteIds: [...ask.siteIds, id] } } : {}),
  })
  announce(t('compare.added', { name, count: next.length }))
}
