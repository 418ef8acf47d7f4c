// One more scenario by its name, and scenarios that are to be true at once.
import { useId, useState } from 'preact/hooks'
import { MOST_SCENARIOS } from '#geodata/contract/processes/scenarios.ts'
import { t } from '#web/messages/index.ts'
import { announce } from '#web/parts/focus/announcer.tsx'
import type { ScenarioBook } from '#web/state/answers/scenario-address.ts'
import { changeBook, LONGEST_NAME } from '#web/state/answers/scenarios.ts'

/** What is wrong with a name; null: nothing. */
function nameFault(name: string, { scenarios }: ScenarioBook): string | null {
  const count = name.length
  if (scenarios.length >= MOST_SCENARIOS) return t('whatIf.full', { most: MOST_SCENARIOS })
  if (count === 0) return t('whatIf.fault.nameless')
  if (count > LONGEST_NAME) return t('whatIf.fault.longName', { most: LONGEST_NAME, count })
  return scenarios.some((one) => one.name === name) ? t('whatIf.sameName', { name }) : null
}

export function ScenarioAdd({ book }: { book: ScenarioBook }) {
  const [name, setName] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const id = useId()
  const submit = (event: Event) => {
    event.preventDefault()
    const text = name.trim()
    const wrong = nameFault(text, book)
    setFault(wrong)
    if (wrong) return
    changeBook({ scenarios: [...book.scenarios, { name: text, changes: [], unread: [] }] })
    setName('')
    announce(t('whatIf.added', { name: text }))
  }
  return (
    <form class="what-if-add" onSubmit={submit}>
      <label for={id}>
        {t('whatIf.add', { count: book.scenarios.length, most: MOST_SCENARIOS })}
      </label>
      <input
        id={id}
        type="text"
        value={name}
        placeholder={t('whatIf.nameHint')}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-bad`}
        onInput={({ currentTarget }) => {
          setName(currentTarget.value)
          setFault(null)
        }}
      />
      <button type="submit">{t('whatIf.addButton')}</button>
      {fault && (
        <p class="site-bad" id={`${id}-bad`} role="alert">
          {fault}
        </p>
      )}
    </form>
  )
}

const LEAST_COMBINED = 2

export function ScenarioCombine({ book }: { book: ScenarioBook }) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [fault, setFault] = useState<string | null>(null)
  const { scenarios, combined } = book
  if (scenarios.length < LEAST_COMBINED) return null
  const places = [...chosen].filter((place) => place < scenarios.length).sort((a, b) => a - b)
  const toggle = (place: number) => {
    const next = new Set(chosen)
    if (!next.delete(place)) next.add(place)
    setChosen(next)
    setFault(null)
  }
  const combine = () => {
    const isThere = combined.some((one) => [...one].sort((a, b) => a - b).join() === places.join())
    if (places.length < LEAST_COMBINED) return setFault(t('whatIf.combineFew'))
    if (isThere) return setFault(t('whatIf.combineSame'))
    if (combined.length >= MOST_SCENARIOS)
      return setFault(t('whatIf.combineFull', { most: MOST_SCENARIOS }))
    changeBook({ combined: [...combined, places] })
    setChosen(new Set())
    announce(t('whatIf.combined', { names: namesOf(book, places) }))
  }
  return (
    <fieldset class="what-if-combine">
      <legend>{t('whatIf.combine')}</legend>
      {scenarios.map(({ name }, place) => (
        <label key={place} class="site-check">
          <input type="checkbox" checked={chosen.has(place)} onChange={() => toggle(place)} />
          <span>{name}</span>
        </label>
      ))}
      <button type="button" onClick={combine}>
        {t('whatIf.combineButton')}
      </button>
      {fault && (
        <p class="site-bad" role="alert">
          {fault}
        </p>
      )}
      {combined.map((one, index) => (
        <span key={one.join()} class="what-if-together">
          {namesOf(book, one)}
          <button
            type="button"
            class="quiet"
            aria-label={t('whatIf.remove', { name: namesOf(book, one) })}
            onClick={() => changeBook({ combined: combined.filter((_, at) => at !== index) })}
          >
            ×
          </button>
        </span>
      ))}
    </fieldset>
  )
}

function namesOf({ scenarios }: ScenarioBook, places: readonly number[]): string {
  return places.map((place) => scenarios[place]?.name ?? '').join(' + ')
}
