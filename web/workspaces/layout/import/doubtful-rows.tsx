// Rows that may be ones already there, one at a time: ↑ ↓ move among them, Enter decides.
import { useState } from 'preact/hooks'
import type { ImportAlike, ImportRow } from '#geodata/contract/imports.ts'
import { say, t } from '#web/messages/index.ts'
import { useMedia } from '#web/parts/controls/use-media.ts'
import { Words } from '#web/parts/words/words.tsx'
import { ChoiceRow } from '#web/workspaces/layout/import/choice-row.tsx'
import { lengthText } from '#web/workspaces/layout/import/coordinate-words.ts'
import {
  type Draft,
  decisionForRest,
  decisionOf,
  freshDraft,
  KINDS,
} from '#web/workspaces/layout/import/decision.ts'
import { FieldRow } from '#web/workspaces/layout/import/field-row.tsx'
import type { StepProps } from '#web/workspaces/layout/import/step-props.ts'
import { useRows, useRowsAt } from '#web/workspaces/layout/import/use-rows.ts'

/** So many come with the one that is shown. */
const AT_ONCE = 20

export function DoubtfulRows(props: StepProps) {
  const { one, desk, lookAt } = props
  const total = one.counts.doubtful
  const [wanted, setAt] = useState(0)
  const at = Math.max(0, Math.min(wanted, total - 1))
  const from = at - (at % AT_ONCE)
  const { rows } = useRowsAt(one, ['doubtful'], from, AT_ONCE)
  const row = rows?.items[at - from] ?? null
  const go = (next: number) => {
    const to = Math.max(0, Math.min(next, total - 1))
    setAt(to)
    lookAt(rows?.items[to - from]?.line ?? null)
  }
  return (
    <section
      class="import-section"
      id="import-doubtful"
      tabIndex={-1}
      aria-labelledby="import-doubtful-title"
    >
      <header>
        <h3 id="import-doubtful-title">{t('imports.doubtful')}</h3>
        <p>{t('imports.doubtfulLead')}</p>
        {total > 0 && (
          <p class="import-at">
            {t('imports.doubtfulAt', { at: at + 1, total })}
            <button
              type="button"
              aria-label={t('imports.previous')}
              disabled={at === 0}
              onClick={() => go(at - 1)}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={t('imports.next')}
              disabled={at >= total - 1}
              onClick={() => go(at + 1)}
            >
              ↓
            </button>
          </p>
        )}
      </header>
      {one.choices.forRest && (
        <p class="import-for-rest">
          {t('imports.forRest', { kind: t(`imports.decide.${one.choices.forRest.kind}`) })}{' '}
          <button type="button" class="quiet" onClick={() => void desk.change({ forRest: null })}>
            {t('imports.takeBack')}
          </button>
        </p>
      )}
      {total > 0 && !row && <p role="status">{t('imports.rowsComing')}</p>}
      {row && <Doubtful {...props} row={row} at={at} total={total} go={go} />}
      {useMedia('print') && <DoubtfulPrinted {...props} />}
    </section>
  )
}

/** One is worked at after the other; on paper all of them stand. */
function DoubtfulPrinted({ one }: StepProps) {
  const { rows, unprinted } = useRows(one, ['doubtful'], AT_ONCE)
  return (
    <>
      <ul class="import-notes">
        {rows?.items.map(({ line, name, alike: [alike] }) => (
          <li key={line}>
            {t('imports.lineOf', { line })} <Words of={name || '—'} />
            {alike && <Words of={`${t('common.listSeparator')}${optionText(alike)}`} />}
          </li>
        ))}
      </ul>
      {unprinted > 0 && <p>{t('imports.unprinted', { count: unprinted })}</p>}
    </>
  )
}

type DoubtfulProps = StepProps & {
  row: ImportRow
  at: number
  total: number
  go: (next: number) => void
}

function Doubtful({ one, desk, row, at, total, go, lookAt }: DoubtfulProps) {
  const [kept, setDraft] = useState<Draft>(() => freshDraft(row))
  const [isForRest, setForRest] = useState(false)
  const draft = kept.line === row.line ? kept : freshDraft(row)
  const alike = row.alike[draft.alike] ?? row.alike[0]
  const isBusy = desk.isChanging.value || one.state !== 'ready'
  const decide = () => {
    if (isBusy) return
    void desk.change({
      decisions: { [row.line]: decisionOf(draft, row) },
      ...(isForRest ? { forRest: decisionForRest(draft) } : {}),
    })
    setForRest(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target } = event
    const isSelect = target instanceof HTMLSelectElement
    if (isSelect || event.ctrlKey || event.metaKey || event.altKey) return
    // A button that does something else does that.
    if (key === 'Enter' && !(target as HTMLElement).matches('[data-own-enter]')) decide()
    else if (key === 'ArrowDown') go(at + 1)
    else if (key === 'ArrowUp') go(at - 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  if (!alike) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a table
    <div
      class="import-doubtful"
      role="group"
      aria-label={t('imports.doubtfulOf', { line: row.line, name: row.name })}
      onKeyDown={onKeyDown}
      onFocusCapture={() => lookAt(row.line)}
    >
      <FieldTable {...{ row, alike, draft, setDraft }} />
      <div class="import-decide">
        <ChoiceRow
          label={t('imports.decide')}
          options={KINDS.map((kind) => ({ id: kind, words: t(`imports.decide.${kind}`) }))}
          chosen={draft.kind}
          onChoose={(kind) => setDraft({ ...draft, kind })}
        />
        <button type="button" data-own-enter aria-disabled={isBusy} onClick={decide}>
          {t('imports.decideThis')}
        </button>
        {total > 1 && (
          <label class="toggle">
            <input
              type="checkbox"
              checked={isForRest}
              onChange={({ currentTarget }) => setForRest(currentTarget.checked)}
            />
            <span>{t('imports.alsoRest', { count: total - 1 })}</span>
          </label>
        )}
        <span class="import-alike-why">{whyAlike(alike)}</span>
      </div>
    </div>
  )
}

type FieldTableProps = {
  row: ImportRow
  alike: ImportAlike
  draft: Draft
  setDraft: (draft: Draft) => void
}

function FieldTable({ row, alike, draft, setDraft }: FieldTableProps) {
  const there =
    alike.line === null
      ? t('imports.there', { name: say(alike.name) })
      : t('imports.thereInFile', { line: alike.line })
  const shown = alike.fields.filter((field) => field.field === NAME || isDifferent(field))
  const equal = alike.fields.length - shown.length
  return (
    <div class="import-fields">
      <div class="import-fields-head">
        <span />
        <span>
          {row.alike.length > 1 ? (
            <select
              aria-label={t('imports.likeWhich')}
              value={draft.alike}
              onChange={({ currentTarget }) =>
                setDraft({ ...draft, alike: Number(currentTarget.value), fields: {} })
              }
            >
              {row.alike.map((one, index) => (
                <option key={one.id} value={index}>
                  {optionText(one)}
                </option>
              ))}
            </select>
          ) : (
            <Words of={there} />
          )}
        </span>
        <span>{t('imports.inFile', { line: row.line })}</span>
      </div>
      {shown.map((field) => (
        <FieldRow key={field.field} field={field} draft={draft} setDraft={setDraft} />
      ))}
      {equal > 0 && <p class="import-equal">{t('imports.equal', { count: equal })}</p>}
    </div>
  )
}

/** Seen even where both are called the same: it says which rows these are. */
const NAME = 'nameZh'

/** Which one is meant: those of one name are told apart by why they are alike. */
function optionText(alike: ImportAlike): string {
  const { line, name } = alike
  const called =
    line === null
      ? t('imports.there', { name: say(name) })
      : t('imports.thereInFileNamed', { line, name: say(name) })
  return `${called} · ${whyAlike(alike)}`
}

const isDifferent = ({ there, file }: ImportAlike['fields'][number]) =>
  there?.zh !== file?.zh || there?.en !== file?.en

/** Name alike, in the same district, so far apart. */
function whyAlike({ by, likeness, isSameArea, meters }: ImportAlike): string {
  return [
    t(`imports.alike.${by}`, { likeness: likeness.toFixed(2) }),
    ...(isSameArea === null ? [] : [t(isSameArea ? 'imports.sameArea' : 'imports.otherArea')]),
    ...(meters === null ? [] : [t('imports.metersAway', { length: lengthText(meters) })]),
  ].join(' · ')
}
