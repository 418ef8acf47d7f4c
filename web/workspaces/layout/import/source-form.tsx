// Whence is the whole file known? Asked once, and kept with every row that does not say it itself.
import { useState } from 'preact/hooks'
import type { Import, ImportEvidence } from '#geodata/contract/imports.ts'
import { Confidence, SourceClass } from '#geodata/contract/shared.ts'
import { t } from '#web/messages/index.ts'
import { DOTS } from '#web/panels/inspector/facts-parts.tsx'
import { Words } from '#web/parts/words/words.tsx'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'

export function SourceForm({ one, desk }: { one: Import; desk: ImportDesk }) {
  const { evidence } = one.choices
  const [draft, setDraft] = useState<ImportEvidence | null>(null)
  const isWritten = one.state === 'written' || one.state === 'writing'
  if (draft === null || isWritten) {
    return (
      <section class="import-source">
        <h2>{t('imports.source')}</h2>
        <p>
          {evidence.source ? (
            <>
              <Words of={evidence.source} />
              {evidence.date && t('imports.sourceDate', { date: evidence.date })}
            </>
          ) : (
            t('imports.sourceNone')
          )}
        </p>
        <p>
          <span>
            {t(`editor.sourceClass.${evidence.sourceClass}`)} · {t('common.confidence')}
          </span>{' '}
          <span aria-hidden="true">{DOTS[evidence.confidence]}</span>{' '}
          <span class="visually-hidden">{t(`common.confidence.${evidence.confidence}`)}</span>
          {!isWritten && (
            <button
              type="button"
              class="quiet import-change"
              aria-label={t('imports.sourceChange')}
              onClick={() => setDraft(evidence)}
            >
              {t('imports.change')}
            </button>
          )}
        </p>
      </section>
    )
  }
  return <Form draft={draft} setDraft={setDraft} desk={desk} />
}

type FormProps = {
  draft: ImportEvidence
  setDraft: (draft: ImportEvidence | null) => void
  desk: ImportDesk
}

function Form({ draft, setDraft, desk }: FormProps) {
  const put = (part: Partial<ImportEvidence>) => setDraft({ ...draft, ...part })
  const save = async () => {
    if (await desk.change({ evidence: draft })) setDraft(null)
  }
  return (
    <form
      class="import-source"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{t('imports.source')}</h2>
      <label>
        <span>{t('imports.sourceWho')}</span>
        <input
          type="text"
          maxLength={1000}
          value={draft.source}
          // The form is opened by its button.
          ref={(element) => void (draft.source === '' && element?.focus())}
          onInput={({ currentTarget }) => put({ source: currentTarget.value })}
        />
      </label>
      <label>
        <span>{t('imports.sourceWhen')}</span>
        <input
          type="text"
          inputMode="numeric"
          placeholder={t('imports.sourceWhenHint')}
          pattern="\d{4}(-\d{2}(-\d{2})?)?"
          value={draft.date}
          onInput={({ currentTarget }) => put({ date: currentTarget.value.trim() })}
        />
      </label>
      <label>
        <span>{t('imports.sourceClass')}</span>
        <select
          value={draft.sourceClass}
          onChange={({ currentTarget }) => {
            const read = SourceClass.safeParse(currentTarget.value)
            if (read.success) put({ sourceClass: read.data })
          }}
        >
          {SourceClass.options.map((id) => (
            <option key={id} value={id}>
              {t(`editor.sourceClass.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('common.confidence')}</span>
        <select
          value={draft.confidence}
          onChange={({ currentTarget }) => {
            const read = Confidence.safeParse(currentTarget.value)
            if (read.success) put({ confidence: read.data })
          }}
        >
          {Confidence.options.map((id) => (
            <option key={id} value={id}>
              {`${DOTS[id]} ${t(`common.confidence.${id}`)}`}
            </option>
          ))}
        </select>
      </label>
      <p class="acts">
        <button type="submit" class="primary" disabled={desk.isChanging.value}>
          {t('imports.sourceSave')}
        </button>
        <button type="button" onClick={() => setDraft(null)}>
          {t('editor.cancel')}
        </button>
      </p>
    </form>
  )
}
