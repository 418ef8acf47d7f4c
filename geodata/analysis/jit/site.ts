// From where is delivered: a park, a firm, an own site or any place?
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import type { Place } from '#geodata/analysis/ground/trips.ts'
import type { UnknownId } from '#geodata/analysis/siting/question.ts'
import type { JitWindowInputs, JitWindowResult } from '#geodata/contract/processes/jit-window.ts'

type Site = { described: JitWindowResult['site']; place: Place | null }

type Asked = {
  [K in 'parkId' | 'companyId' | 'siteId' | 'lngLat']?: JitWindowInputs[K] | undefined
}

export function siteOf(facts: RegionFacts, inputs: Asked): Site | UnknownId {
  const { parkId, companyId, siteId, lngLat } = inputs
  if (lngLat) {
    return {
      described: { kind: 'pin', id: null, nameZh: '我的图钉', nameEn: 'My pin', lngLat },
      place: { lngLat, radiusKilometers: 0 },
    }
  }
  if (siteId !== undefined) {
    const site = facts.sites.find(({ id }) => id === siteId)
    if (!site) return unknown('siteId', siteId, 'an id of /api/collections/sites/items')
    const { nameZh, nameEn } = site.properties
    const [lng = 0, lat = 0] = site.geometry.coordinates
    return {
      described: { kind: 'site', id: siteId, nameZh, nameEn: nameEn ?? nameZh, lngLat: [lng, lat] },
      place: { lngLat: [lng, lat], radiusKilometers: 0 },
    }
  }
  const isPark = parkId !== undefined
  const id = (isPark ? parkId : companyId) ?? ''
  const list = isPark ? facts.parks : facts.companies
  const feature = list.find(({ properties }) => properties.id === id)
  if (!feature) {
    const collection = isPark ? 'parks' : 'companies'
    const expected = `an id of /api/collections/${collection}/items`
    return unknown(isPark ? 'parkId' : 'companyId', id, expected)
  }
  const { nameZh, nameEn } = feature.properties
  const place = placeOf(feature)
  const [lng, lat] = place?.lngLat ?? [0, 0]
  return {
    described: { kind: isPark ? 'park' : 'firm', id, nameZh, nameEn, lngLat: [lng, lat] },
    place,
  }
}

function unknown(field: string, id: string, expected: string): UnknownId {
  return { kind: 'unknown-id', pointer: `/inputs/${field}`, id, expected }
}
