// One change being written: its kind, what that kind needs to be told, and what is wrong with it.
import { useId, useState } from 'preact/hooks'
import type { ScenarioChange } from '#geodata/contract/processes/scenarios.ts'
import { t } from '#web/messages/index.ts'
import {
  CHANGE_KINDS,
  type ChangeKind,
  fieldsOf,
  rowOf,
} from '#web/state/answers/scenario-kinds.ts'
import { hasDirections } from '#web/state/region/networks.ts'
import { ChangeField } from '#web/workspaces/compare/scenarios/change-field.tsx'
import { namedPlaces } from '#web/workspaces/compare/scenarios/places.ts'
import { firstTexts, readTexts, textsOf } from '#web/workspaces/compare/scenarios/reading.ts'

type ChangeFormProps = {
  /** What there is to change; null: another one. */
  present: ScenarioChange | null
  onDone: (change: ScenarioChange) => void
  onCancel: () => void
}

export function ChangeForm({ present, onDone, onCancel }: ChangeFormProps) {
  const [kind, setKind] = useState<ChangeKind>(present?.kind ?? 'volume')
  const [texts, setTexts] = useState(present ? textsOf(present) : firstTexts('volume'))
  const [bad, setBad] = useState<readonly string[]>([])
  const id = useId()
  const submit = (event: Event) => {
    event.preventDefault()
    const read = readTexts(kind, texts, namedPlaces.value)
    if (read.kind === 'read') return onDone(read.change)
    setBad(read.fields)
    const [first] = read.fields
    if (first) document.getElementById(`${id}-${first}`)?.focus()
  }
  return (
    <form
      class="what-if-change-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <label>
        <span>{t('whatIf.kind')}</span>
        <select
          value={kind}
          onChange={({ currentTarget }) => {
            const next = CHANGE_KINDS.find((row) => row.kind === currentTarget.value)?.kind
            if (!next) return
            setKind(next)
            setTexts(firstTexts(next))
            setBad([])
          }}
        >
          {CHANGE_KINDS.map((row) => (
            <option key={row.kind} value={row.kind}>
              {t(`whatIf.kind.${row.kind}`)}
            </option>
          ))}
        </select>
      </label>
      {rowOf(kind).needsStreets && !hasDirections.value && (
        <p class="what-if-change-note">{t('whatIf.needsStreets')}</p>
      )}
      {fieldsOf(kind).map((field) => (
        <ChangeField
          key={`${kind}/${field.id}`}
          id={`${id}-${field.id}`}
          kind={kind}
          field={field}
          text={texts[field.id] ?? ''}
          isBad={bad.includes(field.id)}
          onText={(text) => {
            setTexts((now) => ({ ...now, [field.id]: text }))
            setBad((now) => now.filter((one) => one !== field.id))
          }}
        />
      ))}
      <p class="what-if-change-acts">
        <button type="submit" class="primary">
          {t(present ? 'whatIf.put' : 'whatIf.addChange')}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {t('whatIf.cancel')}
        </button>
      </p>
    </form>
  )
}
