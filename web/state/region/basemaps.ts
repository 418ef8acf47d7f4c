// Which ground does the map lie on: what there is, what is chosen, and what is drawn when that fails?
import { computed, signal } from '@preact/signals'
import {
  type BasemapEntry,
  type BasemapList,
  BUILT_IN_ID,
  MAP_ORIGINS_COOKIE,
  OWN_STYLE_ID,
  originsIn,
} from '#geodata/contract/basemaps.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { browserMemory } from '#web/api/memory.ts'
import { view } from '#web/state/view/store.ts'

export const basemapList = signal<BasemapList | null>(null)

/** A style that this browser's user set up; nothing of it is fetched before that. */
export type OwnStyle = { url: string; origins: string[] }
const STORED = 'park-atlas.own-style'
export const ownStyle = signal<OwnStyle | null>(storedStyle())

/** Why what was chosen is not on the map. */
export type BasemapFailure =
  /** Not set up here, or no longer. */
  | { kind: 'missing' }
  /** The policy of the page does not let these hosts in yet. */
  | { kind: 'hosts'; origins: string[] }
  /** In the words of the server. */
  | { kind: 'failed'; reason: Bilingual }
  /** What was asked for, and how it went. */
  | { kind: 'not-style' | 'closed'; address: string }
  | { kind: 'answered'; address: string; status: number }
  | { kind: 'unexpected'; said: string }
/** By the id of the basemap. */
export const basemapFailures = signal<Record<string, BasemapFailure>>({})

/** What the sources of a style say of themselves. */
export const saidBySources = signal<string[]>([])

export const basemapChoices = computed<BasemapEntry[]>(() => {
  const own = ownStyle.value
  return [...(basemapList.value?.items ?? []), ...(own ? [entryOf(own)] : [])]
})

/** Named by its host, because no name is set. */
function entryOf({ url }: OwnStyle): BasemapEntry {
  const host = URL.parse(url)?.host ?? url
  return {
    kind: 'style',
    id: OWN_STYLE_ID,
    title: { zh: host, en: host },
    licence: '',
    attribution: { zh: '', en: '' },
    approvalNumber: null,
    online: true,
    imagery: false,
    replaces: ['rivers', 'roads'],
    styleUrl: url,
  }
}

export const chosenBasemapId = computed(
  () => view.value.base ?? basemapList.value?.defaultId ?? BUILT_IN_ID,
)

/** Why the chosen one is not drawn; null: it is, or is on its way. */
export const basemapFailure = computed<BasemapFailure | null>(() => {
  if (!basemapList.value) return null
  const id = chosenBasemapId.value
  if (!basemapChoices.value.some((entry) => entry.id === id)) return { kind: 'missing' }
  return basemapFailures.value[id] ?? null
})

/** What the map shows; null until the list is here. */
export const drawnBasemap = computed<BasemapEntry | null>(() => {
  const id = basemapFailure.value ? BUILT_IN_ID : chosenBasemapId.value
  return basemapChoices.value.find((entry) => entry.id === id) ?? null
})

export function basemapFailed(id: string, failure: BasemapFailure): void {
  basemapFailures.value = { ...basemapFailures.peek(), [id]: failure }
}

/** Whatever failed is tried once more. */
export function tryBasemapsAgain(): void {
  if (Object.keys(basemapFailures.peek()).length > 0) basemapFailures.value = {}
}

/** Hosts the page may load from under its policy, beyond its own. */
export function allowedOrigins(): string[] {
  return [...(basemapList.peek()?.origins ?? []), ...(ownStyle.peek()?.origins ?? [])]
}

/** Keeps a style in this browser, or forgets it; the policy of the page follows when it is loaded anew. */
export function keepOwnStyle(style: OwnStyle | null): void {
  ownStyle.value = style
  if (style) browserMemory.setItem(STORED, JSON.stringify(style))
  else browserMemory.removeItem(STORED)
  const origins = encodeURIComponent((style?.origins ?? []).join(' '))
  const days = style ? 365 : 0
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${MAP_ORIGINS_COOKIE}=${origins}; path=/; max-age=${days * 86400}; samesite=strict`
}

function storedStyle(): OwnStyle | null {
  try {
    const { url, origins } = JSON.parse(browserMemory.getItem(STORED) ?? 'null') ?? {}
    return typeof url === 'string' ? { url, origins: originsIn(String(origins)) } : null
  } catch {
    return null
  }
}
