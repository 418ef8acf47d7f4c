// Where do the rows of a file lie, read in one system of coordinates?
import { streetMeters } from '#geodata/analysis/coordinates/street-meters.ts'
import { BY_ROAD_METERS } from '#geodata/analysis/coordinates/which-system.ts'
import { fileColumns } from '#geodata/analysis/importing/file-columns.ts'
import { homeAreas, importGround } from '#geodata/analysis/importing/import-ground.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import type { Import } from '#geodata/contract/imports.ts'
import type { Deps } from '#server/deps.ts'
import type { Imports } from '#server/imports/imports.ts'
import { placesBy, writtenPlaces } from '#server/imports/tell-coordinates.ts'
import { knownGround } from '#server/region/known-ground.ts'
import { sharedStreets } from '#server/region/shared-streets.ts'

const HEAD_ROWS = 60

/** At most so many, evenly from the whole; null: no such system. Without one: none. */
export async function placesOf(
  { store, region }: Pick<Deps, 'store' | 'region'>,
  imports: Imports,
  told: Import,
  system: string | null,
  most: number,
) {
  const { areas } = await knownGround(store, region)
  const table = told.table as ImportTableId
  const ground = importGround(table, region.facts, areas, [])
  const home = homeAreas(ground)
  if (system === null) return { areas: home, items: [] }
  return imports.read(told.id, (kept) => {
    const { sheet: number, mapping } = told.choices
    const sheet = kept.sheets()[number]
    if (!sheet) return { areas: home, items: [] }
    const head = kept.rowsFrom(number, 0, HEAD_ROWS)
    const columns = fileColumns(table, sheet.columns, head, sheet.merged, mapping)
    const rows = kept.sample(number, columns.firstRow, most)
    const places = placesBy(system, writtenPlaces(rows, columns, ground))
    const verdicts = kept.verdictNames()
    const roadMeters = streetMeters(sharedStreets(region))
    return (
      places && {
        areas: home,
        items: places.map(({ at, line, lngLat, areaId }) => ({
          line,
          lngLat,
          isByRoad:
            roadMeters && (roadMeters(lngLat) ?? Number.POSITIVE_INFINITY) <= BY_ROAD_METERS,
          areaId,
          verdict: verdicts.get(at) ?? null,
        })),
      }
    )
  })
}
