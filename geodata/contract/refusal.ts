// What is said of a value that does not fit? What came and what fits, in plain words of both languages.
//
// No name of a field stands in the words: who shows them puts the field's own label before them.
import type { z } from 'zod'
import type { FieldError } from '#geodata/contract/problem.ts'
import { SHOWN_CHARACTERS, shortened } from '#geodata/contract/repeated.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type Issue = z.core.$ZodIssue

/** One per value that does not fit, with its JSON Pointer below `root`; needs the issues' inputs (`reportInput`). */
export function refusalsOf(error: z.core.$ZodError, value: unknown, root: string): FieldError[] {
  return error.issues.map((told) => {
    const issue = meantBy(told)
    const { zh, en } = wordsOf(issue)
    const pointer = root + issue.path.map(pointerPart).join('')
    const error = { pointer, detail: en, detailZh: zh, ...choicesOf(issue) }
    if (!looksSwapped(value, issue.path)) return error
    return {
      ...error,
      detail: `${en}. Longitude comes first: they look swapped.`,
      detailZh: `${zh}。经度在前、纬度在后：看来写反了。`,
    }
  })
}

/** Where one of several shapes was expected, or a key of some kind: the fault of the shape or key that came. */
function meantBy(issue: Issue): Issue {
  const { path } = issue
  if (issue.code === 'invalid_key' && issue.issues[0]) return { ...issue.issues[0], path }
  if (issue.code !== 'invalid_union') return issue
  if ('options' in issue && issue.options && issue.discriminator) {
    // What came is the whole, of which one field says its kind.
    const input = (issue.input as Record<string, unknown> | null)?.[issue.discriminator]
    const values = [...issue.options] as string[]
    return { code: 'invalid_value', values, input, path, message: issue.message }
  }
  const firsts = issue.errors.flatMap(([first]) => first ?? [])
  const meant = firsts.find(
    ({ code, path: within }) => code !== 'invalid_type' || within.length > 0,
  )
  const one = meant ?? firsts[0]
  return one ? { ...one, path: [...path, ...one.path] } : issue
}

const pointerPart = (part: PropertyKey) =>
  `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`

/** What a value is one of, where the words name the choices. */
function choicesOf(issue: Issue): { choices?: string[]; came?: string } {
  const choices = listedIn(issue)
  if (choices.length < 2) return {}
  return isMissing(issue.input)
    ? { choices }
    : { choices, came: typeof issue.input === 'object' ? '…' : shortened(String(issue.input)) }
}

function listedIn(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  const ours = issue.code === 'custom' ? issue.params?.choices : undefined
  return Array.isArray(ours) ? ours.map(String) : []
}

function wordsOf(issue: Issue): Bilingual {
  const fits = fitsOf(issue)
  if (issue.code === 'unrecognized_keys') {
    const [zh, en] = ['、', ', '].map((comma) => issue.keys.map((key) => `“${key}”`).join(comma))
    return { zh: `没有${zh}这一项`, en: `${en} is not known here` }
  }
  if (issue.code === 'custom') {
    return issue.input === ''
      ? { zh: `没有填写，${fits.zh}`, en: `Nothing was given. ${fits.en}` }
      : withWhatCame(issue.input, fits, '。', '. ')
  }
  if (isMissing(issue.input)) {
    return { zh: `没有填写，${fits.zh}`, en: `Nothing was given; ${fits.en}` }
  }
  return withWhatCame(issue.input, fits, '，', '; ')
}

function withWhatCame(input: unknown, fits: Bilingual, zh: string, en: string): Bilingual {
  const came = cameWords(input)
  return came
    ? { zh: `现为${came.zh}${zh}${fits.zh}`, en: `${came.en} was given${en}${fits.en}` }
    : fits
}

const isMissing = (input: unknown) =>
  input === undefined || input === null || (typeof input === 'string' && input.trim() === '')

/** What came, as a person reads it; null where it is no single value. */
function cameWords(input: unknown): Bilingual | null {
  switch (typeof input) {
    case 'string': {
      const text = `“${shortened(input)}”`
      if (input.length <= SHOWN_CHARACTERS) return { zh: text, en: text }
      return { zh: `${text}（${input.length} 个字）`, en: `${text} (${input.length} characters)` }
    }
    case 'number':
      return { zh: ` ${input} `, en: String(input) }
    case 'boolean':
      return input ? { zh: '“是”', en: '“yes”' } : { zh: '“否”', en: '“no”' }
    default:
      if (!Array.isArray(input)) return null
      return { zh: ` ${input.length} 项`, en: `A list of ${input.length}` }
  }
}

const TYPES: Record<string, Bilingual> = {
  string: { zh: '应为文字', en: 'a text is expected' },
  number: { zh: '应为数字', en: 'a number is expected' },
  int: { zh: '应为整数', en: 'a whole number is expected' },
  boolean: { zh: '应为“是”或“否”', en: 'yes or no is expected' },
  array: { zh: '应为一组内容', en: 'a list is expected' },
  tuple: { zh: '应为经度、纬度两个数', en: 'longitude and latitude are expected' },
}

/** Values that stand alone: there is no other choice. */
const ONLY: Record<string, Bilingual> = {
  Point: { zh: '应为地图上的一个点', en: 'a point on the map is expected' },
  truck: { zh: '应为卡车', en: 'a truck is expected' },
  Polygon: { zh: '应为地图上的一片范围', en: 'an area on the map is expected' },
}

/** What would fit. */
function fitsOf(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return issue.path.at(-1) === 'geometry' && issue.path.length === 1
        ? { zh: '应为地图上的位置', en: 'a place on the map is expected' }
        : (TYPES[issue.expected] ?? { zh: '应为一组内容', en: 'a group of values is expected' })
    case 'too_small':
      return boundOf(issue.origin, Number(issue.minimum), issue.inclusive ?? true, 'least')
    case 'too_big':
      return boundOf(issue.origin, Number(issue.maximum), issue.inclusive ?? true, 'most')
    case 'invalid_value': {
      const values = issue.values.map(String)
      const only = ONLY[values[0] ?? '']
      if (only && values.length === 1) return only
      return values.length === 1
        ? { zh: `应为 ${values[0]}`, en: `${values[0]} is expected` }
        : { zh: `应为 ${values.join('、')} 之一`, en: `one of ${values.join(', ')} is expected` }
    }
    case 'invalid_format':
      return { zh: '含有不允许的字符', en: 'some of its characters are not allowed' }
    case 'custom': {
      const zh = issue.params?.zh
      return { zh: typeof zh === 'string' ? zh : '不符合要求', en: issue.message }
    }
    default:
      return { zh: '不符合要求', en: 'this does not fit' }
  }
}

function boundOf(
  origin: string,
  bound: number,
  inclusive: boolean,
  end: 'least' | 'most',
): Bilingual {
  const isLeast = end === 'least'
  if (origin === 'string') {
    if (isLeast && bound === 1) return { zh: '不能为空', en: 'a text is expected' }
    return isLeast
      ? { zh: `至少 ${bound} 个字`, en: `at least ${bound} characters are expected` }
      : { zh: `最多 ${bound} 个字`, en: `at most ${bound} characters fit` }
  }
  if (origin === 'array' || origin === 'set') {
    return isLeast
      ? { zh: `至少 ${bound} 项`, en: `at least ${bound} are expected` }
      : { zh: `最多 ${bound} 项`, en: `at most ${bound} fit` }
  }
  if (inclusive) {
    return isLeast
      ? { zh: `应不小于 ${bound}`, en: `${bound} or more is expected` }
      : { zh: `应不大于 ${bound}`, en: `${bound} or less is expected` }
  }
  return isLeast
    ? { zh: `应大于 ${bound}`, en: `more than ${bound} is expected` }
    : { zh: `应小于 ${bound}`, en: `less than ${bound} is expected` }
}

/** A latitude beyond ±90 whose neighbour would be a latitude: [30, 120]. */
function looksSwapped(value: unknown, path: readonly PropertyKey[]): boolean {
  if (path.at(-1) !== 1) return false
  const pair = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], value)
  return Array.isArray(pair) && Math.abs(Number(pair[1])) > 90 && Math.abs(Number(pair[0])) <= 90
}
