// All rows of a comparison, group by group: in each the criteria first, then what they are made of.

import type { Columns } from '#geodata/analysis/decision/table/columns.ts'
import { criterionRows, needRows } from '#geodata/analysis/decision/table/criterion-rows.ts'
import { recordRows } from '#geodata/analysis/decision/table/record-rows.ts'
import {
  hubRows,
  inputRows,
  plantRows,
  platformRows,
} from '#geodata/analysis/decision/table/way-rows.ts'
import { ROW_GROUPS, type Row } from '#geodata/contract/processes/comparison.ts'

export function tableOf(columns: Columns): Row[] {
  const rows = [
    ...criterionRows(columns),
    ...needRows(columns),
    ...plantRows(columns),
    ...inputRows(columns),
    ...hubRows(columns),
    ...platformRows(columns),
    ...recordRows(columns),
  ]
  return ROW_GROUPS.flatMap((group) => rows.filter((row) => row.group === group))
}
