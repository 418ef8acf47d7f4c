// The firms of a region, as many as are asked for.
import type { Company } from '#geodata/contract/collections.ts'
import type { FirmSummary } from '#geodata/contract/firm-summary.ts'
import { ask } from '#web/api/client.ts'

const FIRMS = '/api/collections/companies'

export type FirmPage = { features: Company[]; numberMatched: number }

/** Firms by words, by property or by id; `search` in the words of the collection. */
export const listFirms = (search: URLSearchParams, signal?: AbortSignal): Promise<FirmPage> =>
  ask<FirmPage>(`${FIRMS}/items?${search}`, signal ? { signal } : {})

/** As many as the server gives at a time. */
const PAGE_FIRMS = 10_000

/** All firms that fit, page by page; `onRead` hears how many came so far. */
export async function listAllFirms(
  search: URLSearchParams,
  signal?: AbortSignal,
  onRead: (count: number) => void = () => {},
): Promise<Company[]> {
  const all: Company[] = []
  for (;;) {
    const page = new URLSearchParams(search)
    page.set('limit', String(PAGE_FIRMS))
    page.set('offset', String(all.length))
    const { features, numberMatched } = await listFirms(page, signal)
    for (const firm of features) all.push(firm)
    if (features.length === 0 || all.length >= numberMatched) return all
    onRead(all.length)
  }
}

/** `filters` as an address holds them. */
export const summariseFirms = (
  filters: URLSearchParams,
  signal?: AbortSignal,
): Promise<FirmSummary> => ask<FirmSummary>(`${FIRMS}/summary?${filters}`, signal ? { signal } : {})

/** Where the tiles of the kept firms lie, with `{z}`, `{y}` and `{x}`; another `hash` is another address. */
export function firmTiles(filters: URLSearchParams, hash: string): string {
  const search = new URLSearchParams(filters)
  search.set('v', hash)
  return `${location.origin}${FIRMS}/tiles/WebMercatorQuad/{z}/{y}/{x}?${search}`
}
