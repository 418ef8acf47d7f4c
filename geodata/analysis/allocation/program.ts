// A mixed-integer program as plain data, and as the CPLEX LP text that solvers read.
export type Program = {
  sense: 'maximize' | 'minimize'
  objective: readonly (readonly [factor: number, variable: string])[]
  rows: readonly {
    terms: readonly (readonly [factor: number, variable: string])[]
    relation: '<=' | '>=' | '='
    bound: number
  }[]
  /** Continuous, 0 … 1. */
  atMostOne: readonly string[]
  binaries: readonly string[]
}

/** What a solver found: the chosen binaries, and how far from the best it may be at most. */
export type Solved = {
  chosen: string[]
  value: number
  /** No answer can be better than this. */
  bound: number
  isProven: boolean
}

/** Solves a program within a time; null: it found no answer at all. */
export type Solver = (program: Program, limitSeconds: number) => Solved | null

const TERMS_PER_LINE = 12

export function lpText({ sense, objective, rows, atMostOne, binaries }: Program): string {
  return [
    sense === 'maximize' ? 'Maximize' : 'Minimize',
    ` value: ${sum(objective)}`,
    'Subject To',
    ...rows.map(
      ({ terms, relation, bound }, index) => ` r${index}: ${sum(terms)} ${relation} ${bound}`,
    ),
    'Bounds',
    ...atMostOne.map((name) => ` 0 <= ${name} <= 1`),
    'Binaries',
    ...chunks(binaries, TERMS_PER_LINE).map((names) => ` ${names.join(' ')}`),
    'End',
    '',
  ].join('\n')
}

function sum(terms: Program['objective']): string {
  if (terms.length === 0) return '0'
  const written = terms.map(
    ([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`,
  )
  return chunks(written, TERMS_PER_LINE)
    .map((line) => line.join(' '))
    .join('\n  ')
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < all.length; from += size) parts.push(all.slice(from, from + size))
  return parts
}
