// Every source of a report once, by the number that figures carry: what it is, who published it, when, how sure.

import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { NO_ADDRESS, SOURCE_CLASS, TABLE } from '#geodata/analysis/report/source-words.ts'
import { CONFIDENCE } from '#geodata/analysis/siting/document/words.ts'
import type { Run, Say } from '#geodata/analysis/told/rich.ts'

type Span = { oldest: string; newest: string } | null

export type ReportSource = {
  number: number
  title: string
  publisher: string
  date: string
  /** How sure whoever collected it was. */
  confidence: string
  /** null: it has no address. */
  url: string | null
  /** As the foot of a page names it. */
  short: string
}

/** A source that is none of the data: roads, draws, what the client asked. */
export type NamedSource = {
  id: string
  title: string
  publisher: string
  date: string
  confidence: string
}

export type Sources = {
  /** The number of each source that a text of the data names, `;` between them. */
  cite: (text: string, asOf?: Span) => Run
  citeNamed: (...ids: string[]) => Run
  list: () => ReportSource[]
}

type Known = { number: number; text: string; spans: NonNullable<Span>[] }

/** Numbers are given in the order in which sources are first cited. */
export function reportSources(
  facts: RegionFacts,
  named: readonly NamedSource[],
  say: Say,
): Sources {
  const known = new Map<string, Known>()
  const numberOf = (id: string, span: Span) => {
    const found = known.get(id) ?? { number: known.size + 1, text: id, spans: [] }
    known.set(id, found)
    if (span) found.spans.push(span)
    return found.number
  }
  const sorted = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b)
  return {
    cite: (text, asOf = null) => ({
      refs: sorted(partsOf(text).map((part) => numberOf(idOf(part, named), asOf))),
    }),
    citeNamed: (...ids) => ({ refs: sorted(ids.map((id) => numberOf(id, null))) }),
    list: () => {
      const rows = rowsBySource(facts)
      return [...known.values()].map(({ number, text, spans }) => {
        const own = named.find(({ id }) => id === text)
        if (own) return { ...own, number, url: null, short: `${own.title}` }
        const about = described(text, { facts, rows, say })
        const name = about.url === null ? about.title : about.publisher
        const date = spanText(spans)
        const short = date === null ? name : `${name}, ${date}`
        return { number, ...about, date: date ?? say('日期不详', 'no date'), short }
      })
    },
  }
}

function partsOf(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
}

const ROADS = /skeleton network|street network/

/** The roads are one source by whatever words a figure names them; a table is one whatever stands before its name. */
function idOf(part: string, named: readonly NamedSource[]): string {
  if (ROADS.test(part)) return ROADS_ID
  const table = tableOf(part)
  if (table && part.endsWith('.csv')) return `${table}.csv`
  return named.find(({ title }) => title === part)?.id ?? part
}

export const ROADS_ID = 'roads'

function tableOf(text: string): string | null {
  return /\b([a-z]+(?:_[a-z]+)*)\.csv\b/.exec(text)?.[1] ?? null
}

type Row = { source?: unknown; sourceClass?: unknown; confidence?: unknown }
type About = { facts: RegionFacts; rows: Map<string, Row[]>; say: Say }

function described(
  text: string,
  { facts, rows, say }: About,
): Omit<ReportSource, 'number' | 'date' | 'short'> {
  const address = /^https?:\/\//.test(text) ? text : null
  const table = tableOf(text)
  const own = table ? rowsOfTable(facts, table) : (rows.get(text) ?? [])
  const words = table ? TABLE[table] : NO_ADDRESS[text]
  return {
    title: words
      ? say(words.zh, words.en) + (table && !text.endsWith('.csv') ? text.split('.csv')[1] : '')
      : (address?.replace(/^https?:\/\//, '') ?? text),
    publisher: address ? new URL(address).hostname : classesOf(own, say),
    confidence: confidencesOf(own, say),
    url: address,
  }
}

function classesOf(rows: readonly Row[], say: Say): string {
  const classes = [...new Set(rows.map(({ sourceClass }) => String(sourceClass ?? '')))]
  return classes
    .flatMap((one) => {
      const words = SOURCE_CLASS[one]
      return words ? [say(words.zh, words.en)] : []
    })
    .join(say('、', ', '))
}

/** Of a table how many rows are how sure. */
function confidencesOf(rows: readonly Row[], say: Say): string {
  const told = (['high', 'medium', 'low'] as const).flatMap((level) => {
    const count = rows.filter(({ confidence }) => confidence === level).length
    const words = CONFIDENCE[level]
    return count === 0 ? [] : [{ words: say(words.zh, words.en), count }]
  })
  if (told.length === 0) return say('未注明', 'not stated')
  if (told.length === 1) return told[0]?.words ?? ''
  return told.map(({ words, count }) => `${words} ${count}`).join(say('、', ', '))
}

/** null: no date is known. */
function spanText(spans: readonly NonNullable<Span>[]): string | null {
  const dates = spans.flatMap(({ oldest, newest }) => [oldest, newest]).sort()
  const [oldest, newest] = [dates[0], dates.at(-1)]
  if (!oldest || !newest) return null
  return oldest === newest ? oldest : `${oldest}–${newest}`
}

/** The rows of a table by its name: `company_products` are `companyProducts`. */
function rowsOfTable(facts: RegionFacts, table: string): Row[] {
  const key = table.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const rows = (facts as unknown as Record<string, unknown>)[key]
  return Array.isArray(rows) ? rows.map(propertiesOf) : []
}

function propertiesOf(row: object): Row {
  return 'properties' in row ? (row.properties as Row) : (row as Row)
}

function rowsBySource(facts: RegionFacts): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const list of Object.values(facts)) {
    if (!Array.isArray(list)) continue
    for (const row of list.map(propertiesOf)) {
      if (typeof row.source !== 'string') continue
      for (const part of partsOf(row.source)) {
        const rows = found.get(part)
        if (rows) rows.push(row)
        else found.set(part, [row])
      }
    }
  }
  return found
}
