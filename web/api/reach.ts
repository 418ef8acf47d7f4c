// Where is the server, and who asks it? Every request of the page begins here.
import { signal } from '@preact/signals'
import { tabMemory } from '#web/api/memory.ts'

/** The page is served beside the API; a proxy may have put both under a path of its own. */
const PATH = new URL(import.meta.url).pathname.match(/^(.*)\/assets\/[^/]+$/)?.[1] ?? ''

/** Stands in the place of the server where there is none: a file that was given away answers by itself. */
export type StandIn = {
  /** As the server answers a path of the API. */
  answer: (path: string, init: RequestInit) => Promise<Response>
  /** Where a link leads that names a path of the server. */
  addressOf: (path: string) => string
}

let standIn: StandIn | null = null

/** From now on everything is asked of it, and nothing of a server; null: the server again. */
export function askInstead(one: StandIn | null): void {
  standIn = one
}

/** Whether what is answered comes from this device alone. */
export const isWithoutServer = () => standIn !== null

/** A path of the API as this page reaches it. */
export const at = (path: string): string => standIn?.addressOf(path) ?? PATH + path

const TOKEN = 'park-atlas.admin-token'

/** Kept for this tab alone, and gone with it; where there is no tab, nothing is. */
export const adminToken = signal(tabMemory.getItem(TOKEN))

export function setAdminToken(token: string | null): void {
  adminToken.value = token
  if (token === null) tabMemory.removeItem(TOKEN)
  else tabMemory.setItem(TOKEN, token)
}

/** What others have not put on the map yet, only who may change it reads. */
const UNPUBLISHED = /^(\/api)?\/imports(\/|\?|$)/

/** As fetch; a person who has given the admin token changes things with it, where the server asks for it. */
export function reach(path: string, init: RequestInit = {}): Promise<Response> {
  if (standIn) return standIn.answer(path, init)
  const token = adminToken.peek()
  const isRead = (init.method ?? 'GET') === 'GET'
  if ((isRead && !UNPUBLISHED.test(path)) || token === null) return fetch(at(path), init)
  return fetch(at(path), {
    ...init,
    headers: { ...init.headers, Authorization: `Bearer ${token}` },
  })
}
