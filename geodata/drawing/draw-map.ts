// One map as vectors (SVG 1.1): the ground and what is known of it, at the size it is printed.
//
// The order is that of the page: ground, what is reached, roads, borders and lines, symbols, words. Words
// and symbols stay clear of each other; legend, credits and approval number stand below the field.
import { frameAround, project } from '#geodata/drawing/frame.ts'
import { type Box, type LabelPlaced, placeLabels } from '#geodata/drawing/labels.ts'
import type { MapDrawing, Sheet } from '#geodata/drawing/map-drawing.ts'
import { LINES } from '#geodata/drawing/styles.ts'
import { element, group, svgDocument } from '#geodata/drawing/svg.ts'
import { drawScoredGround, drawStretches } from '#geodata/drawing/things/analysed.ts'
import { cableWords, drawCables } from '#geodata/drawing/things/cables.ts'
import {
  districtWords,
  drawBorders,
  drawGround,
  riverWords,
} from '#geodata/drawing/things/ground.ts'
import { marginOf, scaleBar } from '#geodata/drawing/things/margin.ts'
import { drawReachedGround, drawReachedLines, ringWords } from '#geodata/drawing/things/reached.ts'
import { drawRoads } from '#geodata/drawing/things/roads.ts'
import { strokeOf } from '#geodata/drawing/things/strokes.ts'
import { boxesTaken, drawSymbols, standings, symbolWords } from '#geodata/drawing/things/symbols.ts'
import { drawLeader, drawWord, type Word } from '#geodata/drawing/things/words-on-map.ts'

/** Between what must be seen and the edge of the field. */
const FREE_POINTS = 26
/** A field lower than this shows no map: the legend goes on below the drawing instead. */
const LEAST_FIELD_POINTS = 60
/** From the edge of the field to any word. */
const WORD_EDGE = 3

/** The drawing as a whole SVG document. */
export function drawMap(drawing: MapDrawing): string {
  const { width, height, title, family, paint, language } = drawing
  const margin = marginOf(drawing, width)
  const fieldHeight = Math.max(LEAST_FIELD_POINTS, height - margin.height)
  const frame = frameAround(drawing.bounds, { width, height: fieldHeight }, FREE_POINTS)
  const sheet: Sheet = { frame, paint, theme: drawing.theme, language }
  return svgDocument(
    { width, height, title, language, family },
    element('rect', { width, height, fill: paint('bg') }),
    element(
      'clipPath',
      { id: 'field' },
      element('rect', { width: frame.width, height: frame.height }),
    ),
    drawField(sheet, drawing),
    element('rect', {
      x: 0.3,
      y: 0.3,
      width: frame.width - 0.6,
      height: frame.height - 0.6,
      ...strokeOf(LINES.frame, paint),
    }),
    margin.draw(fieldHeight, paint),
  )
}

function drawField(sheet: Sheet, drawing: MapDrawing): string {
  const { ground, reached, symbols, cables = [] } = drawing
  const { frame, paint } = sheet
  const roads = drawRoads(sheet, drawing.roadsIn)
  const stood = standings(sheet, symbols)
  const scale = scaleBar(sheet)
  const [origin] = symbols
  const middle = origin ? project(frame, origin.lngLat) : ([0, 0] as const)
  const words = [
    ...symbolWords(stood),
    ...cableWords(sheet, cables),
    ...ringWords(sheet, reached, [middle[0], middle[1]]),
    ...roads.shields,
    ...districtWords(sheet, ground),
    ...riverWords(sheet, ground),
  ]
  const field: Box = {
    left: WORD_EDGE,
    top: WORD_EDGE,
    right: frame.width - WORD_EDGE,
    bottom: frame.height - WORD_EDGE,
  }
  const placed = placeLabels(
    words.map(({ asked }) => asked),
    field,
    [...boxesTaken(stood), scale.box],
  )
  return element(
    'g',
    { class: 'field', 'clip-path': 'url(#field)' },
    drawGround(sheet, ground),
    drawScoredGround(sheet, reached),
    drawReachedGround(sheet, reached),
    roads.svg,
    drawBorders(sheet, ground),
    drawReachedLines(sheet, reached),
    drawStretches(sheet, reached),
    drawCables(sheet, cables),
    ...wordsAndLeaders(words, placed, paint, drawSymbols(sheet, stood)),
    scale.svg,
  )
}

/** Leaders lie under the symbols, and the words of least weight under all others. */
function wordsAndLeaders(
  words: readonly Word[],
  placed: readonly (LabelPlaced | null)[],
  paint: Sheet['paint'],
  symbols: string,
): string[] {
  const found = words.flatMap((word, at) => {
    const label = placed[at]
    return label ? [{ word, label }] : []
  })
  return [
    group(
      { class: 'leaders' },
      found.map(({ label }) => drawLeader(label, paint)),
    ),
    symbols,
    group(
      { class: 'words' },
      found.toReversed().map(({ word, label }) => drawWord(word, label, paint)),
    ),
  ]
}
