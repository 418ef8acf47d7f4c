// The roads of the network in use: one path a class, the greater ones on top; less of them from afar.
import { type Frame, groundIn, isInField, type Point, zoomOf } from '#geodata/drawing/frame.ts'
import type { MapDrawing, RoadLines, Sheet } from '#geodata/drawing/map-drawing.ts'
import { lengthOf, pathOfLines, visibleLines } from '#geodata/drawing/paths.ts'
import { HEAD_WEIGHT, type LineStyle, type Paint, ROADS, TYPE } from '#geodata/drawing/styles.ts'
import { element, group } from '#geodata/drawing/svg.ts'
import { linePath } from '#geodata/drawing/things/strokes.ts'
import { labelOn, type Word } from '#geodata/drawing/things/words-on-map.ts'

/** Print is finer than a screen: it shows what a web map shows so much nearer. */
const NEARER_ZOOMS = 2
/** Of all road paths together; the least classes are left out before it is more. */
const MOST_LETTERS = 900_000
const CLASSES = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'other'] as const
type RoadClass = (typeof CLASSES)[number]

const SHIELD = /^[GS]\d{1,5}$/
/** A shield for so much ground. */
const SHIELD_SQUARE_POINTS = 22_000
const SHIELD_PLACES = [0.5, 0.35, 0.65, 0.2, 0.8]

export type DrawnRoads = { svg: string; shields: Word[] }

export function drawRoads(sheet: Sheet, roadsIn: MapDrawing['roadsIn']): DrawnRoads {
  const { frame, paint, theme } = sheet
  const roads = roadsIn(groundIn(frame, 4), zoomOf(frame) + NEARER_ZOOMS)
  const byClass = Map.groupBy(roads, ({ roadClass }) => classOf(roadClass))
  const styles = ROADS[theme === 'print' ? 'paper' : 'screen']
  const paths: string[] = []
  let letters = 0
  for (const one of CLASSES) {
    const lines = (byClass.get(one) ?? []).flatMap((road) => visibleLines(frame, road.lines))
    const d = pathOfLines(lines)
    letters += d.length
    if (letters > MOST_LETTERS) break
    paths.push(linePath(`road ${one}`, d, styles[one] as LineStyle, paint))
  }
  return { svg: group({ class: 'roads' }, paths.reverse()), shields: shieldsOf(frame, roads) }
}

/** A ramp is drawn as the road it belongs to. */
function classOf(roadClass: string): RoadClass {
  const name = roadClass.replace(/_link$/, '')
  if (name === 'urban_expressway') return 'trunk'
  if (name === 'connector') return 'primary'
  return CLASSES.find((one) => one === name) ?? 'other'
}

/** Of several numbers of a road, "G85;G76", the first stands on the shield. */
function shieldsOf(frame: Frame, roads: readonly RoadLines[]): Word[] {
  const numbered = roads.flatMap((road) => {
    const number = road.ref.split(';')[0] ?? ''
    const isGreat = CLASSES.indexOf(classOf(road.roadClass)) < 2
    return SHIELD.test(number) && isGreat ? [{ number, lines: road.lines }] : []
  })
  const most = Math.round((frame.width * frame.height) / SHIELD_SQUARE_POINTS)
  return [...Map.groupBy(numbered, ({ number }) => number)]
    .map(([number, parts]) => {
      const lines = parts.flatMap((part) => visibleLines(frame, part.lines))
      const length = lines.reduce((sum, line) => sum + lengthOf(line), 0)
      return { number, length, lines: lines.sort((a, b) => lengthOf(b) - lengthOf(a)) }
    })
    .sort((a, b) => b.length - a.length || (a.number < b.number ? -1 : 1))
    .slice(0, most)
    .map(({ number, lines }) => shield(number, placesAlong(frame, lines.slice(0, 3))))
}

function placesAlong(frame: Frame, lines: readonly (readonly Point[])[]): Point[] {
  return lines
    .flatMap((line) => SHIELD_PLACES.map((share) => alongLine(line, share)))
    .filter((point) => isInField(frame, point))
}

/** The place so much of its length along a line. */
function alongLine(line: readonly Point[], share: number): Point {
  let left = lengthOf(line) * share
  for (let i = 1; i < line.length; i++) {
    const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = [line[i - 1], line[i]]
    const step = Math.hypot(x2 - x1, y2 - y1)
    if (step >= left && step > 0)
      return [x1 + ((x2 - x1) * left) / step, y1 + ((y2 - y1) * left) / step]
    left -= step
  }
  return line.at(-1) ?? [0, 0]
}

function shield(number: string, places: readonly Point[]): Word {
  const word = labelOn(
    'shield',
    places,
    { runs: [{ text: number, weight: HEAD_WEIGHT }], size: TYPE.shield, token: 'ink-2' },
    5,
  )
  const { width, height } = word.asked
  return { ...word, asked: { ...word.asked, width: width + 5, height: height + 3 }, plate }
}

/** Neutral, with a thick rule on top. */
function plate(box: { x: number; y: number; width: number; height: number }, paint: Paint): string {
  const { x, y, width, height } = box
  const stroke = { stroke: paint('map-border'), 'stroke-width': '0.6' }
  return [
    element('rect', { x, y, width, height, rx: '1.5', fill: paint('map-focus'), ...stroke }),
    element('rect', {
      x: x + 1,
      y: y - 0.2,
      width: width - 2,
      height: '1.3',
      fill: paint('map-border'),
    }),
  ].join('')
}
