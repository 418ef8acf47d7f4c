// What stands at the edge of a map: its scale within, its legend and whose it is below.
import { kilometersAcross } from '#geodata/drawing/frame.ts'
import type { Box } from '#geodata/drawing/labels.ts'
import { letterLine } from '#geodata/drawing/letters.ts'
import type { LegendItem, MapDrawing, MapSymbol, Sheet } from '#geodata/drawing/map-drawing.ts'
import { scaleBarKilometers } from '#geodata/drawing/scale-bar.ts'
import {
  HALO_POINTS,
  LINES,
  type Paint,
  SCORED,
  TEXT_WEIGHT,
  TYPE,
} from '#geodata/drawing/styles.ts'
import { element, escaped, group } from '#geodata/drawing/svg.ts'
import { linesOf, textWidth } from '#geodata/drawing/text-room.ts'
import { scoreToken, UNKNOWN_FILL } from '#geodata/drawing/things/analysed.ts'
import { ringStyle } from '#geodata/drawing/things/reached.ts'
import { linePath, strokeOf } from '#geodata/drawing/things/strokes.ts'
import { drawSymbol, reachOf } from '#geodata/drawing/things/symbols.ts'

const EDGE = 12
const LEGEND_LINE = 13
const CREDITS_LINE = 10.5
const BELOW_MAP = 5
const SAMPLE_WIDTH = 22
const SAMPLE_GAP = 4
const ITEM_GAP = 14
const SWATCH_WIDTH = 12
const SWATCH_HEIGHT = 7
const SEPARATOR = ' · '

type Margin = { height: number; draw: (top: number, paint: Paint) => string }

/** The lines below a map of that width: as many as the texts need. */
export function marginOf(
  { legend, legendsBeside = [], credits }: MapDrawing,
  width: number,
): Margin {
  const legendLines = (list: readonly LegendItem[]) => linesOf(list, itemWidth, width, ITEM_GAP)
  const items = legendLines(legend)
  const most = Math.max(items.length, ...legendsBeside.map((list) => legendLines(list).length))
  const widthOf = (text: string) => textWidth(text, TYPE.credits)
  const said = linesOf(credits.flatMap(pieces(width)), widthOf, width, widthOf(SEPARATOR))
  const height = BELOW_MAP + most * LEGEND_LINE + said.length * CREDITS_LINE + 2
  return {
    height: items.length + said.length === 0 ? 0 : height,
    draw: (top, paint) =>
      group({ class: 'margin', transform: `translate(0 ${top.toFixed(1)})` }, [
        ...items.map((line, at) =>
          legendLine(line, BELOW_MAP + at * LEGEND_LINE + LEGEND_LINE / 2, paint),
        ),
        ...said.map((line, at) =>
          plainText(
            line.join(SEPARATOR),
            0,
            BELOW_MAP + items.length * LEGEND_LINE + at * CREDITS_LINE + CREDITS_LINE * 0.75,
            TYPE.credits,
            paint('ink-2'),
          ),
        ),
      ]),
  }
}

/** A credit too long for a line is broken where it is full. */
const pieces = (width: number) => (text: string) => {
  const found = ['']
  for (const letter of text) {
    const line = (found.at(-1) ?? '') + letter
    if (textWidth(line, TYPE.credits) > width) found.push(letter)
    else found[found.length - 1] = line
  }
  return found
}

const sampleWidth = ({ sample }: LegendItem) => {
  if (sample.kind === 'words') return 0
  if (sample.kind === 'score') return SWATCH_WIDTH
  return sample.kind === 'symbol'
    ? reachOf(sample.symbol) * 2 * legendScale(sample.symbol)
    : SAMPLE_WIDTH
}

/** Larger than a line of the legend a symbol would touch the next one. */
const legendScale = (symbol: MapSymbol) => Math.min(1, (LEGEND_LINE - 2) / 2 / reachOf(symbol))

function itemWidth(item: LegendItem): number {
  const sample = sampleWidth(item)
  return (sample > 0 ? sample + SAMPLE_GAP : 0) + textWidth(item.text, TYPE.legend)
}

function legendLine(items: readonly LegendItem[], middle: number, paint: Paint): string {
  let x = 0
  return group(
    { class: 'legend' },
    items.flatMap((item) => {
      const width = sampleWidth(item)
      const start = x
      x += itemWidth(item) + ITEM_GAP
      const textAt = start + (width > 0 ? width + SAMPLE_GAP : 0)
      return [
        sampleOf(item, start, middle, paint),
        plainText(item.text, textAt, middle + TYPE.legend * 0.36, TYPE.legend, paint('ink-2')),
      ]
    }),
  )
}

function sampleOf({ sample }: LegendItem, x: number, y: number, paint: Paint): string {
  const place = (svg: string, dx: number) =>
    element('g', { transform: `translate(${(x + dx).toFixed(1)} ${y.toFixed(1)})` }, svg)
  switch (sample.kind) {
    case 'words':
      return ''
    case 'score': {
      const { scoreClass } = sample
      const swatch = element('rect', {
        y: -SWATCH_HEIGHT / 2,
        width: SWATCH_WIDTH,
        height: SWATCH_HEIGHT,
        fill: scoreClass === null ? UNKNOWN_FILL : paint(scoreToken(scoreClass)),
        'fill-opacity': scoreClass === null ? null : String(SCORED.opacity),
        stroke: paint('ink-3'),
        'stroke-width': '0.5',
      })
      return place(swatch, 0)
    }
    case 'symbol': {
      const reach = reachOf(sample.symbol)
      const scale = legendScale(sample.symbol)
      const shrunk = element(
        'g',
        { transform: `scale(${scale.toFixed(2)})` },
        drawSymbol(sample.symbol, paint),
      )
      return place(shrunk, reach * scale)
    }
    case 'rings':
      return place(
        linePath(
          '',
          `M0 0h${SAMPLE_WIDTH}`,
          ringStyle(sample.isLast ? sample.count - 1 : 0, sample.count),
          paint,
        ),
        0,
      )
    case 'catchment': {
      const { dash, isDouble } = letterLine(sample.index)
      const style = { ...LINES.catchment, ...(dash === null ? {} : { dash }) }
      const d = `M0 0h${SAMPLE_WIDTH}`
      const outer = linePath('', d, { ...style, width: style.width * (isDouble ? 2 : 1) }, paint)
      const core = isDouble ? linePath('', d, { token: 'bg', width: style.width * 0.9 }, paint) : ''
      return place(outer + core, 0)
    }
  }
}

const plainText = (text: string, x: number, y: number, size: number, fill: string) =>
  element(
    'text',
    { x, y, 'font-size': String(size), 'font-weight': TEXT_WEIGHT, fill },
    escaped(text),
  )

/** A round length, told at its ends and in its middle, and the room it takes. */
export function scaleBar({ frame, paint }: Sheet): { svg: string; box: Box } {
  const across = kilometersAcross(frame)
  const kilometers = scaleBarKilometers(across)
  const length = (kilometers / across) * frame.width
  const y = frame.height - EDGE
  const texts: [number, string][] = [
    [0, '0'],
    [0.5, String(kilometers / 2)],
    [1, `${kilometers} km`],
  ]
  const size = TYPE.scale
  const halo = {
    stroke: paint('map-focus'),
    'stroke-width': String(HALO_POINTS),
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  }
  const written = texts.map(([share, text]) =>
    element(
      'text',
      {
        x: EDGE + share * length,
        y: y - 6,
        'text-anchor': share === 0 ? 'start' : 'middle',
        'font-size': String(size),
        fill: paint('ink-2'),
        ...halo,
      },
      text,
    ),
  )
  const d = `M${EDGE} ${y - 4}V${y}H${(EDGE + length).toFixed(1)}V${y - 4}M${(EDGE + length / 2).toFixed(1)} ${y - 2.5}V${y}`
  const right = EDGE + length + textWidth(`${kilometers} km`, size) / 2
  return {
    svg: group({ class: 'scale' }, [
      element('path', { d, ...strokeOf(LINES.scale, paint) }),
      ...written,
    ]),
    box: { left: EDGE - 4, right: right + 4, top: y - 6 - size, bottom: y + 4 },
  }
}
