// How much room does a table want on the stage, by its columns?
import type { LiveFigure, Scene } from '#geodata/contract/stories.ts'

/** So many columns stand beside a map as figures do; more want its room, and still more smaller letters. */
const FEW_COLUMNS = 3
const SOME_COLUMNS = 5

export type TableRoom = 'few' | 'some' | 'many'

/** Long names of roads want the room of some columns, however many numbers stand beside them. */
export function roomOf(kind: LiveFigure['kind'], columns: number): TableRoom {
  return kind === 'disruption' ? 'some' : roomFor(columns)
}

function roomFor(columns: number): TableRoom {
  if (columns <= FEW_COLUMNS) return 'few'
  return columns <= SOME_COLUMNS ? 'some' : 'many'
}

/** Of the map, in units of the stage: --table-words of stage-table.css less the words that stand there anyway. */
const OVER_MAP_UNITS: Record<TableRoom, number> = { few: 0, some: 13, many: 25 }

/** How wide the words of a scene lie over its map for the sake of a table. */
export function tableUnits({ figures }: Pick<Scene, 'figures'>): number {
  const units = figures.map((figure) => {
    if (figure.place !== 'list') return 0
    const columns = figure.kind === 'matrix' ? figure.to.length : 0
    const compared = figure.kind === 'comparison' ? figure.candidateIds.length : 0
    return OVER_MAP_UNITS[roomOf(figure.kind, columns + compared)]
  })
  return Math.max(0, ...units)
}
