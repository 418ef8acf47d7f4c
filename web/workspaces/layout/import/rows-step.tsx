// Row by row: how many can be written now, what waits for somebody, and what becomes of each.
import type { Import, Verdict } from '#geodata/contract/imports.ts'
import { t } from '#web/messages/index.ts'
import { systemName } from '#web/workspaces/layout/import/coordinate-words.ts'
import { DoubtfulRows } from '#web/workspaces/layout/import/doubtful-rows.tsx'
import { isPerhapsOtherTable, OtherTable } from '#web/workspaces/layout/import/other-table.tsx'
import { readyTitle } from '#web/workspaces/layout/import/ready-words.ts'
import {
  ChangedRows,
  PlainRows,
  RefusedRows,
  TidiedRows,
} from '#web/workspaces/layout/import/row-tables.tsx'
import type { StepProps } from '#web/workspaces/layout/import/step-props.ts'
import { isSystemOpen } from '#web/workspaces/layout/import/step-states.ts'
import { StepTitle } from '#web/workspaces/layout/import/step-title.tsx'

/** In the order of the bar: what is written, then what waits, then what stays as it is. */
const SHOWN: readonly Verdict[] = [
  'new',
  'tidied',
  'changed',
  'doubtful',
  'refused',
  'same',
  'skipped',
]

export function RowsStep(props: StepProps) {
  const { one, desk } = props
  const { rows } = one.counts
  if (one.state === 'judging' && rows === 0) {
    return (
      <>
        <StepTitle>{t('imports.state.judging')}</StepTitle>
        <Judging one={one} />
      </>
    )
  }
  return (
    <div class="import-rows" data-judging={one.state === 'judging'}>
      <StepTitle>{readyTitle(one)}</StepTitle>
      <p class="lead">{readAs(one)}</p>
      {one.state === 'judging' && <Judging one={one} />}
      <VerdictBar one={one} />
      {isPerhapsOtherTable(one) && <OtherTable one={one} />}
      {(one.counts.doubtful > 0 || one.choices.forRest !== null) && <DoubtfulRows {...props} />}
      <RefusedRows {...props} />
      <TidiedRows {...props} />
      <ChangedRows {...props} />
      <PlainRows {...props} verdict="new" />
      <PlainRows {...props} verdict="same" />
      <PlainRows {...props} verdict="skipped" />
      {rows === 0 && <p class="none">{t('imports.noRows')}</p>}
      {desk.isChanging.value && <p class="visually-hidden">{t('imports.state.judging')}</p>}
    </div>
  )
}

function Judging({ one }: { one: Import }) {
  return (
    <p class="import-progress">
      <progress max={1} value={one.progress} aria-label={t('imports.state.judging')} />
      <span role="status">{t('imports.state.judging')}</span>
    </p>
  )
}

function readAs(one: Import): string {
  const { answer, systems, others } = one.coordinates
  if (answer === 'none') return t('imports.readWithout')
  if (isSystemOpen(one)) return t('imports.readOpen')
  const found = [...systems, ...others].find(({ key }) => key === one.choices.system)
  return found ? t('imports.readAs', { system: systemName(found) }) : t('imports.readWithout')
}

function VerdictBar({ one }: { one: Import }) {
  const shown = SHOWN.filter((verdict) => one.counts[verdict] > 0)
  return (
    <>
      <div class="import-bar" aria-hidden="true">
        {shown.map((verdict) => (
          <i key={verdict} data-verdict={verdict} style={{ flexGrow: one.counts[verdict] }} />
        ))}
      </div>
      <ul class="import-legend">
        {shown.map((verdict) => (
          <li key={verdict}>
            <a
              href={`#import-${verdict}`}
              onClick={(event) => {
                event.preventDefault()
                const section = document.getElementById(`import-${verdict}`)
                section?.scrollIntoView({ block: 'start' })
                section?.focus()
              }}
            >
              <i data-verdict={verdict} aria-hidden="true" />
              {t(`imports.verdict.${verdict}`)} <b>{one.counts[verdict]}</b>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
