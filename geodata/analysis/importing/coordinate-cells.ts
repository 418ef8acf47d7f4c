// Which two cells are the coordinates of a row? Two columns, or one that holds both.

import { cellText } from '#geodata/analysis/importing/cell-text.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { readCoordinate } from '#geodata/formats/coordinates/read-angle.ts'
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'

export type CoordinatePair = readonly [string | number, string | number]

export type PairRead =
  | { kind: 'none' }
  | { kind: 'pair'; pair: CoordinatePair }
  | { kind: 'refused'; column: string; came: string; fits: Bilingual }

const WKT = /^(?:SRID=\d+;)?\s*POINT\s*Z?\s*\(\s*(\S+)\s+(\S+)[^)]*\)$/i
const MARKS = /^[\s([（【]+|[\s)\]）】]+$/g
/** Between two coordinates: a mark, or blanks where neither is written in degrees, minutes and seconds. */
const BETWEEN = /\s*[,，;；/、|]\s*/

/** By the names of the columns of places. */
export function pairIn(cells: Readonly<Record<string, Cell>>): PairRead {
  const [first, second] = [textIn(cells['place.first']), textIn(cells['place.second'])]
  const both = textIn(cells['place.both'])
  if (first === '' && second === '') return both === '' ? { kind: 'none' } : split(String(both))
  for (const [column, text, missing] of [
    ['place.first', first, { zh: '有纬度没有经度', en: 'There is a latitude and no longitude' }],
    ['place.second', second, { zh: '有经度没有纬度', en: 'There is a longitude and no latitude' }],
  ] as const) {
    if (text === '') return { kind: 'refused', column, came: '', fits: missing }
    const refused = faultOf(column, text)
    if (refused) return refused
  }
  return { kind: 'pair', pair: [first, second] }
}

function textIn(cell: Cell | undefined): string | number {
  return typeof cell === 'number' ? cell : cellText(cell)
}

function faultOf(column: string, text: string | number): PairRead | null {
  if (readCoordinate(text)) return null
  const came = String(text)
  return { kind: 'refused', column, came, fits: fitsOf(came) }
}

const MINUTES_TOO_MANY = /[°度d]\s*(\d+(?:\.\d+)?)/i

function fitsOf(came: string): Bilingual {
  const minutes = Number(MINUTES_TOO_MANY.exec(came)?.[1])
  if (minutes >= 60) {
    return { zh: `分是 ${minutes}，应小于 60`, en: `${minutes} minutes; below 60 are expected` }
  }
  return {
    zh: '不是坐标。写成 106.5167，或 106°31′00″',
    en: 'It is no coordinate: write 106.5167 or 106°31′00″',
  }
}

/** With words and blanks around; a longer text is none. */
const LONGEST_PAIR = 300

function split(text: string): PairRead {
  if (text.length > LONGEST_PAIR) {
    const came = `${text.slice(0, LONGEST_PAIR)}…`
    return { kind: 'refused', column: 'place.both', came, fits: fitsOf('') }
  }
  const wkt = WKT.exec(text)
  const parts = wkt ? [wkt[1] ?? '', wkt[2] ?? ''] : partsOf(text.replace(MARKS, ''))
  const [first = '', second = ''] = parts
  if (parts.length !== 2) {
    return {
      kind: 'refused',
      column: 'place.both',
      came: text,
      fits: {
        zh: `应为两个数，中间用逗号隔开，现读出 ${parts.length} 个`,
        en: `Two numbers with a comma between are expected; ${parts.length} were read`,
      },
    }
  }
  return (
    faultOf('place.both', first) ??
    faultOf('place.both', second) ?? { kind: 'pair', pair: [first, second] }
  )
}

function partsOf(text: string): string[] {
  const marked = text.split(BETWEEN).filter(Boolean)
  if (marked.length > 1) return marked
  const plain = text.split(/\s+/)
  return plain.length === 2 ? plain : marked
}
