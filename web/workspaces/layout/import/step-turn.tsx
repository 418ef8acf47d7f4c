// To the step before and the next one. One that asks for something is not left by "next": what it asks has the focus.
import type { Import } from '#geodata/contract/imports.ts'
import { t } from '#web/messages/index.ts'
import { announce } from '#web/parts/focus/announcer.tsx'
import type { ImportStepId } from '#web/state/view/imported.ts'
import { changeView } from '#web/state/view/store.ts'
import { namesToFill } from '#web/workspaces/layout/import/ready-words.ts'

type StepTurnProps = { one: Import; steps: readonly ImportStepId[]; step: ImportStepId }

export function StepTurn({ one, steps, step }: StepTurnProps) {
  const [before, after] = [steps[steps.indexOf(step) - 1], steps[steps.indexOf(step) + 1]]
  const asked = step === 'columns' && one.state !== 'written' ? namesToFill(one) : ''
  const go = (to: ImportStepId) => changeView({ imported: { id: one.id, step: to } })
  const goOn = (to: ImportStepId) => {
    if (asked === '') return go(to)
    announce(t('imports.nextAsks', { names: asked }))
    document.querySelector<HTMLElement>('.import-fixed [aria-invalid="true"]')?.focus()
  }
  return (
    <p class="import-turn">
      {before && (
        <button type="button" onClick={() => go(before)}>
          {t('imports.previous.step', { step: t(`imports.step.${before}`) })}
        </button>
      )}
      {after && (
        <button
          type="button"
          class="import-next"
          aria-describedby={asked ? 'import-next-asks' : undefined}
          onClick={() => goOn(after)}
        >
          {t('imports.next.step', { step: t(`imports.step.${after}`) })}
        </button>
      )}
      {asked && <small id="import-next-asks">{t('imports.nextAsks', { names: asked })}</small>}
    </p>
  )
}
