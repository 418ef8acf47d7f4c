// The map in sentences: what the filters keep, from the figures that the lists show.

import type { ParkThen } from '#geodata/analysis/shown/in-year.ts'
import type { Link } from '#geodata/contract/collections.ts'
import type { FirmSummary } from '#geodata/contract/firm-summary.ts'
import { SYSTEMS } from '#geodata/model/system.ts'
import { language, t } from '#web/messages/index.ts'
import { nearText } from '#web/parts/words/near-text.ts'

const NEAR_SECONDS = 3600
const NAMED = 3

export type MapFigures = {
  parks: ParkThen['properties'][]
  firms: Pick<FirmSummary, 'kept' | 'unplaced' | 'bySystem'>
  links: Link['properties'][]
  /** From the "1", by park; empty while not worked out. */
  times: ReadonlyMap<string, { centralSeconds: number }>
}

export function writtenSentences({ parks, firms, links, times }: MapFigures): string[] {
  const count = (test: (park: (typeof parks)[number]) => boolean) => parks.filter(test).length
  const near = count(
    ({ id, role, stage }) =>
      role === 'parts' &&
      stage !== 'partner' &&
      (times.get(id)?.centralSeconds ?? Infinity) <= NEAR_SECONDS,
  )
  const largest = [...parks].sort((a, b) => b.companyCount - a.companyCount).slice(0, NAMED)
  const years = links.map(({ year }) => year)
  const list = (words: string[]) => words.join(t('common.listSeparator'))
  return [
    t('layout.written.parks', {
      total: parks.length,
      vehicle: count(({ role }) => role === 'vehicle'),
      parts: count(({ role, stage }) => role === 'parts' && stage !== 'partner'),
      joint: count(({ role }) => role === 'joint'),
      recognised: count(({ stage }) => stage === 'recognised'),
      creating: count(({ stage }) => stage === 'creating'),
    }),
    times.size > 0 ? nearText(near, 'layout.written.near') : t('layout.written.noMinutes'),
    firms.kept === 0
      ? t('filters.nothing.companies')
      : t('layout.written.firms', {
          total: firms.kept,
          unplaced: firms.unplaced,
          systems: list(
            SYSTEMS.flatMap((system) => {
              const its = firms.bySystem[system] ?? 0
              return its > 0 ? [`${t(`common.system.${system}`)} ${its}`] : []
            }),
          ),
        }),
    ...(largest.length > 0
      ? [
          t('layout.written.largest', {
            names: list(
              largest.map(
                (park) =>
                  `${language.value === 'en' ? park.labelEn : park.labelZh} ${park.companyCount}`,
              ),
            ),
          }),
        ]
      : []),
    ...(links.length > 0
      ? [
          t('layout.written.links', {
            total: links.length,
            from: String(Math.min(...years)),
            to: String(Math.max(...years)),
          }),
        ]
      : []),
    t('layout.written.precision', {
      coarse: count(({ coordPrecision }) => ['town', 'district'].includes(coordPrecision)),
      total: parks.length,
    }),
  ]
}
