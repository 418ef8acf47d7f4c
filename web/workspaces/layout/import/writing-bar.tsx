// At the foot: what is to be mended as a workbook, and writing all or what was accepted, signed.
import { useState } from 'preact/hooks'
import type { Import, ImportWriting } from '#geodata/contract/imports.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { t } from '#web/messages/index.ts'
import { isSignature, type SignedAct, SignedQuestion } from '#web/panels/editor/signed-question.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'
import { MendLinks } from '#web/workspaces/layout/import/mend-links.tsx'
import {
  asksClass,
  isSystemOpen,
  openRows,
  valuesToFill,
  writableRows,
} from '#web/workspaces/layout/import/step-states.ts'
import { tableTitle } from '#web/workspaces/layout/import/table-title.ts'

type Wanted = ImportWriting['rows']

export function WritingBar({ one, desk }: { one: Import; desk: ImportDesk }) {
  const [asked, ask] = useState<Wanted | null>(null)
  const [refused, setRefused] = useState<Problem | null>(null)
  const { state } = one
  if (state === 'written' || state === 'writing') return null
  const ready = writableRows(one)
  const waiting = openRows(one)
  const write: SignedAct = async (by) => {
    if (asked === null) return null
    setRefused(null)
    const problem = await desk.write(asked, by)
    if (problem?.errors?.some(({ pointer }) => isSignature(pointer))) return problem
    setRefused(problem)
    return null
  }
  const held = reasonAgainst(one)
  return (
    <footer class="import-foot">
      {refused && (
        <p role="alert" class="import-alert">
          {problemText(refused)}
        </p>
      )}
      {asked && held === null && (
        <div class="import-sign">
          <h2>
            {t('imports.signTitle', {
              count: ready,
              table: tableTitle(one.table),
            })}
          </h2>
          {isClassless(one) && <p>{t('imports.signNoClass')}</p>}
          <SignedQuestion
            key={asked}
            act={t('imports.writeNow', { count: ready })}
            why={t('imports.why', { file: one.fileName, count: ready })}
            onAct={write}
            onClose={() => ask(null)}
            cancel={t('imports.leaveIt')}
          />
        </div>
      )}
      <p class="import-foot-words">
        <b>{t('imports.whole')}</b>
        <span>{t('imports.wholeLead')}</span>
      </p>
      <MendLinks one={one} />
      <ActButton
        words={waiting > 0 ? t('imports.writeWhole') : t('imports.writeAll', { count: ready })}
        reason={held ?? (waiting > 0 ? t('imports.stillOpen', { count: waiting }) : null)}
        isFirst={waiting === 0}
        isNothing={ready === 0}
        onAct={() => ask('all')}
      />
      {waiting > 0 && (
        <ActButton
          words={t('imports.writeAccepted', { count: ready })}
          reason={held}
          isFirst
          isNothing={ready === 0}
          onAct={() => ask('accepted')}
        />
      )}
    </footer>
  )
}

/** The file says of no kind its source is, and somebody chose that there is none. */
const isClassless = (one: Import) => one.choices.evidence.sourceClass === 'none' && asksClass(one)

/** Why nothing can be written yet; null: it can. */
function reasonAgainst(one: Import): string | null {
  if (one.state === 'judging') return t('imports.heldJudging')
  const toFill = valuesToFill(one)
  if (toFill > 0) return t('imports.heldColumns', { count: toFill })
  return isSystemOpen(one) ? t('imports.heldSystem') : null
}

type ActButtonProps = {
  words: string
  /** Why it cannot be done; null: it can. */
  reason: string | null
  isFirst: boolean
  isNothing: boolean
  onAct: () => void
}

/** What cannot be done stays reachable, and says why. */
function ActButton({ words, reason, isFirst, isNothing, onAct }: ActButtonProps) {
  const why = isNothing && reason === null ? t('imports.heldNothing') : reason
  return (
    <button
      type="button"
      class={isFirst && why === null ? 'primary import-act' : 'import-act'}
      data-held={why !== null}
      aria-disabled={why !== null}
      onClick={() => {
        if (why === null) onAct()
      }}
    >
      <span>{words}</span>
      {why && <small>{why}</small>}
    </button>
  )
}
