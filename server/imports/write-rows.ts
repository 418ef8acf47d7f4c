// The rows of a file become rows of the atlas: one change of the history, all of it or nothing.
import { type AnyDraft, EDITABLE } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import { rowIdBy } from '#geodata/contract/importing/row-keys.ts'
import { type Import, WRITTEN_VERDICTS } from '#geodata/contract/imports.ts'
import { fingerprintOf } from '#server/imports/fingerprint.ts'
import type { ImportFile } from '#server/store/import-file.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Outcome, Signature, Write } from '#server/store/row-store.ts'
import type { Store } from '#server/store/store.ts'

export type Writing =
  | { kind: 'written'; changeId: string | null; rows: number }
  | { kind: 'missing' }
  | { kind: 'not-ready'; state: Import['state'] }
  | { kind: 'unconfirmed' }
  | { kind: 'incomplete'; columns: string[] }
  | { kind: 'open'; doubtful: number; refused: number }
  | { kind: 'nothing' }
  /** A row that was to change has become another since it was looked at. */
  | { kind: 'changed-since'; line: number; name: string }
  | { kind: 'outcome'; outcome: Exclude<Outcome, { kind: 'written' }> }

const PAGE = 2000

export async function writeRows(
  store: Pick<Store, 'rows'>,
  region: RegionId,
  told: Import,
  kept: ImportFile,
  by: Signature,
  rows: 'all' | 'accepted',
): Promise<Writing> {
  const against = reasonAgainst(told, rows)
  if (against) return against
  const table = told.table as ImportTableId
  const orders = ordersOf(table, kept)
  try {
    const outcome = await store.rows.writeAll(region, by, orders)
    return outcome.kind === 'written'
      ? { kind: 'written', changeId: outcome.changeId, rows: orders.length }
      : { kind: 'outcome', outcome }
  } catch (error) {
    if (error instanceof ChangedSince) {
      return { kind: 'changed-since', ...error.row }
    }
    throw error
  }
}

function reasonAgainst({ coordinates, choices, missing, counts }: Import, rows: string) {
  const { doubtful, refused } = counts
  if (missing.length > 0) return { kind: 'incomplete', columns: missing } as const
  if (coordinates.answer !== 'none' && choices.system === null) {
    return { kind: 'unconfirmed' } as const
  }
  if (rows === 'all' && doubtful + refused > 0) return { kind: 'open', doubtful, refused } as const
  const count = WRITTEN_VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0)
  return count === 0 ? ({ kind: 'nothing' } as const) : null
}

class ChangedSince extends Error {
  readonly row: { line: number; name: string }
  constructor(row: { line: number; name: string }) {
    super(`Row ${row.line} is to change “${row.name}”, which is another since.`)
    this.row = row
  }
}

type Order = Omit<Write, 'by'>

function ordersOf(collection: ImportTableId, kept: ImportFile): Order[] {
  const orders: Order[] = []
  for (let offset = 0; ; offset += PAGE) {
    const page = kept.verdicts(WRITTEN_VERDICTS, offset, PAGE)
    for (const { order, line } of page) {
      if (!order) continue
      const draft = order.draft as AnyDraft
      const { id, seen } = order
      orders.push(
        id === null
          ? {
              collection,
              id: rowIdBy(collection, draft.properties) ?? crypto.randomUUID(),
              seen: 'nothing',
              draft: () => draft,
            }
          : {
              collection,
              id,
              seen: 'anything',
              draft: (present) => unchanged(present, seen, line, collection) && draft,
            },
      )
    }
    if (page.length < PAGE) return orders
  }
}

function unchanged(
  present: RowFeature | null,
  seen: string | null,
  line: number,
  collection: ImportTableId,
): true {
  if (present && fingerprintOf(present) === seen) return true
  const [name] = EDITABLE[collection].named
  throw new ChangedSince({ line, name: String(present?.properties[name] ?? present?.id ?? '') })
}
