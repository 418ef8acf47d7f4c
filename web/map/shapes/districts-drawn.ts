// Which districts does the map draw, and which of them are in focus?
import type { District } from '#geodata/contract/collections.ts'
import { homeProvince } from '#web/state/region/home.ts'

export function isDrawn({ properties: { level, provinceAdcode } }: District): boolean {
  return level === 'city' || provinceAdcode === homeProvince.value
}

export function inFocus({ properties: { level, provinceAdcode } }: District): boolean {
  return level === 'district' && provinceAdcode === homeProvince.value
}
