// Which places can be named: parks, districts and hubs, in the language of the view first.
import { computed } from '@preact/signals'
import { nameOf } from '#web/messages/index.ts'
import { searchEntries } from '#web/panels/search/search-entries.ts'
import type { NamedPlace } from '#web/workspaces/compare/scenarios/reading.ts'

const COLLECTIONS = ['parks', 'districts', 'hubs']

export const namedPlaces = computed((): NamedPlace[] =>
  searchEntries.value.flatMap((entry) => {
    const [lng, lat] = entry.at ?? []
    if (!COLLECTIONS.includes(entry.collection) || lng === undefined || lat === undefined) return []
    const names = [nameOf(entry), entry.nameZh, entry.nameEn, ...entry.labels].filter(Boolean)
    return [{ names, lngLat: [lng, lat] }]
  }),
)
