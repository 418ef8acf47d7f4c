// What is a filter called, and each of its values?

import { type FilterId, UNKNOWN } from '#geodata/analysis/shown/filters.ts'
import { LINK_KINDS } from '#geodata/contract/collections.ts'
import { SYSTEMS } from '#geodata/model/system.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { LinkPattern } from '#web/parts/controls/symbols.tsx'
import { LEVELS, levelName } from '#web/parts/words/level-name.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { districts, taxonomy } from '#web/state/region/lists.ts'

type Look = {
  /** The value in the view's language. */
  label: (value: string) => string
  mark?: (value: string) => preact.ComponentChildren
  /** Values in the order to list them; absent: by how many there are. */
  order?: () => readonly string[]
}

const among = <T extends string>(all: readonly T[], value: string) =>
  all.find((one) => one === value)
const ROLES = ['vehicle', 'parts', 'joint'] as const
const STAGES = ['candidate', 'creating', 'recognised', 'operating', 'partner', UNKNOWN] as const
const FIRMS = ['oem', 'tier1', 'tier2', 'material'] as const
const HUBS = ['port', 'rail', 'airport', 'road'] as const
const CONFIDENCES = ['high', 'medium', 'low'] as const
const OFFICIAL = ['documented', 'none'] as const

export const FILTER_LOOKS: Record<FilterId, Look> = {
  systems: {
    label: worded(SYSTEMS, (one) => t(`common.system.${one}`)),
    mark: (value) => {
      const system = among(SYSTEMS, value)
      return system && <b class={`chip seg-${system}`}>{systemMark(system)}</b>
    },
    order: () => SYSTEMS,
  },
  segments: {
    label: (value) => {
      const segment = taxonomy.value.find(({ segmentId }) => segmentId === value)
      return segment ? say(segment.name) : value
    },
    order: () => taxonomy.value.map(({ segmentId }) => segmentId),
  },
  districts: {
    label: (value) => {
      const district = districts.value.find(({ id }) => id === value)
      return district ? nameOf(district.properties) : t('filters.unknown')
    },
  },
  roles: { label: worded(ROLES, (one) => t(`layout.role.${one}`)), order: () => ROLES },
  stages: { label: worded(STAGES, (one) => t(`layout.stage.${one}`)), order: () => STAGES },
  levels: { label: levelName, order: () => LEVELS },
  official: {
    label: worded(OFFICIAL, (one) => t(`filters.official.${one}`)),
    order: () => OFFICIAL,
  },
  firms: { label: worded(FIRMS, (one) => t(`layout.company.${one}`)), order: () => FIRMS },
  hubs: { label: worded(HUBS, (one) => t(`layout.hub.${one}`)), order: () => HUBS },
  links: {
    label: worded(LINK_KINDS, (one) => t(`layout.kind.${one}`)),
    mark: (value) => {
      const kind = among(LINK_KINDS, value)
      return kind && <LinkPattern kind={kind} />
    },
    order: () => LINK_KINDS,
  },
  years: { label: (value) => value },
  confidence: {
    label: worded(CONFIDENCES, (one) => t(`common.confidence.${one}`)),
    order: () => CONFIDENCES,
  },
}

/** A value we have words for in those, any other as the data have it. */
function worded<T extends string>(all: readonly T[], words: (one: T) => string) {
  return (value: string) => {
    if (value === UNKNOWN) return t('filters.unknown')
    const known = among(all, value)
    return known === undefined ? value : words(known)
  }
}
