// What does a value of a row read like, in both languages? Choices and things that are named by an id bear their names.
import { type Nameables, nameablesFor } from '#geodata/analysis/importing/cell-value.ts'
import type { ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { Precision } from '#geodata/model/precision.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'

/** Null: nothing is given. */
export function valueWords(
  column: ImportColumn,
  value: unknown,
  known: Nameables,
): Bilingual | null {
  if (Array.isArray(value)) {
    const parts = value.map((one) => oneWords(column, one, known))
    if (parts.length === 0) return null
    return {
      zh: parts.map(({ zh }) => zh).join('、'),
      en: parts.map(({ en }) => en).join(', '),
    }
  }
  return value === null || value === undefined || value === ''
    ? null
    : oneWords(column, value, known)
}

function oneWords(column: ImportColumn, value: unknown, known: Nameables): Bilingual {
  const text = String(value)
  const chosen = column.choices.find((choice) => choice.value === text)
  if (chosen) return chosen.words
  const things = nameablesFor(column, known) ?? []
  const thing = things.find(({ id }) => id === text)
  if (!thing) return { zh: text, en: text }
  const [zh = text] = thing.names
  return { zh, en: thing.names.at(-1) ?? zh }
}

/** A place and how exact it is; null: there is none. */
export function placeWords(geometry: unknown, precision: unknown): Bilingual | null {
  const { type, coordinates } = Object(geometry) as { type?: string; coordinates?: unknown }
  if (!type) return null
  const radius = PRECISION_RADIUS_KILOMETERS[precision as Precision] ?? null
  const doubt = radius === null ? '' : ` ±${radius} km`
  if (type !== 'Point') return { zh: `图形${doubt}`, en: `shape${doubt}` }
  const [lng, lat] = coordinates as [number, number]
  const text = `${lng.toFixed(5)}, ${lat.toFixed(5)}${doubt}`
  return { zh: text, en: text }
}
