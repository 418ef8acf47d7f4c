// What is a field of a row called, and a value of it?
import { isEditable } from '#geodata/contract/editable/editable.ts'
import { t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { type ChoiceWords, FIELD_WORDS } from '#web/panels/editor/field-words.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { levelName } from '#web/parts/words/level-name.ts'
import { chained, type FormWords, partsOf } from '#web/parts/words/refusal-text.ts'

/** Of what the server works out by itself: no form asks for it, a change shows it. */
const DERIVED: Record<string, MessageKey> = {
  adcode: 'editor.follows.adcode',
  precisionRadiusKilometers: 'editor.derived.radius',
  systems: 'editor.derived.systems',
  companyCount: 'editor.derived.firms',
  plantOutputVehicles: 'editor.derived.output',
  cityPairs: 'editor.derived.cityPairs',
  orderToLineMinutesLow: 'editor.derived.low',
  orderToLineMinutesHigh: 'editor.derived.high',
  valueLow: 'editor.derived.low',
  valueHigh: 'editor.derived.high',
  asOfFrom: 'editor.derived.from',
  asOfTo: 'editor.derived.to',
  segmentId: 'editor.derived.segment',
  productZh: 'editor.derived.productZh',
  productEn: 'editor.derived.productEn',
  inTaxonomy: 'editor.derived.inTaxonomy',
  inputProductZh: 'editor.derived.inputProductZh',
}

/** By its label: that of the form, or of what the server works out. */
export function fieldName(table: string, field: string): string {
  if (field === 'geometry') return t('editor.place')
  const words = wordsOf(table, field) ?? DERIVED[field]
  if (!words) return field
  return t(typeof words === 'string' ? words : words.name)
}

/** One of a field's choices in words. */
export function choiceName(table: string, field: string, value: string): string {
  if (field === 'level') return levelName(value)
  const words = wordsOf(table, field)
  const key = typeof words === 'object' ? words.choices[value] : undefined
  return key ? t(key) : value
}

function wordsOf(table: string, field: string): MessageKey | ChoiceWords | undefined {
  if (!isEditable(table)) return undefined
  const fields: Record<string, MessageKey | ChoiceWords> = FIELD_WORDS[table]
  return fields[field]
}

/** How the form of a table calls what was refused: its fields, the place, who and why. */
export const rowWords = (table: string): FormWords => ({
  label: (pointer) => {
    if (pointer === 'Atlas-Reason:') return t('editor.reason')
    if (pointer === 'Atlas-Editor:') return t('editor.name')
    const [part = '', ...inner] = partsOf(pointer).filter((one) => one !== 'properties')
    const label = wordsOf(table, part) || part === 'geometry' ? fieldName(table, part) : null
    return chained([part, ...inner], (one) => (one === part ? label : null))
  },
  choice: (pointer, value) => choiceName(table, pointer.split('/').at(-1) ?? '', value),
})

/** Any value of a field as a reader sees it. */
export function valueWords(table: string, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('common.unknown')
  if (Array.isArray(value)) {
    return value.length > 0
      ? value.map(String).join(t('common.listSeparator'))
      : t('common.unknown')
  }
  if (typeof value === 'object') return placeWords(value)
  return inReadersWords(choiceName(table, field, String(value)))
}

function placeWords(geometry: object): string {
  const { type, coordinates } = geometry as { type?: string; coordinates?: unknown }
  if (type === 'Point' && Array.isArray(coordinates)) {
    return coordinates.map((degrees) => Number(degrees).toFixed(5)).join(', ')
  }
  return `${type ?? ''} ${JSON.stringify(coordinates).slice(0, 80)}…`
}
