// What the kinds of basemaps stand on: what the operator set, and the tiles that are there.

import type { Hono } from 'hono'
import type { BuiltInLayer } from '#geodata/contract/basemap.ts'
import type { BasemapEntry, BasemapKindName } from '#geodata/contract/basemaps.ts'
import type { BasemapWords, Described } from '#server/basemaps/environment.ts'
import type { Basemap } from '#server/basemaps/offline-file.ts'
import type { Paths } from '#server/http/described.ts'

export type BasemapSetting = {
  words: BasemapWords
  tiandituKey: string | null
  /** `{s}` stands for the number of a subdomain. */
  tiandituOrigin: string
  styleUrl: string | null
  terrain: { url: string; encoding: 'terrarium' | 'mapbox' } | null
  /** Hosts the operator lets the page load from. */
  origins: string[]
}

/** All that a kind may ask for. */
export type Known = BasemapSetting & {
  tiles: Basemap | null
  tilesReplace: BuiltInLayer[]
  mapApprovalNumber: string | null
}

/** A kind of basemap: what it offers under this setting, what it serves for it, and how that is described. */
export type BasemapKind = {
  kind: BasemapKindName
  entries: (known: Known) => BasemapEntry[]
  routes?: (known: Known) => Hono
  paths?: () => Paths
}

type Description = Pick<BasemapEntry, 'title' | 'licence' | 'attribution' | 'approvalNumber'>

/** The description of a basemap: ours, where the operator has said nothing else. */
export function describe({ words }: Known, id: Described, ours: Description): Description {
  const { title, licence, attribution, approvalNumber } = words[id] ?? {}
  return {
    title: title ?? ours.title,
    licence: licence ?? ours.licence,
    attribution: attribution ?? ours.attribution,
    approvalNumber: approvalNumber === undefined ? ours.approvalNumber : approvalNumber,
  }
}
