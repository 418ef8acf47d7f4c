// The two kinds of paths of a map: filled and stroked. One path a class, so that a drawing stays small.
import type { LineStyle, Paint } from '#geodata/drawing/styles.ts'
import { element } from '#geodata/drawing/svg.ts'

/** Where areas of one path may overlap they are filled all the same; else a ring within another is a hole. */
type Rule = 'nonzero' | 'evenodd'

export function fillPath(
  name: string,
  d: string,
  fill: string,
  { opacity, rule = 'evenodd' }: { opacity?: number; rule?: Rule } = {},
): string {
  if (d === '') return ''
  return element('path', {
    class: name,
    d,
    fill,
    'fill-opacity': opacity === undefined ? null : String(opacity),
    'fill-rule': rule === 'evenodd' ? rule : null,
  })
}

export function linePath(name: string, d: string, style: LineStyle, paint: Paint): string {
  if (d === '') return ''
  return element('path', { class: name, d, ...strokeOf(style, paint) })
}

export function strokeOf({ token, width, opacity, dash }: LineStyle, paint: Paint) {
  return {
    fill: 'none',
    stroke: paint(token),
    'stroke-width': String(width),
    'stroke-opacity': opacity === undefined ? null : String(opacity),
    'stroke-dasharray': dash,
    'stroke-linejoin': 'round',
    'stroke-linecap': dash === undefined ? 'round' : null,
  }
}
