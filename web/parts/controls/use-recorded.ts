// How far has each firm come, as far as it is recorded?
import type { TransformationStage } from '#geodata/contract/editable/companies.ts'
import { inSight } from '#web/api/asked.ts'
import { listFeatures } from '#web/api/client.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { edits } from '#web/state/region/lists.ts'

/** The recorded stage of a firm, by the firm's id. */
export type Recorded = ReadonlyMap<string, { rowId: string; stage: TransformationStage }>

type StageRow = {
  id: string
  properties: { companyId: string | null; transformationStage: TransformationStage }
}

export function useRecorded(): Recorded {
  const { answer } = useAnswer(
    (signal) => listFeatures<StageRow>('transformations', signal),
    String(edits.value),
  )
  // Without an answer every stage stays unknown, which is what is then true of the page.
  const rows = inSight(answer) ?? []
  return new Map(
    rows.flatMap(({ id, properties: { companyId, transformationStage } }) =>
      companyId ? [[companyId, { rowId: id, stage: transformationStage }] as const] : [],
    ),
  )
}
