// One chart as vectors (SVG 1.1): what it shows and how to read it above, its key, notes and grounds below.
import { keyParts, LETTER_KEY } from '#geodata/drawing/charts/letter-parts.ts'
import { type Part, part } from '#geodata/drawing/charts/part.ts'
import { element, escaped, svgDocument } from '#geodata/drawing/svg.ts'
import { linesOf, textWidth } from '#geodata/drawing/text-room.ts'

export type KeyItem = {
  /** In the line of its column, or in its ground. */
  sample: { kind: 'line'; index: number } | { kind: 'ground'; parts: readonly Part[] }
  text: string
}

export type ChartDrawing = {
  title: string
  /** How it is to be read. */
  hint: string
  size: { width: number; height: number }
  parts: readonly Part[]
  key: readonly KeyItem[]
  notes: readonly string[]
}

export type ChartSheet = ChartDrawing & {
  width: number
  height: number
  language: 'zh-CN' | 'en'
  family: string
  background: string
  credits: readonly string[]
  /** The style rules of what the parts are. */
  stylesOf: (classes: ReadonlySet<string>) => string
}

const EDGE = 12
const TITLE = { size: 13, leading: 18 }
const SMALL = { size: 8.5, leading: 12 }
const KEY = { size: 8.5, leading: 16, gap: 14 }
const GAP = 6
/** A field lower than this shows no chart: what is told goes on below the drawing instead. */
const LEAST_FIELD = 60

/** The drawing as a whole SVG document. */
export function drawChart(sheet: ChartSheet): string {
  const { width, height, size, language, family, title, background } = sheet
  const room = width - 2 * EDGE
  const above = [
    ...textLines([title], TITLE.size, room, 'chart-title'),
    ...textLines([sheet.hint], SMALL.size, room, 'picture-tick chart-small'),
  ]
  const keyLines = linesOf(sheet.key, itemWidth, room, KEY.gap)
  const below = [
    ...textLines(sheet.notes, SMALL.size, room, 'picture-text chart-small'),
    ...textLines([sheet.credits.join(' · ')], SMALL.size, room, 'picture-tick chart-small'),
  ]
  const top = EDGE + heightOf(above) + GAP
  const bottom = GAP + keyLines.length * KEY.leading + heightOf(below) + EDGE / 2
  const field = Math.max(LEAST_FIELD, height - top - bottom)
  const scale = Math.min(room / size.width, field / size.height)
  const left = EDGE + (room - size.width * scale) / 2
  const parts = [
    ...stacked(above, EDGE),
    part(
      'g',
      'chart-field',
      { transform: `translate(${left.toFixed(1)} ${top}) scale(${scale.toFixed(4)})` },
      ...sheet.parts,
    ),
    ...keyLines.flatMap((items, at) => keyLine(items, top + field + GAP + at * KEY.leading)),
    ...stacked(below, top + field + GAP + keyLines.length * KEY.leading),
  ]
  const chart = part('g', 'chart', {}, ...parts)
  return svgDocument(
    { width, height, title, language, family },
    element('style', {}, escaped(sheet.stylesOf(classesIn(chart)))),
    element('rect', { width, height, fill: background }),
    svgOf(chart),
  )
}

/** A part and all in it as text. */
export function svgOf({ tag, is, attributes, inside }: Part): string {
  return element(
    tag,
    { class: is, ...attributes },
    ...inside.map((one) => (typeof one === 'string' ? escaped(one) : svgOf(one))),
  )
}

function classesIn({ is, inside }: Part, found = new Set<string>()): Set<string> {
  for (const one of is?.split(' ') ?? []) found.add(one)
  for (const one of inside) if (typeof one !== 'string') classesIn(one, found)
  return found
}

type Line = { text: string; is: string; size: number; leading: number }

/** Texts as lines no wider than the room; a long one is broken where it is full, between words of English. */
function textLines(texts: readonly string[], size: number, room: number, is: string): Line[] {
  const leading = size === TITLE.size ? TITLE.leading : SMALL.leading
  return texts
    .filter((text) => text !== '')
    .flatMap((text) => {
      const lines = ['']
      for (const piece of text.match(/[\x21-\x7e]+\s*|\s+|./gu) ?? []) {
        const line = (lines.at(-1) ?? '') + piece
        if (textWidth(line.trimEnd(), size) > room) lines.push(piece.trimStart())
        else lines[lines.length - 1] = line
      }
      return lines.map((line) => ({ text: line.trimEnd(), is, size, leading }))
    })
}

const heightOf = (lines: readonly Line[]) => lines.reduce((sum, { leading }) => sum + leading, 0)

function stacked(lines: readonly Line[], top: number): Part[] {
  let y = top
  return lines.map(({ text, is, size, leading }) => {
    y += leading
    return part('text', is, { x: EDGE, y: y - (leading - size) / 2 - size * 0.15 }, text)
  })
}

const itemWidth = ({ text }: KeyItem) => LETTER_KEY.width + 4 + textWidth(text, KEY.size)

function keyLine(items: readonly KeyItem[], top: number): Part[] {
  let x = EDGE
  return items.map((item) => {
    const start = x
    x += itemWidth(item) + KEY.gap
    return part(
      'g',
      'chart-key',
      { transform: `translate(${start.toFixed(1)} ${top.toFixed(1)})` },
      ...(item.sample.kind === 'line' ? keyParts(item.sample.index) : item.sample.parts),
      part('text', 'picture-text chart-small', { x: LETTER_KEY.width + 4, y: 10 }, item.text),
    )
  })
}
