// What stands on the small map of a compared place: the vehicle plants, and who would serve its inputs, with minutes.
import type { Company } from '#geodata/contract/collections.ts'
import type { Cell, ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { MiniMapMark } from '#web/charts/mini-map.tsx'
import { companies, firmOf } from '#web/state/region/firms.ts'
import { taxonomy } from '#web/state/region/lists.ts'
import type { Column } from '#web/workspaces/compare/column.ts'

export function marksOf(
  { candidateId }: Pick<Column, 'candidateId'>,
  { candidates, rows }: Pick<ComparisonResult, 'candidates' | 'rows'>,
): MiniMapMark[] {
  const place = candidates.findIndex(({ id }) => id === candidateId)
  const marks = rows.flatMap(({ id: row, cells }): MiniMapMark[] => {
    const [kind, id = ''] = row.split(' ')
    const cell = cells[place]
    if (kind === 'plant') return plantMark(id, cell)
    return kind === 'input' ? makerMark(id, cell) : []
  })
  // A firm that serves two inputs stands there once.
  return marks.filter(({ id }, index) => marks.findIndex((one) => one.id === id) === index)
}

const minutesText = (cell: Cell | undefined) =>
  cell?.kind === 'amount' ? String(Math.round(cell.amount)) : ''

function plantMark(id: string, cell: Cell | undefined): MiniMapMark[] {
  const lngLat = placeOf(firmOf(id))
  return lngLat ? [{ id, lngLat, text: minutesText(cell) }] : []
}

/** The answer names the maker of each place in words, its name first. */
function makerMark(input: string, cell: Cell | undefined): MiniMapMark[] {
  if (cell?.kind !== 'amount' || !cell.told) return []
  const { zh } = cell.told
  const firm = companies.value.find(({ properties }) => zh.startsWith(`${properties.nameZh}（`))
  const lngLat = placeOf(firm)
  if (!firm || !lngLat) return []
  const segment = taxonomy.value.find(
    ({ segmentId, products }) =>
      segmentId === input || products.some(({ productId }) => productId === input),
  )
  const maker = { system: segment?.system ?? null }
  return [{ id: firm.id, lngLat, text: minutesText(cell), maker }]
}

function placeOf(firm: Company | undefined): LngLat | null {
  const [lng, lat] = firm?.geometry?.coordinates ?? []
  return lng === undefined || lat === undefined ? null : [lng, lat]
}
