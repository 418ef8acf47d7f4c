// Whence is the whole file known? Asked once, and kept with every row that does not say it itself.
import { useRef, useState } from 'preact/hooks'
import type { Import, ImportEvidence } from '#geodata/contract/imports.ts'
import { Confidence, SourceClass } from '#geodata/contract/shared.ts'
import { t } from '#web/messages/index.ts'
import { DOTS } from '#web/panels/inspector/facts-parts.tsx'
import { Words } from '#web/parts/words/words.tsx'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'
import { SOURCE } from '#web/workspaces/layout/import/required-columns.ts'
import { writtenDate } from '#web/workspaces/layout/import/written-date.ts'

export function SourceForm({ one, desk }: { one: Import; desk: ImportDesk }) {
  const { evidence } = one.choices
  const [draft, setDraft] = useState<ImportEvidence | null>(null)
  const isWritten = one.state === 'written' || one.state === 'writing'
  if (draft === null || isWritten) {
    return (
      <section class="import-source">
        <h2>{t('imports.source')}</h2>
        <p>
          <Words of={sourceText(one)} />
        </p>
        <p>
          <span>
            {evidence.sourceClass
              ? t(`editor.sourceClass.${evidence.sourceClass}`)
              : t('imports.sourceClassOpen')}{' '}
            · {t('common.confidence')}
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

/** Whence the rows are known: as every row says, as was given for the whole file; or what is to be done about it. */
export function sourceText({ headers, missing, choices: { evidence } }: Import): string {
  const { source, date } = evidence
  const whole = source && (date ? `${source}${t('imports.sourceDate', { date })}` : source)
  const inFile = headers.find(({ column }) => column === SOURCE)?.header
  if (inFile !== undefined) {
    return whole
      ? t('imports.sourceByRowElse', { header: inFile, source: whole })
      : t('imports.sourceByRow', { header: inFile })
  }
  if (whole) return whole
  return t(missing.includes(SOURCE) ? 'imports.sourceNeeded' : 'imports.sourceNone')
}

type FormProps = {
  draft: ImportEvidence
  setDraft: (draft: ImportEvidence | null) => void
  desk: ImportDesk
}

function Form({ draft, setDraft, desk }: FormProps) {
  const put = (part: Partial<ImportEvidence>) => setDraft({ ...draft, ...part })
  const [isNoDate, setNoDate] = useState(false)
  const dateField = useRef<HTMLInputElement>(null)
  const save = async () => {
    const date = writtenDate(draft.date)
    setNoDate(date === null)
    if (date === null) dateField.current?.focus()
    else if (await desk.change({ evidence: { ...draft, date } })) setDraft(null)
  }
  return (
    <form
      class="import-source"
      noValidate
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
          ref={dateField}
          placeholder={t('imports.sourceWhenHint')}
          value={draft.date}
          aria-invalid={isNoDate}
          onInput={({ currentTarget }) => put({ date: currentTarget.value })}
        />
        {isNoDate && (
          <small class="bad" role="alert">
            {t('imports.sourceNoDate', { came: draft.date.trim() })}
          </small>
        )}
      </label>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the select is in it */}
      <label>
        <span>{t('imports.sourceClass')}</span>
        <ClassSelect
          value={draft.sourceClass}
          isOff={false}
          onChoose={(sourceClass) => put({ sourceClass })}
        />
        <ClassHint value={draft.sourceClass} />
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

type ClassSelectProps = {
  value: ImportEvidence['sourceClass']
  isOff: boolean
  isAsked?: boolean
  onChoose: (sourceClass: ImportEvidence['sourceClass']) => void
}

/** What comes of none, chosen or not yet. */
export function ClassHint({ value }: Pick<ClassSelectProps, 'value'>) {
  if (value !== null && value !== 'none') return null
  return (
    <small class="import-no-class">
      {t(value === null ? 'imports.sourceClassAsked' : 'imports.sourceNoClass')}
    </small>
  )
}

export function ClassSelect({ value, isOff, isAsked = false, onChoose }: ClassSelectProps) {
  return (
    <select
      value={value ?? ''}
      disabled={isOff}
      aria-invalid={isAsked}
      onChange={({ currentTarget }) => {
        const read = SourceClass.safeParse(currentTarget.value)
        if (read.success) onChoose(read.data)
      }}
    >
      {value === null && <option value="">{t('imports.chooseValue')}</option>}
      {SourceClass.options.map((id) => (
        <option key={id} value={id}>
          {t(`editor.sourceClass.${id}`)}
        </option>
      ))}
    </select>
  )
}
