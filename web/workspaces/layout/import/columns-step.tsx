// Which column of the table does each column of the file fill, and what do rows get that no column gives them?
import { useEffect, useState } from 'preact/hooks'
import type { Import, ImportColumnInfo, ImportHeader } from '#geodata/contract/imports.ts'
import { say, t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'
import { rememberMapping } from '#web/workspaces/layout/import/remembered-mapping.ts'
import { isToFill, matchedBy, SOURCE } from '#web/workspaces/layout/import/required-columns.ts'
import { ClassHint, ClassSelect } from '#web/workspaces/layout/import/source-form.tsx'
import type { StepProps } from '#web/workspaces/layout/import/step-props.ts'
import { asksClass, valuesToFill } from '#web/workspaces/layout/import/step-states.ts'
import { StepTitle } from '#web/workspaces/layout/import/step-title.tsx'

export function ColumnsStep({ one, desk }: StepProps) {
  const taken = one.headers.filter(({ column }) => column !== null).length
  return (
    <>
      <StepTitle>{t('imports.columnsTitle', { all: one.headers.length, taken })}</StepTitle>
      <p class="lead">{t('imports.columnsLead')}</p>
      <FixedValues one={one} desk={desk} />
      <table class="import-table import-columns">
        <thead>
          <tr>
            <th scope="col">{t('imports.header')}</th>
            <th scope="col">{t('imports.samples')}</th>
            <th scope="col">{t('imports.fills')}</th>
            <th scope="col">{t('imports.by')}</th>
          </tr>
        </thead>
        <tbody>
          {one.headers.map((header, index) => (
            <HeaderRow key={index} of={header} one={one} desk={desk} />
          ))}
        </tbody>
      </table>
    </>
  )
}

type HeaderRowProps = { of: ImportHeader; one: Import; desk: ImportDesk }

function HeaderRow({ of, one, desk }: HeaderRowProps) {
  const { header, column, samples } = of
  const by = matchedBy(of, one.columns)
  const choose = (next: string | null) => {
    rememberMapping(one.table, { [header]: next })
    void desk.change({ mapping: { ...one.choices.mapping, [header]: next } })
  }
  /** Another header fills the column already. */
  const isFilled = (name: string) =>
    one.headers.some((other) => other.column === name && other.header !== header)
  return (
    <tr class={column === null ? 'is-left' : undefined}>
      <th scope="row">
        <Words of={header || t('imports.noHeader')} />
      </th>
      <td class="import-samples">
        <Words of={samples.filter(Boolean).slice(0, 3).join(t('common.listSeparator')) || '—'} />
      </td>
      <td>
        <select
          aria-label={t('imports.fillsOf', { header })}
          value={column ?? ''}
          disabled={one.state === 'written' || one.state === 'writing'}
          onChange={({ currentTarget }) => choose(currentTarget.value || null)}
        >
          <option value="">{t('imports.notTaken')}</option>
          {one.columns.map((known) => {
            const { name, words } = known
            const mark = isToFill(known, one.columns) ? ' *' : ''
            return (
              <option key={name} value={name}>
                {isFilled(name)
                  ? t('imports.filledBy', { column: say(words) })
                  : `${say(words)}${mark}`}
              </option>
            )
          })}
        </select>
      </td>
      <td class="import-by">{by && t(`imports.by.${by}`)}</td>
    </tr>
  )
}

/** Required columns that no header fills, and those that were given a value. */
function FixedValues({ one, desk }: { one: Import; desk: ImportDesk }) {
  const { fixed, evidence } = one.choices
  // Given once, it stays where it was given.
  const source = evidence.source && !one.headers.some(({ column }) => column === SOURCE)
  const names = [...new Set([...one.missing, ...(source ? [SOURCE] : []), ...Object.keys(fixed)])]
  const asked = names.flatMap((name) => one.columns.find((column) => column.name === name) ?? [])
  if (asked.length === 0 && !asksClass(one)) return null
  return (
    <section class="import-fixed">
      <h3>{t('imports.missing', { count: valuesToFill(one) })}</h3>
      <p class="lead">{t('imports.missingLead')}</p>
      {asked.map((column) => (
        <FixedValue key={column.name} column={column} one={one} desk={desk} />
      ))}
      {asksClass(one) && <SourceClassValue one={one} desk={desk} />}
    </section>
  )
}

/** It is kept with the source, and asked below it. */
function SourceClassValue({ one, desk }: { one: Import; desk: ImportDesk }) {
  const { evidence } = one.choices
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the select is in it
    <label class="import-fixed-value">
      <span>
        {t('imports.sourceClass')}{' '}
        {evidence.sourceClass === null && <em>{t('imports.stillMissing')}</em>}
      </span>
      <ClassSelect
        value={evidence.sourceClass}
        isOff={one.state === 'written' || one.state === 'writing'}
        isAsked={evidence.sourceClass === null}
        onChoose={(sourceClass) => void desk.change({ evidence: { ...evidence, sourceClass } })}
      />
      <ClassHint value={evidence.sourceClass} />
    </label>
  )
}

type FixedValueProps = { column: ImportColumnInfo; one: Import; desk: ImportDesk }

function FixedValue({ column: { name, words, choices }, one, desk }: FixedValueProps) {
  const { fixed, evidence } = one.choices
  const given = name === SOURCE ? evidence.source : fixed[name]
  const now = Array.isArray(given) ? given.join(t('common.listSeparator')) : (given ?? '')
  const [draft, setDraft] = useState(now)
  useEffect(() => setDraft(now), [now])
  const put = (value: string) => {
    if (name === SOURCE) {
      void desk.change({ evidence: { ...evidence, source: value } })
      return
    }
    const { [name]: _, ...others } = fixed
    void desk.change({ fixed: value === '' ? others : { ...others, [name]: value } })
  }
  const isOff = one.state === 'written' || one.state === 'writing'
  const isMissing = one.missing.includes(name)
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: it holds one or the other
    <label class="import-fixed-value">
      <span>
        {say(words)} {isMissing && <em>{t('imports.stillMissing')}</em>}
      </span>
      {choices.length > 0 ? (
        <select
          value={now}
          disabled={isOff}
          aria-invalid={isMissing}
          onChange={({ currentTarget }) => put(currentTarget.value)}
        >
          <option value="">{t('imports.chooseValue')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {say(choice.words)}
            </option>
          ))}
        </select>
      ) : (
        <input
          type="text"
          value={draft}
          disabled={isOff}
          aria-invalid={isMissing}
          maxLength={2000}
          placeholder={t('imports.everyRow')}
          onInput={({ currentTarget }) => setDraft(currentTarget.value)}
          onChange={() => put(draft.trim())}
        />
      )}
    </label>
  )
}
