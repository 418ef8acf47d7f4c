// How many rows of which kind have changes together?
import type { ChangeCounts } from '#geodata/contract/history.ts'

const KINDS = ['insert', 'update', 'delete', 'refuse'] as const
export type Kind = (typeof KINDS)[number]

export function sumOf(counts: readonly ChangeCounts[]): Record<Kind, number> {
  const sum = { insert: 0, update: 0, delete: 0, refuse: 0 }
  for (const one of counts) for (const kind of KINDS) sum[kind] += one[kind]
  return sum
}

export const rowCount = (sum: Readonly<Record<Kind, number>>): number =>
  KINDS.reduce((all, kind) => all + sum[kind], 0)
