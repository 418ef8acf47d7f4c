// The links to other cities: one line a city, with its name and their number where the line leaves the map.
import { isInField, type Point, project } from '#geodata/drawing/frame.ts'
import type { CityCable, Sheet } from '#geodata/drawing/map-drawing.ts'
import { pathOfLines, visibleLines } from '#geodata/drawing/paths.ts'
import { HEAD_WEIGHT, LINES, TEXT_WEIGHT, TYPE } from '#geodata/drawing/styles.ts'
import { group } from '#geodata/drawing/svg.ts'
import { linePath } from '#geodata/drawing/things/strokes.ts'
import { labelOn, type Word, wordingWidth } from '#geodata/drawing/things/words-on-map.ts'

/** A cable of fewer links is drawn lighter. */
const STRONG_CABLE_LINKS = 5
/** How far along the line, from where it leaves the field, a name looks for room. */
const NAME_STEPS = 12
const NAME_STEP_SHARE = 0.04
const NAME_HEIGHT = 12

export function drawCables({ frame, paint }: Sheet, cables: readonly CityCable[]): string {
  const path = (isStrong: boolean) => {
    const drawn = cables.filter(({ count }) => count >= STRONG_CABLE_LINKS === isStrong)
    return pathOfLines(
      visibleLines(
        frame,
        drawn.map(({ from, to }) => [from, to]),
      ),
    )
  }
  return group({ class: 'cables' }, [
    linePath('cable', path(false), LINES.cable, paint),
    linePath('cable strong', path(true), LINES.strongCable, paint),
  ])
}

export function cableWords({ frame }: Sheet, cables: readonly CityCable[]): Word[] {
  return [...cables]
    .sort((a, b) => b.count - a.count)
    .map(({ from, to, name, count }) => {
      const wording = {
        runs: [
          { text: `${name} `, weight: TEXT_WEIGHT },
          { text: String(count), weight: HEAD_WEIGHT },
        ],
        size: TYPE.name,
        token: 'ink-2',
      }
      const [start, end] = [project(frame, from), project(frame, to)]
      const room = { x: wordingWidth(wording) / 2 + 4, y: NAME_HEIGHT / 2 + 3 }
      return labelOn('cable-name', placesFromEnd(start, end, frame, room), wording)
    })
}

/** Beginning where the whole name is last in the field, back along the line. */
function placesFromEnd(
  [x0, y0]: Point,
  [x1, y1]: Point,
  frame: Sheet['frame'],
  room: { x: number; y: number },
): Point[] {
  if (!isInField(frame, [x0, y0])) return []
  const shareTo = (from: number, step: number, low: number, high: number) =>
    step === 0 ? 1 : Math.max(0, ((step > 0 ? high : low) - from) / step)
  const last = Math.min(
    1,
    shareTo(x0, x1 - x0, room.x, frame.width - room.x),
    shareTo(y0, y1 - y0, room.y, frame.height - room.y),
  )
  return Array.from({ length: NAME_STEPS }, (_, step): Point => {
    const share = last * (1 - step * NAME_STEP_SHARE)
    return [x0 + share * (x1 - x0), y0 + share * (y1 - y0)]
  })
}
