// The ground of a map: sea, land, the region's districts with their borders, and the rivers.
import type { Point } from '#geodata/drawing/frame.ts'
import { project } from '#geodata/drawing/frame.ts'
import type { MapGround, Sheet } from '#geodata/drawing/map-drawing.ts'
import {
  lengthOf,
  pathOfLines,
  pathOfRings,
  visibleLines,
  visibleRings,
} from '#geodata/drawing/paths.ts'
import { LINES, TEXT_WEIGHT, TYPE } from '#geodata/drawing/styles.ts'
import { element, group } from '#geodata/drawing/svg.ts'
import { fillPath, linePath } from '#geodata/drawing/things/strokes.ts'
import { labelOn, type Word } from '#geodata/drawing/things/words-on-map.ts'

/** Below roads and rings. */
export function drawGround(
  { frame, paint }: Sheet,
  { land, districts, outline, rivers }: MapGround,
): string {
  const { width, height } = frame
  const areas = (list: readonly MapGround['land'][number][]) =>
    pathOfRings(list.flatMap((polygons) => visibleRings(frame, polygons)))
  const around = pathOfLines(visibleLines(frame, outline))
  return group({ class: 'ground' }, [
    element('rect', { width, height, fill: paint('map-sea') }),
    fillPath('land', areas(land), paint('map-land'), { rule: 'nonzero' }),
    fillPath('region', areas(districts.map(({ polygons }) => polygons)), paint('map-focus'), {
      rule: 'nonzero',
    }),
    linePath('region-band', around, LINES.outlineBand, paint),
    linePath(
      'rivers',
      pathOfLines(
        visibleLines(
          frame,
          rivers.flatMap(({ lines }) => lines),
        ),
      ),
      LINES.river,
      paint,
    ),
  ])
}

/** Over roads and rings. */
export function drawBorders({ frame, paint }: Sheet, { districts, outline }: MapGround): string {
  const rings = districts.flatMap(({ polygons }) => visibleRings(frame, polygons))
  return group({ class: 'borders' }, [
    linePath('district-borders', pathOfRings(rings), LINES.districtBorder, paint),
    linePath('region-border', pathOfLines(visibleLines(frame, outline)), LINES.outline, paint),
  ])
}

export function districtWords({ frame }: Sheet, { districts }: MapGround): Word[] {
  return districts.map(({ name, at }) =>
    labelOn('district', [project(frame, at)], {
      runs: [{ text: name, weight: TEXT_WEIGHT }],
      size: TYPE.district,
      token: 'map-label',
    }),
  )
}

/** Once a river, in the middle of its longest stretch in sight. */
export function riverWords({ frame }: Sheet, { rivers }: MapGround): Word[] {
  return rivers.flatMap(({ name, lines }) => {
    const [longest] = visibleLines(frame, lines).sort((a, b) => lengthOf(b) - lengthOf(a))
    if (!longest || name === '') return []
    const places = [0.5, 0.35, 0.65, 0.2, 0.8].map(
      (share): Point => longest[Math.floor(share * (longest.length - 1))] ?? [0, 0],
    )
    return [
      labelOn('river', places, {
        runs: [{ text: name, weight: TEXT_WEIGHT }],
        size: TYPE.river,
        token: 'ink-3',
        spacing: 1.6,
      }),
    ]
  })
}
