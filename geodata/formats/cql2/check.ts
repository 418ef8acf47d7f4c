// Can a filter be answered here? Every fault of it, in the words of whoever wrote it.
import {
  type Cql2,
  isCall,
  isInstant,
  isProperty,
  isSpatial,
} from '#geodata/formats/cql2/expression.ts'

/** What a filter may ask by: a text, a number, several values, or the place. */
export type QueryableKind = 'text' | 'number' | 'list' | 'geometry'
export type Queryables = ReadonlyMap<string, QueryableKind>

type Kind = QueryableKind | 'truth'
type Fault = { en: string; zh: string }

export const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const
export const ARITHMETIC = ['+', '-', '*', '/', '%', 'div', '^'] as const
export const ARRAY_PREDICATES = ['a_equals', 'a_contains', 'a_containedBy', 'a_overlaps'] as const

/** What an operation takes, and how many. */
const SERVED: Record<string, { takes: (at: number) => Kind | 'same'; most: number; gives: Kind }> =
  {
    and: { takes: () => 'truth', most: Number.POSITIVE_INFINITY, gives: 'truth' },
    or: { takes: () => 'truth', most: Number.POSITIVE_INFINITY, gives: 'truth' },
    not: { takes: () => 'truth', most: 1, gives: 'truth' },
    between: { takes: () => 'same', most: 3, gives: 'truth' },
    like: { takes: () => 'text', most: 2, gives: 'truth' },
    s_intersects: { takes: () => 'geometry', most: 2, gives: 'truth' },
    casei: { takes: () => 'text', most: 1, gives: 'text' },
    accenti: { takes: () => 'text', most: 1, gives: 'text' },
    ...each(COMPARISONS, { takes: () => 'same' as const, most: 2, gives: 'truth' as const }),
    ...each(ARITHMETIC, { takes: () => 'number' as const, most: 2, gives: 'number' as const }),
    ...each(ARRAY_PREDICATES, { takes: () => 'list' as const, most: 2, gives: 'truth' as const }),
  }

function each<T>(names: readonly string[], one: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, one]))
}

const WORDS: Record<Kind, Fault> = {
  text: { en: 'a text', zh: '文字' },
  number: { en: 'a number', zh: '数字' },
  list: { en: 'a list', zh: '列表' },
  geometry: { en: 'a geometry', zh: '几何' },
  truth: { en: 'a condition', zh: '条件' },
}

export function faultsOfFilter(filter: Cql2, queryables: Queryables): Fault[] {
  const faults: Fault[] = []
  const fault = (en: string, zh: string) => {
    if (!faults.some((known) => known.en === en)) faults.push({ en, zh })
    return null
  }

  /** What the expression is; null: it was refused already. */
  const kindOf = (one: Cql2): Kind | null => {
    if (typeof one === 'string' || isInstant(one)) return 'text'
    if (typeof one === 'number') {
      return Number.isFinite(one) ? 'number' : fault('A number is too large.', '数字过大。')
    }
    if (typeof one === 'boolean') return 'truth'
    if (Array.isArray(one)) {
      for (const part of one) need(part, 'text')
      return 'list'
    }
    if (isProperty(one)) return propertyKind(one.property)
    if (isSpatial(one)) return spatialKind(one)
    if (isCall(one)) return callKind(one)
    return fault(
      'INTERVAL and the temporal functions (T_…) are not served here.',
      '本服务不支持 INTERVAL 和时间函数（T_…）。',
    )
  }

  const propertyKind = (name: string): Kind | null =>
    queryables.get(name) ??
    fault(
      `There is no property “${name}”; there are ${[...queryables.keys()].join(', ')}.`,
      `没有属性“${name}”；现有 ${[...queryables.keys()].join('、')}。`,
    )

  const spatialKind = (one: Extract<Cql2, object>): Kind | null => {
    const numbers = numbersIn('bbox' in one ? one.bbox : one)
    const isBox = !('bbox' in one) || one.bbox.length === 4 || one.bbox.length === 6
    return numbers !== null && isBox
      ? 'geometry'
      : fault(
          'A geometry holds something else than finite numbers, or a BBOX neither four nor six of them.',
          '几何中有不是数字的内容，或 BBOX 不是四个或六个数。',
        )
  }

  const callKind = ({ op, args }: { op: string; args: Cql2[] }): Kind | null => {
    if (op === 'isNull') {
      const [one] = args
      if (args.length !== 1 || one === undefined || !isProperty(one)) {
        return fault('IS NULL asks of a property.', 'IS NULL 只能用于属性。')
      }
      return propertyKind(one.property) && 'truth'
    }
    if (op === 'in') return inKind(args)
    const served = SERVED[op]
    if (!served) {
      return fault(
        `“${op.toUpperCase()}” is not served here; AND, OR, NOT, comparisons, LIKE, BETWEEN, IN, IS NULL, CASEI, ACCENTI, arithmetic, S_INTERSECTS and ${ARRAY_PREDICATES.join(', ').toUpperCase()} are.`,
        `本服务不支持“${op.toUpperCase()}”；支持 AND、OR、NOT、比较、LIKE、BETWEEN、IN、IS NULL、CASEI、ACCENTI、四则运算、S_INTERSECTS 及 ${ARRAY_PREDICATES.join('、').toUpperCase()}。`,
      )
    }
    const { takes, most, gives } = served
    const isFew = Number.isFinite(most) ? args.length !== most : args.length < 2
    if (isFew) {
      const count = Number.isFinite(most) ? String(most) : '2 …'
      return fault(
        `${op.toUpperCase()} takes ${count} arguments; ${args.length} came.`,
        `${op.toUpperCase()} 需要 ${count} 个参数，收到 ${args.length} 个。`,
      )
    }
    if (op === 'like' && !isPattern(args[1])) {
      fault(
        'The pattern of LIKE is a text in quotation marks, % and _ standing for any characters.',
        'LIKE 的式样应为引号中的文字，用 % 和 _ 代表任意字符。',
      )
    }
    const [first] = args
    const same = takes(0) === 'same' && first !== undefined ? kindOf(first) : null
    for (const [at, one] of args.entries()) {
      const kind = takes(at)
      if (kind !== 'same') need(one, kind)
      else if (at > 0 && same) need(one, scalar(same, op) ?? same)
    }
    return gives
  }

  /** Several values and places are not compared with = and the like. */
  const scalar = (kind: Kind, op: string): Kind | null =>
    kind === 'list'
      ? fault(
          `A property with several values is asked by A_CONTAINS (property, ('value')), not by ${op.toUpperCase()}.`,
          `有多个值的属性应使用 A_CONTAINS(属性, ('值'))，不能用 ${op.toUpperCase()}。`,
        )
      : kind === 'geometry'
        ? fault(
            `A place is asked by S_INTERSECTS, not by ${op.toUpperCase()}.`,
            `位置应使用 S_INTERSECTS，不能用 ${op.toUpperCase()}。`,
          )
        : kind

  const inKind = ([one, list]: Cql2[]): Kind | null => {
    if (one === undefined || !Array.isArray(list) || list.length === 0) {
      return fault('IN asks of a list of values: x IN (1, 2).', 'IN 需要一组值：x IN (1, 2)。')
    }
    const kind = kindOf(one)
    const compared = kind && scalar(kind, 'in')
    for (const part of list) if (compared) need(part, compared)
    return 'truth'
  }

  const need = (one: Cql2, kind: Kind): void => {
    // What stands alone in brackets is a list where a list is expected.
    if (kind === 'list' && (typeof one === 'string' || Array.isArray(one)))
      return void kindOf([one].flat())
    const came = kindOf(one)
    if (came === null || came === kind) return
    fault(
      `${told(one)} is ${WORDS[came].en}; expected ${WORDS[kind].en}.`,
      `${told(one)} 是${WORDS[came].zh}，应为${WORDS[kind].zh}。`,
    )
  }

  need(filter, 'truth')
  return faults
}

function isPattern(one: Cql2 | undefined): boolean {
  if (typeof one === 'string') return true
  return (
    one !== undefined &&
    isCall(one) &&
    ['casei', 'accenti'].includes(one.op) &&
    isPattern(one.args[0])
  )
}

const told = (one: Cql2) =>
  isProperty(one)
    ? `“${one.property}”`
    : isCall(one)
      ? one.op.toUpperCase()
      : JSON.stringify(one).slice(0, 60)

/** Every number of a geometry; null where there is anything else. */
function numbersIn(value: unknown): number[] | null {
  if (typeof value === 'number') return Number.isFinite(value) ? [value] : null
  if (Array.isArray(value)) {
    const inner = value.map(numbersIn)
    return inner.length === 0 || inner.includes(null) ? null : (inner.flat() as number[])
  }
  const { coordinates, geometries } = Object(value) as {
    coordinates?: unknown
    geometries?: unknown
  }
  if (geometries !== undefined) return numbersIn(geometries)
  return coordinates === undefined ? null : numbersIn(coordinates)
}
