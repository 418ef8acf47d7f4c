// How far has each firm come, as far as somebody recorded it?
import { useEffect, useState } from 'preact/hooks'
import type { TransformationStage } from '#geodata/contract/editable/companies.ts'
import { ask } from '#web/api/client.ts'
import { edits } from '#web/state/region/lists.ts'

/** The recorded stage of a firm, by the firm's id. */
export type Recorded = ReadonlyMap<string, { rowId: string; stage: TransformationStage }>

type StageRow = {
  id: string
  properties: { companyId: string | null; transformationStage: TransformationStage }
}

export function useRecorded(): Recorded {
  const [rows, setRows] = useState<StageRow[]>([])
  useEffect(() => {
    // Without an answer every stage stays unknown, which is what is then true of the page.
    ask<{ features: StageRow[] }>('/api/collections/transformations/items?limit=10000').then(
      ({ features }) => setRows(features),
      () => setRows([]),
    )
  }, [edits.value])
  return new Map(
    rows.flatMap(({ id, properties: { companyId, transformationStage } }) =>
      companyId ? [[companyId, { rowId: id, stage: transformationStage }] as const] : [],
    ),
  )
}
