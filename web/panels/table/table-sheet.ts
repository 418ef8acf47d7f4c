// A list as a file for a spreadsheet.
import type { Sheet } from '#geodata/formats/export/format.ts'
import { t } from '#web/messages/index.ts'
import { creditLines } from '#web/panels/basemaps/map-credits.ts'
import { cellsOf } from '#web/panels/table/list-table.tsx'
import type { List, ListRow } from '#web/panels/table/table-lists.ts'

/** The list with its ids, places and sources. */
export function sheetOf({ head }: List, rows: readonly ListRow[]): Sheet {
  return [
    ['id', ...head, 'lng', 'lat', t('common.source'), t('common.confidence'), t('layout.note')],
    ...rows.map((row) => [
      row.id,
      ...cellsOf(row, head.length),
      row.lngLat?.[0] ?? null,
      row.lngLat?.[1] ?? null,
      row.origin?.source ?? null,
      row.origin?.confidence ?? null,
      row.origin?.note ?? null,
    ]),
    // As wide as the table, so that it stays one; the mark keeps them apart from ids.
    ...creditLines().map((line) => [`# ${line}`, ...Array(head.length + 5).fill('')]),
  ]
}
