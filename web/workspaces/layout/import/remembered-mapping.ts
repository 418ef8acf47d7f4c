// Which columns has somebody matched by hand before? Kept in this browser, by table and header, and offered again
// with the next file.
import type { Import } from '#geodata/contract/imports.ts'
import { browserMemory } from '#web/api/memory.ts'

type Mapping = Readonly<Record<string, string | null>>

const keyOf = (table: string) => `park-atlas.import.${table}`
/** So many headers of a table are remembered, the latest. */
const MOST_HEADERS = 200

export function rememberedMapping(table: string): Mapping {
  try {
    const kept: unknown = JSON.parse(browserMemory.getItem(keyOf(table)) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(
      Object.entries(kept).filter(([, column]) => column === null || typeof column === 'string'),
    )
  } catch {
    return {}
  }
}

export function rememberMapping(table: string, mapping: Mapping): void {
  const all = { ...rememberedMapping(table) }
  for (const [header, column] of Object.entries(mapping)) {
    // The latest stand last.
    delete all[header]
    all[header] = column
  }
  const latest = Object.entries(all).slice(-MOST_HEADERS)
  browserMemory.setItem(keyOf(table), JSON.stringify(Object.fromEntries(latest)))
}

/** What was matched by hand before and this file has too, where it is read otherwise; null: nothing. */
export function mappingToOffer(one: Pick<Import, 'table' | 'headers' | 'columns' | 'choices'>) {
  const kept = rememberedMapping(one.table)
  const known = new Set(one.columns.map(({ name }) => name))
  const offered = one.headers.flatMap(({ header, column, by }) => {
    const before = kept[header]
    const isToOffer =
      before !== undefined &&
      by !== 'hand' &&
      !(header in one.choices.mapping) &&
      before !== column &&
      (before === null || known.has(before))
    return isToOffer ? [[header, before] as const] : []
  })
  return offered.length > 0 ? Object.fromEntries(offered) : null
}
