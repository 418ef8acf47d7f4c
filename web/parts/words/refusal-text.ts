// What is wrong with a field, in a sentence that names the field by its label?
import type { FieldError } from '#geodata/contract/problem.ts'
import { say, t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'

/** How the fields of a form, and the choices of a field, are called; null: by no name of its own. */
export type FormWords = {
  label: (pointer: string) => string | null
  choice: (pointer: string, value: string) => string
}

/** Of a question to the server, whichever it is: one word for one field everywhere. */
export const QUESTION_WORDS: FormWords = {
  label: (pointer) => chained(partsOf(pointer), (part) => textOr(`refusals.field.${part}`, null)),
  choice: (_, value) => textOr(`refusals.value.${value}`, value),
}

/** The label, what came and what fits. */
export function refusalText(error: FieldError, words: FormWords): string {
  const label = words.label(error.pointer)
  const said = saidOf(error, words)
  return label === null ? said : t('refusals.of', { label, said })
}

function saidOf(error: FieldError, words: FormWords): string {
  const { pointer, choices, came } = error
  if (!choices) return say({ zh: error.detailZh, en: error.detail })
  const name = (value: string) => words.choice(pointer, value)
  const listed = choices.map((one) => `“${name(one)}”`).join(t('refusals.or'))
  return came === undefined
    ? t('refusals.missing', { choices: listed })
    : t('refusals.choice', { choices: listed, came: name(came) })
}

export const partsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .filter(Boolean)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** "Customers 2, Units in a year": every part that has a name, with its place in a list. */
export function chained(
  parts: readonly string[],
  nameOf: (part: string) => string | null,
): string | null {
  let whole: string | null = null
  for (const [at, part] of parts.entries()) {
    const degrees = degreesOf(parts, at)
    const name: string | null = degrees ?? nameOf(part)
    if (name !== null) whole = whole === null ? name : t('refusals.part', { whole, part: name })
    else if (whole !== null && /^\d+$/.test(part)) {
      whole = t('refusals.item', { name: whole, place: Number(part) + 1 })
    }
  }
  return whole
}

/** Fields that hold one place: longitude, then latitude; of an outline the last number is one of them. */
const PLACES = ['origin', 'destination', 'lngLat']
const LISTS_OF_PLACES = ['origins', 'destinations', 'closedNear']

function degreesOf(parts: readonly string[], at: number): string | null {
  const [part, before = '', earlier = ''] = [parts[at], parts[at - 1], parts[at - 2]]
  if (part !== '0' && part !== '1') return null
  const isOfPlace =
    PLACES.includes(before) ||
    LISTS_OF_PLACES.includes(earlier) ||
    (parts.includes('coordinates') && at === parts.length - 1 && isDegree(parts))
  if (!isOfPlace) return null
  return t(part === '0' ? 'refusals.field.lng' : 'refusals.field.lat')
}

/** Of a point its coordinates are the two numbers; of an outline they lie in rings of corners. */
function isDegree(parts: readonly string[]): boolean {
  const deep = parts.length - parts.indexOf('coordinates') - 1
  return deep === 1 || deep >= 3
}

/** The message of a key that may not be there. */
function textOr<Other>(key: string, other: Other): string | Other {
  const text = t(key as MessageKey)
  return text === key ? other : text
}
