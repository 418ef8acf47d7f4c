// Any style: its layers under ours, its sources as they are, its labels in our letters.
//
// What it loads from is held against the policy of the page first, so that the user is asked for
// hosts by name instead of finding half a map. Its glyphs are not needed: letters are drawn here.
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { type Base, BaseFailed, groundUnder } from '#web/map/bases/base.ts'
import { TEXT_FONT } from '#web/map/fonts.ts'
import { allowedOrigins, saidBySources } from '#web/state/region/basemaps.ts'

const PREFIX = 'base-'
const SPRITE = 'default'
const TIMEOUT_MILLISECONDS = 10_000

export const style: Base<'style'> = async ({ map, entry, isGone }) => {
  const address = new URL(entry.styleUrl, location.href)
  insist([address.href])
  const found = await loaded(address.href)
  const sources = Object.entries(found.sources ?? {}).map(
    ([id, source]) => [PREFIX + id, absolute(source, address.href)] as const,
  )
  const sprite = typeof found.sprite === 'string' ? new URL(found.sprite, address.href).href : null
  insist([...sources.flatMap(([, source]) => addressesIn(source)), ...(sprite ? [sprite] : [])])
  const attributions: string[] = []
  for (const [id, source] of sources) {
    const whole = await withTiles(source)
    insist(addressesIn(whole))
    if ('attribution' in whole && whole.attribution) attributions.push(plain(whole.attribution))
    if (isGone()) return { layerIds: [], sourceIds: [], replaces: [] }
    map.addSource(id, whole)
  }
  saidBySources.value = attributions
  if (sprite) map.addSprite(SPRITE, sprite)
  const layers = found.layers.map(ours)
  for (const layer of layers) map.addLayer(layer, groundUnder(map))
  return {
    layerIds: layers.map(({ id }) => id),
    sourceIds: sources.map(([id]) => id),
    replaces: layers.some(({ type }) => type === 'symbol') ? ['district-label'] : [],
    stop: () => {
      saidBySources.value = []
      if (sprite) map.removeSprite(SPRITE)
    },
  }
}

/** Throws the hosts that the page may not load from. */
function insist(addresses: string[]): void {
  const known = new Set([location.origin, ...allowedOrigins()])
  const origins = addresses
    .flatMap((text) => URL.parse(text)?.origin ?? [])
    .filter((origin) => origin !== 'null' && !known.has(origin))
  if (origins.length > 0) throw new BaseFailed({ kind: 'hosts', origins: [...new Set(origins)] })
}

async function loaded(address: string): Promise<StyleSpecification> {
  const value = (await json(address)) as Partial<StyleSpecification> | null
  if (value?.version !== 8 || !Array.isArray(value.layers)) {
    throw new BaseFailed({ kind: 'not-style', address })
  }
  return value as StyleSpecification
}

async function json(address: string): Promise<unknown> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) })
    if (response.ok) return await response.json()
    throw new BaseFailed({ kind: 'answered', address, status: response.status })
  } catch (error) {
    if (error instanceof BaseFailed) throw error
    throw new BaseFailed({ kind: 'closed', address })
  }
}

/** Addresses inside a style are meant from where the style is; {z} and the like stay as they are. */
function absolute(source: SourceSpecification, from: string): SourceSpecification {
  const whole = (text: string) => decodeURI(new URL(text, from).href)
  const copy: Record<string, unknown> = { ...source }
  if (typeof copy.url === 'string') copy.url = whole(copy.url)
  if (typeof copy.data === 'string') copy.data = whole(copy.data)
  if (Array.isArray(copy.tiles)) copy.tiles = copy.tiles.map((tile) => whole(String(tile)))
  return copy as SourceSpecification
}

/** A source that only names its TileJSON, with what that says; the hosts of its tiles are known then. */
async function withTiles(source: SourceSpecification): Promise<SourceSpecification> {
  if (
    !('url' in source) ||
    !source.url ||
    !['vector', 'raster', 'raster-dem'].includes(source.type)
  )
    return source
  const { url, ...rest } = source
  const { tiles, minzoom, maxzoom, bounds, attribution, scheme } = (await json(url)) as Record<
    string,
    unknown
  >
  const said = { tiles, minzoom, maxzoom, bounds, attribution, scheme }
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  return absolute({ ...known, ...rest } as SourceSpecification, url)
}

function addressesIn(source: SourceSpecification): string[] {
  const { url, data, tiles } = source as { url?: unknown; data?: unknown; tiles?: unknown[] }
  return [url, data, ...(tiles ?? [])].filter((text) => typeof text === 'string')
}

function ours(layer: LayerSpecification): LayerSpecification {
  const copy = { ...layer, id: PREFIX + layer.id } as LayerSpecification
  if ('source' in copy && typeof copy.source === 'string') copy.source = PREFIX + copy.source
  if (copy.type === 'symbol' && copy.layout?.['text-field']) {
    copy.layout = { ...copy.layout, 'text-font': TEXT_FONT }
  }
  return copy
}

/** Attributions of sources may be HTML; only their words are shown. */
function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent?.trim() ?? ''
}
