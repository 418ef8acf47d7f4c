// What becomes of a project that is moved: one signed change of its row, which the history undoes.
import { signal } from '@preact/signals'
import type { Prospect } from '#geodata/analysis/prospects/prospect.ts'
import { movedTo } from '#geodata/analysis/prospects/stage-step.ts'
import type { ProspectStage } from '#geodata/contract/editable/prospects.ts'
import { problemOf } from '#web/api/client.ts'
import { type By, readRow, type StoredRow, saveRow } from '#web/api/edits.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { lastChange } from '#web/panels/editor/editing.ts'
import { announce } from '#web/parts/focus/announcer.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { reloadEdited } from '#web/state/region/lists.ts'

const PROSPECTS = 'prospects'

/** The project that was moved last: the keyboard follows it into its new column. */
export const movedLast = signal<string | null>(null)

export type Move = { stage: ProspectStage; date: string | null; by: By }

export const readProspect = (id: string) => readRow(PROSPECTS, id)

/** `seen`: the row as it was when the move was begun. The words of the refusal; null: it is moved. */
export async function moveProspect(
  shown: Prospect,
  seen: Promise<StoredRow>,
  { stage, date, by }: Move,
): Promise<string | null> {
  try {
    const { feature, etag } = await seen
    const row = feature.properties as Prospect['properties']
    if (row.stage !== shown.properties.stage) return await conflict()
    const properties = movedTo(row, stage, date)
    const { changeId } = await saveRow(
      PROSPECTS,
      { type: 'Feature', geometry: null, properties },
      by,
      { id: shown.id, etag },
    )
    movedLast.value = shown.id
    lastChange.value = { changeId, collection: PROSPECTS }
    announce(t('pool.moved', { name: nameOf(row), stage: t(`records.stage.${stage}`) }))
    await reloadEdited(PROSPECTS)
    return null
  } catch (error) {
    const problem = problemOf(error)
    return problem.status === 412 ? await conflict() : problemText(problem)
  }
}

async function conflict(): Promise<string> {
  await reloadEdited(PROSPECTS)
  return t('pool.conflict')
}
