// Writing as a planner would: drafts, the headers of a change, and what the store is asked directly.
import type { AnyDraft } from '#geodata/contract/editable/editable.ts'
import type { Store } from '#server/store/store.ts'
import { sending } from '#tests/support/built-app.ts'
import { HOME } from '#tests/support/home.ts'

/** Who and why, as headers carry them. */
export function by(who = 'planner', why = 'a visit'): Record<string, string> {
  return { 'Atlas-Editor': encodeURIComponent(who), 'Atlas-Reason': encodeURIComponent(why) }
}

/** A request that changes something: JSON, who, why, and what was seen. */
export function changing(method: string, body: unknown, headers: Record<string, string> = {}) {
  return sending(method, body, { ...by(), ...headers })
}

export function siteDraft(nameZh: string): AnyDraft {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [106.53, 29.61] },
    properties: {
      nameZh,
      nameEn: null,
      areaHectares: 12,
      note: null,
      source: 'a visit',
      confidence: 'medium',
    },
  }
}

/** Corrects the place of a firm by the API; throws where that is refused. */
export async function moveFirm(
  app: { request: (address: string, init?: RequestInit) => Response | Promise<Response> },
  id: string,
  coordinates: readonly [number, number],
): Promise<void> {
  const address = `/api/collections/companies/items/${id}`
  const seen = await app.request(address)
  const { properties } = (await seen.json()) as { properties: object }
  const draft = { type: 'Feature', geometry: { type: 'Point', coordinates }, properties }
  const etag = { 'If-Match': seen.headers.get('ETag') ?? '' }
  const saved = await app.request(address, changing('PUT', draft, etag))
  if (!saved.ok) throw new Error(`The firm stays where it is: ${await saved.text()}`)
}

/** Adds a site past the API, under an id of the test's own. */
export async function insertSite(
  { rows }: Store,
  id: string,
  draft = siteDraft('备选一'),
): Promise<void> {
  const seen = 'nothing' as const
  await rows.write(HOME, {
    collection: 'sites',
    id,
    seen,
    by: { who: 'planner', why: 'a visit' },
    draft: () => draft,
  })
}
