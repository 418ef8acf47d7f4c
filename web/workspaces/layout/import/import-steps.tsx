// The steps of an import, each with what has come of it; and whence the whole file is known.
import type { ComponentChildren } from 'preact'
import type { Import } from '#geodata/contract/imports.ts'
import { t } from '#web/messages/index.ts'
import { useMedia } from '#web/parts/controls/use-media.ts'
import { Words } from '#web/parts/words/words.tsx'
import { type ImportStepId, NO_IMPORT } from '#web/state/view/imported.ts'
import { changeView } from '#web/state/view/store.ts'
import type { TakenBack } from '#web/workspaces/layout/changes/undone.ts'
import { ConfirmedForget } from '#web/workspaces/layout/import/confirmed-forget.tsx'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'
import { SourceForm } from '#web/workspaces/layout/import/source-form.tsx'
import { stepLines } from '#web/workspaces/layout/import/step-lines.ts'
import { isTakenBack, type StepState, stateOf } from '#web/workspaces/layout/import/step-states.ts'
import { tableTitle } from '#web/workspaces/layout/import/table-title.ts'

type StepsProps = {
  one: Import
  desk: ImportDesk
  steps: readonly ImportStepId[]
  open: ImportStepId
  taken: TakenBack | null
}

export function ImportSteps({ one, desk, steps, open, taken }: StepsProps) {
  const choose = (step: ImportStepId) => changeView({ imported: { id: one.id, step } })
  return (
    <aside class="import-side" aria-label={t('imports.steps')}>
      <header>
        <p class="crumb">
          <button type="button" class="quiet" onClick={() => changeView({ imported: NO_IMPORT })}>
            {t('imports.back')}
          </button>
        </p>
        <h1>{t('imports.of', { table: tableTitle(one.table) })}</h1>
        <p class="lead">
          {taken && taken.left > 0
            ? t('imports.leadUndonePart', { left: taken.left })
            : t(
                one.state === 'written'
                  ? 'imports.leadWritten'
                  : isTakenBack(one)
                    ? 'imports.leadUndone'
                    : 'imports.lead',
              )}
        </p>
      </header>
      <Fold
        isFolded={useMedia(NARROW)}
        at={open}
        words={`${stepText(steps, open)} · ${t('imports.source')}`}
      >
        <ol class="import-steps">
          {steps.map((step) => (
            <li key={step}>
              <button
                type="button"
                aria-current={step === open ? 'step' : undefined}
                onClick={() => choose(step)}
              >
                <StepMark state={stateOf(step, one)} isOpen={step === open} />
                <b>{t(`imports.step.${step}`)}</b>
                <span class="visually-hidden">{t(`imports.stepState.${stateOf(step, one)}`)}</span>
                <span class="import-lines">
                  {stepLines(step, one).map((line) => (
                    <span key={line} class="import-step-line">
                      <Words of={line} />
                    </span>
                  ))}
                </span>
              </button>
            </li>
          ))}
        </ol>
        <div class="import-side-foot">
          {one.state !== 'reading' && one.state !== 'refused' && (
            <SourceForm one={one} desk={desk} />
          )}
          <ConfirmedForget one={one} desk={desk} />
        </div>
      </Fold>
    </aside>
  )
}

/** "Step 2 of 5: Columns". */
export const stepText = (steps: readonly ImportStepId[], step: ImportStepId) =>
  t('imports.stepAt', {
    at: steps.indexOf(step) + 1,
    all: steps.length,
    step: t(`imports.step.${step}`),
  })

/** Where there is no room beside what a step asks, the steps do not come before it. */
const NARROW = '(max-width: 1180px)'

type FoldProps = {
  isFolded: boolean /** Folded again at each step. */
  at: string
  words: string
  children: ComponentChildren
}

function Fold({ isFolded, at, words, children }: FoldProps) {
  if (!isFolded) return <>{children}</>
  return (
    <details key={at} class="import-fold">
      <summary>{words}</summary>
      {children}
    </details>
  )
}

/** Ticked: done; half: waits for somebody; dashed: its turn has not come; a dot: it is looked at. */
function StepMark({ state, isOpen }: { state: StepState; isOpen: boolean }) {
  return (
    <svg class="import-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {state === 'done' && <circle class="full" cx="10" cy="10" r="9" />}
      {state !== 'done' && <circle class={state} cx="10" cy="10" r="8.2" />}
      {state === 'half' && <path class="full" d="M10 1.8a8.200 8.200 0 000 16.400z" />}
      {state === 'done' && !isOpen && <path class="tick" d="M5.500 10.300l3 3 6-6.300" />}
      {isOpen && <circle class="dot" data-on={state} cx="10" cy="10" r="3.600" />}
    </svg>
  )
}
