// Everything on the map once more as tables: for the keyboard, the screen reader and the careful.
import { useState } from 'preact/hooks'
import { nameOf, t } from '#web/messages/index.ts'
import { districtName } from '#web/panels/district-name.ts'
import { levelName } from '#web/panels/level-name.ts'
import { keptCompanies, keptHubs, keptLinks, keptParks } from '#web/state/kept.ts'
import { changeView, view } from '#web/state/store.ts'

const TABS = ['parks', 'companies', 'hubs', 'links'] as const
type Tab = (typeof TABS)[number]
type Row = { id: string; cells: string[] }

export function TableDrawer() {
  const [tab, setTab] = useState<Tab>('parks')
  const rows = rowsOf(tab)
  return (
    <section class="drawer" aria-label={t('common.table')}>
      <div class="drawer-head" role="tablist">
        {TABS.map((id) => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={tab === id}
            onClick={() => setTab(id)}
          >
            {t(`layout.tab.${id}`)}
          </button>
        ))}
        <button
          type="button"
          class="close"
          aria-label={t('common.close')}
          onClick={() => changeView({ tableOpen: false })}
        >
          ×
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
      <section class="drawer-body" tabIndex={0} aria-label={t(`layout.tab.${tab}`)}>
        <table>
          <thead>
            <tr>
              {headOf(tab).map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells }) => (
              <tr key={id} class={view.value.selection?.id === id ? 'selected' : ''}>
                {cells.map((cell, index) => (
                  <td key={index}>
                    {index === 0 ? (
                      <button
                        type="button"
                        class="quiet"
                        onClick={() =>
                          changeView({ selection: { collection: tab, id }, workspace: 'layout' })
                        }
                      >
                        {cell}
                      </button>
                    ) : (
                      cell
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function headOf(tab: Tab): string[] {
  if (tab === 'parks')
    return [
      t('layout.name'),
      t('layout.district'),
      t('layout.stage'),
      t('layout.segments'),
      t('layout.level'),
      t('layout.firms'),
      t('layout.precision'),
    ]
  if (tab === 'companies')
    return [
      t('layout.name'),
      t('layout.district'),
      t('layout.kind'),
      t('layout.products'),
      t('layout.precision'),
    ]
  if (tab === 'hubs') return [t('layout.name'), t('layout.kind'), t('layout.precision')]
  return [t('layout.name'), t('layout.kind'), t('layout.year'), t('layout.description')]
}

function rowsOf(tab: Tab): Row[] {
  if (tab === 'parks') {
    return keptParks.value.kept.map(({ properties: p }) => ({
      id: p.id,
      cells: [
        nameOf(p),
        districtName(p),
        t(`layout.stage.${p.stage}`),
        p.systems.map((s) => t(`common.system.${s}`)).join(t('common.listSeparator')) ||
          t('common.unknown'),
        levelName(p.level),
        String(p.companyCount),
        t(`layout.precision.${p.coordPrecision}`),
      ],
    }))
  }
  if (tab === 'companies') {
    return keptCompanies.value.kept.map(({ properties: p }) => ({
      id: p.id,
      cells: [
        nameOf(p),
        `${p.city} ${districtName(p)}`,
        t(`layout.company.${p.kind}`),
        p.products || t('common.unknown'),
        t(`layout.precision.${p.coordPrecision}`),
      ],
    }))
  }
  if (tab === 'hubs') {
    return keptHubs.value.kept.map(({ properties: p }) => ({
      id: p.id,
      cells: [nameOf(p), t(`layout.hub.${p.kind}`), t(`layout.precision.${p.coordPrecision}`)],
    }))
  }
  return keptLinks.value.kept.map(({ properties: p }) => ({
    id: p.id,
    cells: [
      `${p.fromNameZh} → ${p.toNameZh}`,
      t(`layout.kind.${p.kind}`),
      String(p.year),
      p.description,
    ],
  }))
}
