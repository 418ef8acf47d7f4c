// Another user changed the same row: as it was, theirs and mine side by side, decided field by field.
import { useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { closeEditor, type Editing, editing } from '#web/panels/editor/editing.ts'
import { fieldName, valueWords } from '#web/panels/editor/editor-words.ts'
import { settle } from '#web/panels/editor/saving.ts'

export function EditorConflict({ conflict }: { conflict: NonNullable<Editing['conflict']> }) {
  const [decided, setDecided] = useState<Record<string, 'mine' | 'theirs'>>({})
  const { conflicts, takenOver } = conflict
  const collection = editing.value?.collection ?? ''
  const isOpen = conflicts.some(({ field }) => !decided[field])
  return (
    <section class="editor conflict" role="alertdialog" aria-label={t('editor.conflict')}>
      <h2>{t('editor.conflict')}</h2>
      <p>{t('editor.conflictWords', { count: conflicts.length })}</p>
      {takenOver.length > 0 && (
        <p class="note">
          {t('editor.takenOver', {
            fields: takenOver
              .map((field) => fieldName(collection, field))
              .join(t('common.listSeparator')),
          })}
        </p>
      )}
      {conflicts.map(({ field, base, mine, theirs }) => (
        <fieldset key={field}>
          <legend>{fieldName(collection, field)}</legend>
          <p class="was">
            {t('editor.was')} {valueWords(collection, field, base)}
          </p>
          {(['theirs', 'mine'] as const).map((side) => (
            <label key={side} class="side">
              <input
                type="radio"
                name={`conflict-${field}`}
                checked={decided[field] === side}
                onChange={() => setDecided({ ...decided, [field]: side })}
              />
              <b>{side === 'mine' ? t('editor.mine') : t('editor.theirs')}</b>
              <span>{valueWords(collection, field, side === 'mine' ? mine : theirs)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p class="acts">
        <button type="button" class="primary" disabled={isOpen} onClick={() => settle(decided)}>
          {t('editor.settle')}
        </button>
        <button type="button" onClick={() => closeEditor()}>
          {t('editor.later')}
        </button>
      </p>
    </section>
  )
}
