// What is looked at: a row of any table as the editor shows it, with what is known beside it.
import type { BasemapFeature, District } from '#geodata/contract/collections.ts'
import type { Statement } from '#geodata/contract/documents.ts'
import type { TaskKind } from '#geodata/contract/editable/tasks.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { HomeRegion } from '#geodata/model/region.ts'

/** `nameZh`, `nameEn` are those of a reader: of an answer, the park and what it answers. */
export type KnownRow = {
  collection: string
  id: string
  nameZh: string
  nameEn: string
  geometry: unknown
  properties: Readonly<Record<string, unknown>>
}

/** What every finder may look at. */
export type Looked = {
  rows: readonly KnownRow[]
  /** What sources say of rows. */
  statements: readonly Statement[]
  /** All districts and cities that are known, of every province. */
  areas: readonly District[]
  basemap: readonly BasemapFeature[]
  home: Pick<HomeRegion, 'name' | 'provinceAdcode'>
  /** YYYY-MM-DD. */
  today: string
  oldAfterMonths: number
}

/** A weakness of one field of one row. */
export type Weakness = {
  row: KnownRow
  kind: TaskKind
  /** The property of the row, or the item asked about. */
  field: string
  /** What the field is called. */
  name: Bilingual
  known: Bilingual
  mend: Bilingual
}

export type Finder = (looked: Looked) => Weakness[]

/** A property that is text; "" where it is none. */
export function textOf({ properties }: KnownRow, name: string): string {
  const value = properties[name]
  return typeof value === 'string' ? value.trim() : ''
}
