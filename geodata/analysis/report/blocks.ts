// Of what is a page of a report made, whatever it tells: tables, lists, texts, and the places of maps.
import type { Rich } from '#geodata/analysis/told/rich.ts'

export type Align = 'left' | 'right' | 'center'

export type TableCell = {
  told: Rich
  /** Below it, smaller. */
  note?: Rich
  isUnknown?: true
  mark?: 'best' | 'worst'
}

export type Block =
  | { kind: 'text'; told: Rich }
  | { kind: 'list'; items: { mark: string; told: Rich; note: Rich; end: string }[] }
  | {
      kind: 'table'
      columns: { title: Rich; share: number; align: Align }[]
      groups: { title: string | null; rows: TableCell[][] }[]
    }
  | { kind: 'heading'; text: string }

export type Section = { id: string; title: string; blocks: Block[] }

/** A map that stands on a page: which view it is, what it says, and whose it is. */
export type MapPlace = {
  /** Of the drawing, and of its file. */
  id: string
  alt: string
  credits: string
}
