// How much room does a table want on the stage, by its columns?
import type { Scene } from '#geodata/contract/stories.ts'

/** So many columns stand beside a map as figures do; more want its room, and still more smaller letters. */
const FEW_COLUMNS = 3
const SOME_COLUMNS = 5

export type TableRoom = 'few' | 'some' | 'many'

export function roomFor(columns: number): TableRoom {
  if (columns <= FEW_COLUMNS) return 'few'
  return columns <= SOME_COLUMNS ? 'some' : 'many'
}

/** Of the map, in units of the stage: --table-words of stage-table.css less the words that stand there anyway. */
const OVER_MAP_UNITS: Record<TableRoom, number> = { few: 0, some: 13, many: 25 }

/** How wide the words of a scene lie over its map for the sake of a table. */
export function tableUnits({ figures }: Pick<Scene, 'figures'>): number {
  const columns = figures.map((figure) => {
    if (figure.place !== 'list') return 0
    if (figure.kind === 'matrix') return figure.to.length
    return figure.kind === 'comparison' ? figure.candidateIds.length : 0
  })
  return OVER_MAP_UNITS[roomFor(Math.max(0, ...columns))]
}
