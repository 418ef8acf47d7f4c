// Files that somebody takes in: sent, watched, understood, written.
import type {
  Import,
  ImportChoicesPatch,
  ImportPlaces,
  ImportRows,
  ImportWriting,
  Verdict,
} from '#geodata/contract/imports.ts'
import { ask } from '#web/api/client.ts'
import { type By, signed } from '#web/api/edits.ts'

const one = (id: string) => `/api/imports/${encodeURIComponent(id)}`
const JSON_BODY = { 'Content-Type': 'application/json' }

/** Sends a file for a table; it is read from then on, and what is asked of it answers at once. */
export function sendFile(
  table: string,
  file: { name: string; bytes: Blob },
  signal: AbortSignal,
): Promise<Import> {
  return ask<Import>(`/api/imports?${new URLSearchParams({ table, name: file.name })}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file.bytes,
    signal,
  })
}

export const listImports = async (signal?: AbortSignal) =>
  (await ask<{ items: Import[] }>('/api/imports', signal ? { signal } : {})).items
export const readImport = (id: string) => ask<Import>(one(id))
/** Stops what is under way, and forgets the file. */
export const forgetImport = (id: string) => ask<null>(one(id), { method: 'DELETE' })

export const changeImport = (id: string, patch: ImportChoicesPatch) =>
  ask<Import>(one(id), { method: 'PATCH', headers: JSON_BODY, body: JSON.stringify(patch) })

/** As many rows at once as the server gives. */
const PAGE_ROWS = 200

/** The first `count` rows of these verdicts, in the order of the file. */
export async function listImportRows(
  id: string,
  { verdicts, offset, count }: { verdicts: readonly Verdict[]; offset: number; count: number },
  signal: AbortSignal,
): Promise<ImportRows> {
  const items: ImportRows['items'] = []
  for (;;) {
    const query = new URLSearchParams({
      verdict: verdicts.join(','),
      limit: String(Math.min(PAGE_ROWS, count - items.length)),
      offset: String(offset + items.length),
    })
    const page = await ask<ImportRows>(`${one(id)}/rows?${query}`, { signal })
    for (const row of page.items) items.push(row)
    if (page.items.length === 0 || items.length >= Math.min(count, page.matched - offset)) {
      return { items, matched: page.matched }
    }
  }
}

/** Places of the rows by one way to read them; null: by the one that holds. */
export function listImportPlaces(
  id: string,
  system: string | null,
  most: number,
  signal: AbortSignal,
): Promise<ImportPlaces> {
  const query = new URLSearchParams({ limit: String(most), ...(system ? { system } : {}) })
  return ask<ImportPlaces>(`${one(id)}/places?${query}`, { signal })
}

export const writeImport = (id: string, rows: ImportWriting['rows'], by: By) =>
  ask<Import>(`${one(id)}/writing`, {
    method: 'POST',
    headers: { ...signed(by), ...JSON_BODY },
    body: JSON.stringify({ rows } satisfies ImportWriting),
  })

/** Where the rows to mend lie as workbooks; `part` counts them from 1. */
export const mendAddress = (id: string, lang: string, part: number) =>
  `${one(id)}/mend?${new URLSearchParams({ lang, part: String(part) })}`
/** Where the empty workbook of a table lies. */
export const templateAddress = (table: string, lang: string) =>
  `/api/import-templates/${encodeURIComponent(table)}?${new URLSearchParams({ lang })}`
