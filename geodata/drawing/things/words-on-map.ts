// Texts on a map: each asks for room, and is drawn with a halo where it found some.
import type { Point } from '#geodata/drawing/frame.ts'
import { boxAround, type LabelAsked, type LabelPlaced } from '#geodata/drawing/labels.ts'
import type { Wording } from '#geodata/drawing/map-drawing.ts'
import { HALO_POINTS, LINES, type Paint } from '#geodata/drawing/styles.ts'
import { element, escaped } from '#geodata/drawing/svg.ts'
import { CAPITAL_EMS, HEIGHT_EMS, textWidth } from '#geodata/drawing/text-room.ts'
import { strokeOf } from '#geodata/drawing/things/strokes.ts'

export type Word = {
  kind: string
  asked: LabelAsked
  wording: Wording
  /** What is drawn around the text instead of a halo. */
  plate?: (box: { x: number; y: number; width: number; height: number }, paint: Paint) => string
}

export function wordingWidth({ runs, size, spacing = 0 }: Wording): number {
  return runs.reduce((sum, { text }) => sum + textWidth(text, size) + spacing * [...text].length, 0)
}

const roomOf = (wording: Wording) => ({
  width: wordingWidth(wording),
  height: wording.size * HEIGHT_EMS,
})

/** With its middle on the first free place. */
export function labelOn(
  kind: string,
  places: readonly Point[],
  wording: Wording,
  padding = 1,
): Word {
  return { kind, wording, asked: { ...roomOf(wording), padding, stands: { kind: 'on', places } } }
}

/** Around a symbol. */
export function labelBeside(
  kind: string,
  at: Point,
  reach: number,
  wording: Wording,
  isNeeded: boolean,
): Word {
  const stands = { kind: 'beside', at, reach, isNeeded } as const
  return { kind, wording, asked: { ...roomOf(wording), padding: 0.6, stands } }
}

/** The hairline first, so that it ends under the text. */
export function drawLeader({ leader }: LabelPlaced, paint: Paint): string {
  if (!leader) return ''
  const [[x1, y1], [x2, y2]] = leader
  return element('line', { x1, y1, x2, y2, class: 'leader', ...strokeOf(LINES.leader, paint) })
}

export function drawWord(
  { kind, wording, plate }: Word,
  { box }: LabelPlaced,
  paint: Paint,
): string {
  const middle: Point = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  if (!plate) return drawText(kind, wording, middle, paint, true)
  const width = box.right - box.left
  const height = box.bottom - box.top
  return element(
    'g',
    { class: kind },
    plate({ x: box.left, y: box.top, width, height }, paint),
    drawText('', wording, middle, paint, false),
  )
}

/** Text about its middle. */
export function drawText(
  kind: string,
  { runs, size, token, spacing }: Wording,
  [x, y]: Point,
  paint: Paint,
  hasHalo: boolean,
): string {
  const halo = hasHalo
    ? {
        stroke: paint('map-focus'),
        'stroke-width': String(HALO_POINTS),
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      }
    : {}
  const [only] = runs
  const inside =
    runs.length === 1 && only
      ? escaped(only.text)
      : runs
          .map(({ text, weight }) => element('tspan', { 'font-weight': weight }, escaped(text)))
          .join('')
  return element(
    'text',
    {
      class: kind || null,
      x: x + (spacing ?? 0) / 2,
      y: y + (size * CAPITAL_EMS) / 2,
      'text-anchor': 'middle',
      'font-size': String(size),
      'font-weight': runs.length === 1 ? (only?.weight ?? null) : null,
      'letter-spacing': spacing === undefined ? null : String(spacing),
      fill: paint(token),
      ...halo,
    },
    inside,
  )
}

/** What a symbol at a place takes for itself. */
export const takenBy = (at: Point, reach: number) => boxAround(at, reach * 2)
