// What an analysis draws on the ground of a scene: areas by their score, and stretches of road.

import type { Reached, Sheet } from '#geodata/drawing/map-drawing.ts'
import { pathOfLines, pathOfRings, visibleLines, visibleRings } from '#geodata/drawing/paths.ts'
import { LINES, type Paint, SCORED } from '#geodata/drawing/styles.ts'
import { element, group } from '#geodata/drawing/svg.ts'
import { fillPath, linePath } from '#geodata/drawing/things/strokes.ts'

/** In a document of its own: the id is there once. */
const HATCH = 'score-unknown'
const HATCH_SIDE = 4

/** Below the roads; ground of unknown score is hatched. */
export function drawScoredGround({ frame, paint }: Sheet, reached: readonly Reached[]): string {
  const areas = reached.filter((one) => one.kind === 'score')
  if (areas.length === 0) return ''
  return group({ class: 'scored' }, [
    hatch(paint),
    ...areas.map(({ scoreClass, polygons }) => {
      const d = pathOfRings(visibleRings(frame, polygons))
      return scoreClass === null
        ? fillPath('score unknown', d, UNKNOWN_FILL)
        : fillPath(`score class-${scoreClass + 1}`, d, paint(scoreToken(scoreClass)), {
            opacity: SCORED.opacity,
          })
    }),
  ])
}

/** Over the roads. */
export function drawStretches({ frame, paint }: Sheet, reached: readonly Reached[]): string {
  const stretches = reached.filter((one) => one.kind === 'stretch')
  if (stretches.length === 0) return ''
  const lines = stretches.map(({ line }) => pathOfLines(visibleLines(frame, [line])))
  return group({ class: 'stretches' }, [
    ...lines.map((d) => linePath('stretch-casing', d, LINES.stretchCasing, paint)),
    ...lines.map((d) => linePath('stretch', d, LINES.stretch, paint)),
  ])
}

/** How ground of unknown score is filled, on the map and in its legend. */
export const UNKNOWN_FILL = `url(#${HATCH})`

/** How a class of the legend is filled. */
export const scoreToken = (scoreClass: number) => `score-${scoreClass + 1}`

function hatch(paint: Paint): string {
  const size = HATCH_SIDE
  return element(
    'pattern',
    { id: HATCH, width: size, height: size, patternUnits: 'userSpaceOnUse' },
    element('path', {
      d: `M0 ${size}L${size} 0`,
      stroke: paint('ink-3'),
      'stroke-width': '0.4',
    }),
  )
}
