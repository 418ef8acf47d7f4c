// May the place of a row be saved as it came? (geodata/analysis/place)
import type { Context } from 'hono'
import { doubtWords, placeDoubts } from '#geodata/analysis/place/place-doubts.ts'
import { placeQuestion } from '#geodata/analysis/place/place-question.ts'
import type { AnyDraft, EditableId } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { Deps } from '#server/deps.ts'
import { flag } from '#server/http/flag.ts'
import { ProblemError } from '#server/http/problem.ts'
import { knownGround } from '#server/region/known-ground.ts'

type Judge = (draft: AnyDraft, present: RowFeature | null) => AnyDraft

/**
 * Gives drafts back as they are and names their doubts in Atlas-Doubts; throws a 422 for a place outside
 * the region that is not said to be meant.
 */
export async function placeJudge(
  c: Context,
  { store, region }: Deps,
  collection: EditableId,
): Promise<Judge> {
  const ground = await knownGround(store, region)
  const isMeant = flag(c, 'outside')
  return (draft, present) => {
    const question = placeQuestion(collection, draft, present, region.facts.parks)
    const doubts = question ? placeDoubts(question, ground) : []
    const outside = doubts.find(({ kind }) => kind === 'outside')
    if (outside && !isMeant) {
      const { zh, en } = doubtWords(outside)
      throw new ProblemError(
        422,
        `${en} Change the place, or say that it is right and save.`,
        `${zh}请修改位置，或确认位置无误后保存。`,
        [{ pointer: '/geometry', detail: en, detailZh: zh }],
        {},
        { confirmedBy: '?outside=true' },
      )
    }
    if (doubts.length > 0) c.header('Atlas-Doubts', doubts.map(({ kind }) => kind).join(', '))
    return draft
  }
}
