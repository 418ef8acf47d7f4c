// The region that a store over geodata/sources holds.
import { readFileSync } from 'node:fs'
import type { RegionId } from '#server/store/region-id.ts'

const { cityAdcode } = JSON.parse(readFileSync('geodata/sources/region.json', 'utf8'))

export const HOME = cityAdcode as RegionId
