// Says wherever it matters that a "1" is set, that it is the planner's scenario, and how to undo it.
import '#web/parts/controls/designation.css'
import { nameOf, t } from '#web/messages/index.ts'
import {
  canUndoDesignation,
  designate,
  theOne,
  undoDesignation,
} from '#web/state/region/designation.ts'

export function DesignationNote() {
  const one = theOne.value
  if (one.kind === 'undecided' && !canUndoDesignation.value) return null
  return (
    <div class="designation-note" role="status">
      <p>
        {one.kind === 'designated' ? (
          <>
            <b class="scenario-tag">{t('designation.scenario')}</b>{' '}
            {t('designation.designated', { name: nameOf(one.park.properties) })}
          </>
        ) : (
          t('designation.undecidedAgain')
        )}
      </p>
      <p class="designation-acts">
        {canUndoDesignation.value && (
          <button type="button" onClick={undoDesignation}>
            {t('designation.undo')}
          </button>
        )}
        {one.kind === 'designated' && (
          <button type="button" onClick={() => designate(null)}>
            {t('designation.clear')}
          </button>
        )}
      </p>
    </div>
  )
}
