// What was written, where it is to be seen, and the way back: one step for all of it.
import { useEffect, useState } from 'preact/hooks'
import type { Import, Verdict } from '#geodata/contract/imports.ts'
import { WRITTEN_VERDICTS } from '#geodata/contract/imports.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { problemOf } from '#web/api/client.ts'
import { undoChange } from '#web/api/edits.ts'
import { listImportPlaces } from '#web/api/imports.ts'
import { t } from '#web/messages/index.ts'
import { isSignature, type SignedAct, SignedQuestion } from '#web/panels/editor/signed-question.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { chosenTable } from '#web/state/chosen-table.ts'
import { reloadEdited } from '#web/state/region/lists.ts'
import { NO_IMPORT } from '#web/state/view/imported.ts'
import { changeView, followView } from '#web/state/view/store.ts'
import { ChangedSince } from '#web/workspaces/layout/changes/changed-since.tsx'
import { type Fact, Facts } from '#web/workspaces/layout/import/facts.tsx'
import { cameraOver } from '#web/workspaces/layout/import/import-frames.ts'
import { MendLinks } from '#web/workspaces/layout/import/mend-links.tsx'
import type { StepProps } from '#web/workspaces/layout/import/step-props.ts'
import { isPlaced, openRows, writableRows } from '#web/workspaces/layout/import/step-states.ts'
import { StepTitle } from '#web/workspaces/layout/import/step-title.tsx'
import { tableTitle } from '#web/workspaces/layout/import/table-title.ts'
import {
  undoneLead,
  undoneTitle,
  WritingAhead,
} from '#web/workspaces/layout/import/writing-ahead.tsx'

export function WritingStep(props: StepProps) {
  const { one } = props
  if (one.state === 'writing') {
    return (
      <>
        <StepTitle>{t('imports.state.writing')}</StepTitle>
        <p class="import-progress">
          <progress max={1} value={one.progress} aria-label={t('imports.state.writing')} />
        </p>
      </>
    )
  }
  return one.state === 'written' ? <Written {...props} /> : <WritingAhead {...props} />
}

function Written({ one, desk, taken }: StepProps) {
  const isUndone = taken !== null
  useEffect(() => {
    if (!isUndone) return
    // Its rows are judged again by what is there now: they can be written once more.
    followView({ imported: { id: one.id, step: 'writing' } })
    void desk.change({})
  }, [isUndone])
  const [isAsking, ask] = useState(false)
  const [refused, setRefused] = useState<Problem | null>(null)
  const { changeId } = one
  const table = tableTitle(one.table)
  const changed = refused?.changedSince
  const act = changed ? t('imports.undoRest', { count: changed.left }) : t('imports.undo')
  const undo: SignedAct = async (by) => {
    setRefused(null)
    try {
      await undoChange(changeId ?? '', by, refused?.changedSince !== undefined)
      await reloadEdited(one.table)
      return null
    } catch (error) {
      const problem = problemOf(error)
      if (problem.errors?.some(({ pointer }) => isSignature(pointer))) return problem
      setRefused(problem)
      return null
    }
  }
  return (
    <>
      <StepTitle>
        {taken
          ? undoneTitle(one, taken)
          : t('imports.written', { count: writableRows(one), table })}
      </StepTitle>
      <p class="lead">{taken ? undoneLead(taken) : t('imports.writtenLead')}</p>
      <Facts of={countFacts(one)} />
      {refused && (
        <p role="alert" class="import-alert">
          {problemText(refused)}
        </p>
      )}
      {changed && <ChangedSince {...changed} />}
      {isAsking && !isUndone ? (
        <SignedQuestion
          act={act}
          why={t('imports.undoWhy', { file: one.fileName })}
          onAct={undo}
          onClose={() => ask(false)}
          cancel={t('imports.leaveIt')}
        />
      ) : (
        <p class="acts import-after">
          {isPlaced(one) && !isUndone && (
            <button type="button" onClick={() => void showOnMap(one)}>
              {t('imports.toMap')}
            </button>
          )}
          <button type="button" onClick={() => changeView({ layoutView: 'changes' })}>
            {t('imports.toChanges')}
          </button>
          {!isUndone && changeId !== null && (
            <button type="button" onClick={() => ask(true)}>
              {act}
            </button>
          )}
        </p>
      )}
      {openRows(one) > 0 && !isUndone && <LeftToMend one={one} />}
    </>
  )
}

const MOST_FRAMED = 2000
const FRAMED_WITHIN_MILLISECONDS = 3000

/** The map of the page, looking at what was written; where that is not told, at what it looked at before. */
async function showOnMap({ id, choices }: Import): Promise<void> {
  const places = await listImportPlaces(
    id,
    choices.system,
    MOST_FRAMED,
    AbortSignal.timeout(FRAMED_WITHIN_MILLISECONDS),
  ).catch(() => null)
  const written = (places?.items ?? []).filter(
    ({ verdict }) => verdict !== null && WRITTEN_VERDICTS.includes(verdict),
  )
  const camera = cameraOver(written.map(({ lngLat }) => lngLat))
  changeView({ layoutView: 'map', ...(camera ? { camera } : {}) })
}

function countFacts({ counts }: Import): Fact[] {
  const shown: readonly Verdict[] = [...WRITTEN_VERDICTS, 'same', 'skipped', 'doubtful', 'refused']
  return shown
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => [
      t(`imports.verdict.${verdict}`),
      t('imports.rowsOf', { count: counts[verdict] }),
    ])
}

/** Rows that were not written: mended in a workbook they come in again. */
function LeftToMend({ one }: { one: Import }) {
  const again = () => {
    chosenTable.value = one.table
    changeView({ imported: NO_IMPORT })
  }
  return (
    <section>
      <h3>{t('imports.left', { count: openRows(one) })}</h3>
      <p>{t('imports.leftLead')}</p>
      <p class="acts">
        <MendLinks one={one} />
        <button type="button" onClick={again}>
          {t('imports.mended')}
        </button>
      </p>
    </section>
  )
}
