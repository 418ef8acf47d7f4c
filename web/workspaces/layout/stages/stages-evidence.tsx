// What is known of one park and one criterion, from where, and how to correct or add to it?

import type { Park } from '#geodata/contract/collections.ts'
import { say, t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'
import type { StageCell } from '#web/workspaces/layout/stages/stages-known.ts'

export function StagesEvidence({ park, cell }: { park: Park; cell: StageCell }) {
  const { criterion, evidence, shown } = cell
  const { testZh, testEn, basis, clauseZh, note } = criterion.properties
  return (
    <div class="stages-evidence">
      <p>
        <b>{t(`stages.shown.${shown}`)}</b>
        {': '}
        <Words of={evidence?.properties.evidenceZh ?? t('stages.nothing')} />
      </p>
      {evidence && (
        <p class="site-note">
          {evidence.properties.note && (
            <>
              <Words of={evidence.properties.note} /> ·{' '}
            </>
          )}
          {t('stages.asOf', {
            date: evidence.properties.asOf
              ? dateText(evidence.properties.asOf)
              : t('common.unknown'),
          })}{' '}
          ·{' '}
          <span title={inReadersWords(evidence.properties.source)}>
            <Words of={shortSource(evidence.properties.source)} />
          </span>{' '}
          · {t(`progress.confidence_${evidence.properties.confidence}`)}
        </p>
      )}
      <p class="site-note">
        {t('stages.test', { test: say({ zh: testZh, en: testEn }) })} · {t(`stages.basis.${basis}`)}
        {clauseZh && <Words of={` · “${clauseZh}”`} />}
        {note && <Words of={` · ${note}`} />}
      </p>
      <p>
        <button
          type="button"
          onClick={() =>
            void openEditor({
              collection: 'stage-evidence',
              ...(evidence
                ? { id: evidence.id }
                : { preset: { parkId: park.properties.id, criterionId: criterion.id } }),
            })
          }
        >
          {evidence ? t('stages.correct') : t('stages.add')}
        </button>
      </p>
    </div>
  )
}
