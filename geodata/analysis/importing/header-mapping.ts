// Which column of a table does each header of a file stand for?
import { saySameSystem, withoutSystem } from '#geodata/analysis/coordinates/said-system.ts'
import type { ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import { bare, likeness } from '#geodata/analysis/importing/similar.ts'

/** Header, bare → name of the column it was given by hand; null: it is left out. */
export type Remembered = Readonly<Record<string, string | null>>

export type MappedHeader = {
  header: string
  /** Null: nothing of the table, and not taken in. */
  column: string | null
  /** `hand`: remembered from an earlier file. */
  by: 'name' | 'likeness' | 'hand' | null
  /** What stands in brackets: a unit, a hint. */
  aside: string
}

/** The first two columns of a sheet of rows to mend: where each row stood, and why it came back. */
export const MEND_HEADERS = {
  zh: ['行号', '原因'],
  en: ['Line', 'Reason'],
} as const
/** Headers of columns that count rows, say why they came back or name the system, which the rows tell. */
const PASSED_OVER = new Set([
  ...['序号', 'no', 'index', '#', 'fid', 'ogcfid'],
  ...['坐标系', '坐标系统', 'crs', 'srs', 'coordinatesystem'],
  ...[...MEND_HEADERS.zh, ...MEND_HEADERS.en].map(bare),
])
const LIKE = 0.6
/** Where a file has no headers a whole report may stand in their row; a name is told by its beginning. */
const LONGEST_HEADER = 300
const OTHER_OF_PAIR: Readonly<Record<string, string>> = {
  'place.first': 'place.second',
  'place.second': 'place.first',
}
/** 规划面积（平方公里） → the name, and what is said aside. */
const ASIDE = /[(（[【〔]([^)）\]】〕]*)[)）\]】〕]/g

/**
 * Each column once: the surest header takes it. Of several pairs of coordinates in a file one is taken whole, not the
 * longitude of one system with the latitude of another.
 */
export function mapHeaders(
  headers: readonly string[],
  columns: readonly ImportColumn[],
  remembered: Remembered = {},
): MappedHeader[] {
  const known = columns.map((column) => ({
    name: column.name,
    called: namesOf(column),
    isPlace: column.kind === 'place',
  }))
  const parts = headers.map(partsOf)
  const guesses = parts.flatMap(({ whole, name, ofPlace }, at) => {
    if (PASSED_OVER.has(name) || Object.hasOwn(remembered, whole)) return []
    return known.map((column) => ({
      at,
      column: column.name,
      score: Math.max(
        scoreOf(whole, name, column.called),
        column.isPlace && column.called.includes(ofPlace) ? 1 : 0,
      ),
    }))
  })
  const found = new Map<number, { column: string; by: MappedHeader['by'] }>()
  const taken = new Set<string>()
  parts.forEach(({ whole }, at) => {
    const column = Object.hasOwn(remembered, whole) ? remembered[whole] : null
    if (!column || taken.has(column)) return
    found.set(at, { column, by: 'hand' })
    taken.add(column)
  })
  guesses.sort((a, b) => b.score - a.score || a.at - b.at)
  // A second latitude is no column of both.
  const isLeftOver = (column: string, score: number) =>
    column === 'place.both' && score < 1 && taken.has('place.first') && taken.has('place.second')
  const isOfAnother = (at: number, column: string) => {
    const other = [...found].find(([, one]) => one.column === OTHER_OF_PAIR[column])?.[0]
    return other !== undefined && !saySameSystem(headers[at] ?? '', headers[other] ?? '')
  }
  for (const takesAny of [false, true]) {
    for (const { at, column, score } of guesses) {
      if (score < LIKE || found.has(at) || taken.has(column)) continue
      if (isLeftOver(column, score) || (!takesAny && isOfAnother(at, column))) continue
      found.set(at, { column, by: score >= 1 ? 'name' : 'likeness' })
      taken.add(column)
    }
  }
  return headers.map((header, at) => {
    const { column = null, by = null } = found.get(at) ?? {}
    return { header, column, by, aside: parts[at]?.aside ?? '' }
  })
}

/** By what a header is remembered. */
export const headerKey = (header: string) => bare(header.slice(0, LONGEST_HEADER))

/** How many of the cells are names of columns: by that the row of headers is known. */
export function namesKnown(cells: readonly string[], columns: readonly ImportColumn[]): number {
  const called = new Set(columns.flatMap(namesOf))
  const places = new Set(columns.filter(({ kind }) => kind === 'place').flatMap(namesOf))
  return cells.filter((cell) => {
    const { name, ofPlace } = partsOf(cell)
    return called.has(name) || places.has(ofPlace) || PASSED_OVER.has(name)
  }).length
}

function partsOf(written: string) {
  const header = written.slice(0, LONGEST_HEADER)
  const asides = [...header.matchAll(ASIDE)].map(([, words = '']) => words)
  const name = bare(header.replace(ASIDE, ''))
  return {
    whole: bare(header),
    name: name || bare(header),
    aside: asides.join(' ').trim(),
    /** Its name where it is a column of coordinates, whose header may say their system. */
    ofPlace: bare(withoutSystem(header.replace(ASIDE, ''))),
  }
}

function namesOf({ name, words, also }: ImportColumn): string[] {
  const all = [name, words.zh, words.en, ...also]
  return [...new Set(all.flatMap((one) => [bare(one), partsOf(one).name]))]
}

/**
 * Above 1: the same name, with what is said aside (投入（中文） is not 投入（英文）); 1: the same name; below: how alike,
 * more where one holds the other at its end, as 企业所在区县 does 区县.
 */
function scoreOf(whole: string, name: string, called: readonly string[]): number {
  if (called.includes(whole)) return 1.1
  if (called.includes(name)) return 1
  return Math.max(
    ...called.map((one) => {
      const ends =
        one.length >= 2 && name.endsWith(one) ? 0.6 + (0.35 * one.length) / name.length : 0
      return Math.max(ends, likeness(name, one) * 0.95)
    }),
  )
}
