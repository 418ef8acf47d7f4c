// One field of a row beside the one it may be: whose value stands, or both where they are lists.
import type { ImportAlike } from '#geodata/contract/imports.ts'
import { say, t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import { ChoiceRow } from '#web/workspaces/layout/import/choice-row.tsx'
import { type Draft, type Side, sideOf, withSide } from '#web/workspaces/layout/import/decision.ts'

type FieldRowProps = {
  field: ImportAlike['fields'][number]
  draft: Draft
  setDraft: (draft: Draft) => void
}

export function FieldRow({ field, draft, setDraft }: FieldRowProps) {
  const { words, there, file } = field
  const side = sideOf(draft, field)
  const isOff = draft.kind === 'separate'
  const textOf = (value: typeof there) => (
    <span class="import-value" data-empty={value === null}>
      <i aria-hidden="true" />
      <span>
        <Words of={value ? say(value) : '—'} />
      </span>
    </span>
  )
  const options: { id: Side; words: preact.ComponentChildren; isDrawnChosen?: boolean }[] = [
    { id: 'there', words: textOf(there), isDrawnChosen: !isOff && side !== 'file' },
    { id: 'file', words: textOf(file), isDrawnChosen: side !== 'there' },
  ]
  // Only of lists the server proposes both.
  if (field.side === 'both') options.push({ id: 'both', words: t('imports.both') })
  return (
    <div class="import-field">
      <span class="import-field-name">
        <Words of={say(words)} />
      </span>
      <ChoiceRow
        label={say(words)}
        options={options}
        chosen={side}
        onChoose={(next) => setDraft(withSide(draft, field.field, next))}
        look="dots"
      />
    </div>
  )
}
