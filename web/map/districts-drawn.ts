// Which districts does the map draw, and which of them are in focus?
import type { District } from '#geodata/contract/collections.ts'
import { FOCUS_PROVINCE } from '#web/state/region/district-fill.ts'

export function isDrawn({ properties: { level, provinceAdcode } }: District): boolean {
  return level === 'city' || provinceAdcode === FOCUS_PROVINCE
}

export function inFocus({ properties: { level, provinceAdcode } }: District): boolean {
  return level === 'district' && provinceAdcode === FOCUS_PROVINCE
}
