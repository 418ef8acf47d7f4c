// Before anything is written: how many rows become what, by which source, and what undoing it would do.
import type { Import, Verdict } from '#geodata/contract/imports.ts'
import { t } from '#web/messages/index.ts'
import { DOTS } from '#web/panels/inspector/facts-parts.tsx'
import { Words } from '#web/parts/words/words.tsx'
import type { TakenBack } from '#web/workspaces/layout/changes/undone.ts'
import { type Fact, Facts } from '#web/workspaces/layout/import/facts.tsx'
import { doneBefore } from '#web/workspaces/layout/import/ready-words.ts'
import { sourceText } from '#web/workspaces/layout/import/source-form.tsx'
import { coordinateLines } from '#web/workspaces/layout/import/step-lines.ts'
import type { StepProps } from '#web/workspaces/layout/import/step-props.ts'
import { isPlaced, writableRows } from '#web/workspaces/layout/import/step-states.ts'
import { StepTitle } from '#web/workspaces/layout/import/step-title.tsx'
import { tableTitle } from '#web/workspaces/layout/import/table-title.ts'

/** Rows that were changed since were not taken back. */
export const undoneTitle = ({ table }: Pick<Import, 'table'>, { back, left }: TakenBack) =>
  t(left > 0 ? 'imports.undonePart' : 'imports.undone', { table: tableTitle(table), back, left })

export const undoneLead = ({ left }: TakenBack) =>
  t(left > 0 ? 'imports.undonePartLead' : 'imports.undoneLead')

export function WritingAhead({ one, taken }: Pick<StepProps, 'one' | 'taken'>) {
  const table = tableTitle(one.table)
  const before = doneBefore(one)
  const count = writableRows(one)
  return (
    <>
      <StepTitle>
        {taken
          ? undoneTitle(one, taken)
          : t(before === null ? 'imports.ahead' : 'imports.aheadBefore', {
              count,
              table,
              before: before ?? '',
            })}
      </StepTitle>
      {taken && <p class="lead">{undoneLead(taken)}</p>}
      {before === null && <p class="lead">{t('imports.writingLead', { count })}</p>}
      {/* Else the heading says it. */}
      {before !== null && taken && (
        <p class="lead">{t('imports.writingBefore', { count, before })}</p>
      )}
      <h3>{t('imports.intoTable', { table })}</h3>
      <Facts of={rowFacts(one)} />
      <h3>{t('imports.knownFrom')}</h3>
      <Facts of={sourceFacts(one)} />
      <h3>{t('imports.undoAhead')}</h3>
      <p class="lead">{undoText(one)}</p>
    </>
  )
}

/** Added, changed, and left out, each verdict by its own name. */
function rowFacts({ counts }: Import): Fact[] {
  const { tidied, changed } = counts
  const added = counts.new + tidied
  const left: readonly Verdict[] = ['same', 'skipped', 'doubtful', 'refused']
  return [
    [
      t('imports.added'),
      tidied > 0 ? t('imports.addedTidied', { count: added, tidied }) : rows(added),
    ],
    [t('imports.verdict.changed'), rows(changed)],
    [
      t('imports.leftOut'),
      left
        .filter((verdict) => counts[verdict] > 0)
        .map((verdict) => `${t(`imports.verdict.${verdict}`)} ${counts[verdict]}`)
        .join(t('common.listSeparator')) || rows(0),
    ],
  ]
}

const rows = (count: number) => t('imports.rowsOf', { count })

function sourceFacts(one: Import): Fact[] {
  const { date, sourceClass, confidence } = one.choices.evidence
  const inFile = (name: string) => one.headers.find(({ column }) => column === name)?.header
  const byRow = (name: string, else_: string) => {
    const header = inFile(name)
    return header === undefined ? else_ : t('imports.sourceByRow', { header })
  }
  const named = sourceClass ? t(`editor.sourceClass.${sourceClass}`) : t('imports.notChosen')
  return [
    [t('imports.source'), <Words of={sourceText(one)} />],
    [t('imports.sourceWhen'), byRow('asOf', date || t('imports.noDate'))],
    [t('imports.sourceClass'), byRow('sourceClass', named)],
    [
      t('common.confidence'),
      <>
        <span aria-hidden="true">{DOTS[confidence]}</span> {t(`common.confidence.${confidence}`)}
      </>,
    ],
    ...(isPlaced(one)
      ? [
          [
            t('imports.places'),
            coordinateLines(one).map((line) => <p key={line}>{line}</p>),
          ] as const,
        ]
      : []),
  ]
}

function undoText({ counts }: Import): string {
  return t('imports.undoAheadText', {
    added: counts.new + counts.tidied,
    changed: counts.changed,
  })
}
