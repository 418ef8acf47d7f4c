// The route of the window that is looked at, for the map; null: none is.
import { signal } from '@preact/signals'
import type { LngLat } from '#geodata/model/lng-lat.ts'

export const windowRoute = signal<readonly LngLat[] | null>(null)
