// A file of somebody's own, taken in: read, its columns and coordinates understood, its rows judged, written as one.
import '#web/panels/editor/editor.css'
import '#web/parts/controls/print.css'
import '#web/workspaces/layout/import/import.css'
import '#web/workspaces/layout/import/import-rows.css'
import '#web/workspaces/layout/import/import-place.css'
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Import } from '#geodata/contract/imports.ts'
import { t } from '#web/messages/index.ts'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { type ImportStepId, NO_IMPORT } from '#web/state/view/imported.ts'
import { changeView, followView, view } from '#web/state/view/store.ts'
import { ColumnsStep } from '#web/workspaces/layout/import/columns-step.tsx'
import { CoordinatesStep } from '#web/workspaces/layout/import/coordinates-step.tsx'
import { FileStep } from '#web/workspaces/layout/import/file-step.tsx'
import { type ImportDesk, importDesk } from '#web/workspaces/layout/import/import-desk.ts'
import { ImportStart } from '#web/workspaces/layout/import/import-start.tsx'
import { ImportSteps, stepText } from '#web/workspaces/layout/import/import-steps.tsx'
import { PlacePane } from '#web/workspaces/layout/import/place-pane.tsx'
import { readyTitle } from '#web/workspaces/layout/import/ready-words.ts'
import {
  mappingToOffer,
  rememberMapping,
} from '#web/workspaces/layout/import/remembered-mapping.ts'
import { RowsStep } from '#web/workspaces/layout/import/rows-step.tsx'
import { useStepFocus } from '#web/workspaces/layout/import/step-focus.ts'
import type { StepProps } from '#web/workspaces/layout/import/step-props.ts'
import { isPlaced, stepsOf, waitingStep } from '#web/workspaces/layout/import/step-states.ts'
import { StepTurn } from '#web/workspaces/layout/import/step-turn.tsx'
import { useReload } from '#web/workspaces/layout/import/use-reload.ts'
import { useTakenBack } from '#web/workspaces/layout/import/use-taken-back.ts'
import { WritingBar } from '#web/workspaces/layout/import/writing-bar.tsx'
import { WritingStep } from '#web/workspaces/layout/import/writing-step.tsx'

export function ImportBoard() {
  const { id } = view.value.imported
  const isFirst = useRef(true)
  return id === null ? (
    <ImportStart isFirst={isFirst} />
  ) : (
    <OpenImport key={id} id={id} isFirst={isFirst} />
  )
}

type FirstProps = { isFirst: RefObject<boolean> }

function OpenImport({ id, isFirst }: FirstProps & { id: string }) {
  const [desk] = useState(() => importDesk(id))
  useEffect(() => desk.stop, [])
  const one = desk.one.value
  const problem = desk.problem.value
  if (one) return <ImportDeskView one={one} desk={desk} isFirst={isFirst} />
  return (
    <div class="import-board is-empty">
      {problem ? (
        <div class="site-failed" role="alert">
          <h1>{t(problem.status === 404 ? 'imports.gone' : 'imports.notRead')}</h1>
          <p>{problemText(problem)}</p>
          <p class="acts">
            <button type="button" onClick={desk.again}>
              {t('common.retry')}
            </button>
            <button
              type="button"
              class="primary"
              onClick={() => changeView({ imported: NO_IMPORT })}
            >
              {t('imports.another')}
            </button>
          </p>
        </div>
      ) : (
        <p role="status">{t('imports.opening')}</p>
      )}
    </div>
  )
}

const STEP_VIEWS = {
  file: FileStep,
  columns: ColumnsStep,
  coordinates: CoordinatesStep,
  rows: RowsStep,
  writing: WritingStep,
} satisfies Record<ImportStepId, (props: StepProps) => unknown>

type DeskViewProps = FirstProps & { one: Import; desk: ImportDesk }

function ImportDeskView({ one, desk, isFirst }: DeskViewProps) {
  const [lookedAt, lookAt] = useState<number | null>(null)
  const [tried, tryOut] = useState<string | null>(null)
  const { id, step: chosen } = view.value.imported
  const steps = stepsOf(one)
  const waiting = waitingStep(one)
  const held = useHeldStep(one.state === 'ready' ? waiting : null)
  const step = steps.find((known) => known === chosen) ?? held ?? waiting
  const Step = STEP_VIEWS[step]
  const main = useRef<HTMLElement>(null)
  const isChosen = step === chosen
  useStepFocus({ within: main, step, state: one.state, isChosen, isFirst })
  useAnnounced(stepText(steps, step))
  useAnnounced(saidOf(one))
  useRemembered(one, desk)
  useReload(one)
  const isWritten = one.state === 'writing' || one.state === 'written'
  useEffect(() => {
    // What was looked at before it is written is not what is looked at then.
    if (isWritten) followView({ imported: { id, step: null } })
  }, [isWritten])
  const withPlaces = isPlaced(one) && one.state !== 'reading' && one.state !== 'refused'
  const problem = desk.problem.value
  const taken = useTakenBack(one)
  const asked: StepProps = { one, desk, lookedAt, lookAt, tried, tryOut, taken }
  return (
    <div class="import-board" data-places={withPlaces} aria-busy={one.state === 'judging'}>
      <ImportSteps one={one} desk={desk} taken={taken} steps={steps} open={step} />
      <section class="import-main" ref={main} aria-label={t(`imports.step.${step}`)}>
        {problem && (
          <p role="alert" class="import-alert">
            {problemText(problem)}{' '}
            <button type="button" class="quiet" onClick={desk.again}>
              {t('common.retry')}
            </button>
          </p>
        )}
        <Step {...asked} />
        {(one.state === 'ready' || one.state === 'judging' || one.state === 'written') && (
          <StepTurn one={one} steps={steps} step={step} />
        )}
      </section>
      {withPlaces && <PlacePane {...asked} withWords={step !== 'coordinates'} />}
      {one.state !== 'reading' && one.state !== 'refused' && <WritingBar one={one} desk={desk} />}
    </div>
  )
}

/** The step that waited first stays in sight while it is worked at: nothing moves away under the hand. */
function useHeldStep(waiting: ImportStepId | null): ImportStepId | null {
  const held = useRef<ImportStepId | null>(null)
  held.current = waiting && (held.current ?? waiting)
  return held.current
}

/** What was matched by hand with an earlier file holds for this one too. */
function useRemembered(one: Import, desk: ImportDesk): void {
  const [isOffered, setOffered] = useState(false)
  useEffect(() => {
    if (isOffered || one.state !== 'ready') return
    setOffered(true)
    const offered = mappingToOffer(one)
    if (!offered) return
    rememberMapping(one.table, offered)
    void desk.change({ mapping: { ...one.choices.mapping, ...offered } })
  }, [one.state])
}

/** Said once to those who do not see how far it is. */
function saidOf(one: Import): string {
  if (one.state !== 'ready') return t(`imports.state.${one.state}`)
  return readyTitle(one)
}
