// The places of the rows by one way to read them, as the maps draw them.
import type { Import, ImportPlaces } from '#geodata/contract/imports.ts'
import { type Asked, inSight } from '#web/api/asked.ts'
import { listImportPlaces } from '#web/api/imports.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import type { RowDot } from '#web/workspaces/layout/import/points-map.tsx'
import { useReadyKey } from '#web/workspaces/layout/import/use-rows.ts'

export type PlacesAnswer = { places: ImportPlaces | null; answer: Asked<ImportPlaces> }

const NONE: ImportPlaces = { system: null, items: [] }

/** At most so many, evenly from the whole; 0: nobody looks at them. Asked anew when the rows were judged anew. */
export function usePlaces(one: Import, system: string | null, most: number): PlacesAnswer {
  const judged = useReadyKey(one)
  const { answer } = useAnswer(
    (signal) => (most > 0 ? listImportPlaces(one.id, system, most, signal) : Promise.resolve(NONE)),
    `${one.id} ${system} ${judged} ${most}`,
  )
  return { places: inSight(answer), answer }
}

/** What a filled dot says: that it lies by a road; where none is known, in the district its row names. */
export type DotKind = 'road' | 'area' | 'plain'

export function dotKind({ items }: ImportPlaces): DotKind {
  if (items.some(({ isByRoad }) => isByRoad !== null)) return 'road'
  return items.some(({ isInNamedArea }) => isInNamedArea !== null) ? 'area' : 'plain'
}

export function dotsOf(places: ImportPlaces): RowDot[] {
  const kind = dotKind(places)
  return places.items.map(({ lngLat, isByRoad, isInNamedArea }) => ({
    lngLat,
    isFilled:
      kind === 'road' ? isByRoad === true : kind === 'area' ? isInNamedArea !== false : true,
  }))
}
