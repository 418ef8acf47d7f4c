// The layout on paper: the parks that the filters keep, numbered on the map and in the list.

import { FILTER_IDS } from '#geodata/analysis/shown/filters.ts'
import type { ParkThen } from '#geodata/analysis/shown/in-year.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { SYSTEM_CHARACTER, SYSTEMS, type System } from '#geodata/model/system.ts'
import { t } from '#web/messages/index.ts'
import { FILTER_LOOKS } from '#web/panels/filters/filter-words.tsx'
import type { PictureAbout } from '#web/panels/print/framed-picture.tsx'
import { groundLegend, type Marked, PrintRegion } from '#web/panels/print/print-region.tsx'
import { PrintSheet } from '#web/panels/print/print-sheet.tsx'
import { listOf } from '#web/panels/table/table-lists.ts'
import { PARK_SYMBOLS, ParkSymbol, StageMark, symbolOf } from '#web/parts/controls/symbols.tsx'
import { manyFirms } from '#web/state/region/firms.ts'
import { firmSummary, keptCompanies, keptLinks, keptParks } from '#web/state/region/kept.ts'
import { parks } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

const RING_UNITS = 6
const SPACE_UNITS = 12

/** For a picture of the map as it is. */
export function layoutPicture(): PictureAbout {
  const { kept } = keptParks.value
  return { title: t('layout.title'), lines: [keptWords(kept.length)], legend: legend(kept) }
}

/** More firms than the page holds are not drawn on the sheet one by one. */
const manyWords = () =>
  manyFirms.value === null ? [] : [t('print.manyFirms', { count: firmSummary.value.kept })]

export function LayoutSheet() {
  const { kept } = keptParks.value
  const list = listOf('parks')
  return (
    <PrintSheet
      title={t('layout.title')}
      lines={[keptWords(kept.length), ...manyWords()]}
      map={
        <PrintRegion
          marked={kept.map(markOf)}
          lines={keptLinks.value.kept.flatMap(({ geometry }) =>
            geometry ? [geometry.coordinates] : [],
          )}
          dots={(manyFirms.value === null ? keptCompanies.value.kept : []).flatMap(
            ({ geometry }): LngLat[] => {
              const [lng, lat] = geometry?.coordinates ?? []
              return lng === undefined || lat === undefined ? [] : [[lng, lat]]
            },
          )}
        />
      }
      legend={legend(kept)}
      listTitle={t('print.list')}
      head={[t('print.number'), ...list.head]}
    >
      {list.rows.map((row, index) => (
        <tr key={row.id}>
          <td class="number">{index + 1}</td>
          {list.head.map((title, column) => {
            const cell = row.cell(column)
            return (
              <td key={title} class={typeof cell === 'number' ? 'number' : ''}>
                {cell ?? <span class="unknown">{t('common.unknown')}</span>}
              </td>
            )
          })}
        </tr>
      ))}
    </PrintSheet>
  )
}

/** Which filters are in use, and how many parks they keep. */
function keptWords(count: number): string {
  const { filters } = view.value
  const all = parks.value.length
  const used = FILTER_IDS.flatMap((id) => {
    const values = filters[id] ?? []
    if (values.length === 0) return []
    const words = values.map(FILTER_LOOKS[id].label).join(t('common.listSeparator'))
    return [t('print.filter', { title: t(`filters.title.${id}`), values: words })]
  })
  return used.length === 0
    ? t('print.all', { count })
    : t('print.kept', { count, all, filters: used.join(' · ') })
}

function markOf(park: ParkThen, index: number): Marked {
  const [lng = 0, lat = 0] = park.geometry.coordinates
  return {
    id: park.id,
    lngLat: [lng, lat],
    radius: SPACE_UNITS,
    symbol: (
      <>
        <Mark park={park} />
        <text class="pm-number" x={RING_UNITS + 2} y="3">
          {index + 1}
        </text>
      </>
    ),
  }
}

/** The same symbol as on the map, at one size. */
function Mark({ park: { properties } }: { park: ParkThen }) {
  const { role, systems, stage } = properties
  if (role === 'vehicle') {
    return (
      <>
        <rect x="-6" y="-6" width="12" height="12" fill="var(--ink)" />
        <text y="3.500" text-anchor="middle" font-size="9" fill="var(--on-ink)">
          1
        </text>
      </>
    )
  }
  if (role === 'joint') {
    return (
      <>
        <circle cx="-3" r="4.500" fill="none" stroke={colourOf(systems[0])} stroke-width="1.600" />
        <circle
          cx="3"
          r="4.500"
          fill="none"
          stroke={colourOf(systems[1] ?? systems[0])}
          stroke-width="1.600"
        />
      </>
    )
  }
  const parts = systems.length > 0 ? systems : (['traditional'] as const)
  return (
    <>
      <circle r={RING_UNITS + 1} fill="var(--bg)" />
      {parts.map((system, index) => (
        <circle
          key={system}
          r={RING_UNITS - 1}
          fill="none"
          stroke={colourOf(system)}
          stroke-width={stage === 'partner' ? 1 : 2.4}
          pathLength={parts.length}
          stroke-dasharray={`0.940 ${parts.length - 0.94}`}
          stroke-dashoffset={-index}
          transform="rotate(-90)"
        />
      ))}
      <g transform="scale(0.600)">
        <StageMark
          stage={stage}
          colour={stage === 'unknown' ? 'var(--ink-2)' : colourOf(parts[0])}
        />
      </g>
    </>
  )
}

function colourOf(system: System | undefined): string {
  return system === undefined
    ? 'var(--ink-2)'
    : `var(--seg-${system === 'traditional' ? 'trad' : system})`
}

function legend(kept: readonly ParkThen[]) {
  const seen = new Set(kept.map(({ properties }) => symbolOf(properties)))
  return [
    ...PARK_SYMBOLS.filter((symbol) => seen.has(symbol)).map((symbol) => ({
      mark: <ParkSymbol symbol={symbol} />,
      text: t(`layout.symbol.${symbol}`),
    })),
    ...SYSTEMS.map((system) => ({
      mark: <b class={`chip seg-${system}`}>{SYSTEM_CHARACTER[system]}</b>,
      text: t(`common.system.${system}`),
    })),
    {
      mark: (
        <svg viewBox="0 0 18 14" aria-hidden="true">
          <path class="pm-line" d="M0 7h18" />
        </svg>
      ),
      text: t('print.link'),
    },
    {
      mark: (
        <svg viewBox="0 0 18 14" aria-hidden="true">
          <circle class="pm-dot" cx="9" cy="7" r="2" />
        </svg>
      ),
      text: t('print.firm'),
    },
    ...groundLegend(),
  ]
}
