// Which stage had which park reached by the end of each year of the plan, and today?

import { PLAN_YEARS, type StageThen, stageIn } from '#geodata/analysis/shown/in-year.ts'
import { language, t } from '#web/messages/index.ts'
import { ParkSymbol } from '#web/parts/controls/symbols.tsx'
import { parks } from '#web/state/region/lists.ts'
import { changeView } from '#web/state/view/store.ts'

const SHOWN = ['recognised', 'operating', 'creating', 'unknown'] as const

export function StagesTimeline() {
  const years = [...PLAN_YEARS, null]
  const ours = parks.value.filter(
    ({ properties: { role, stage } }) => role !== 'vehicle' && stage !== 'partner',
  )
  const at = (stage: StageThen, year: number | null) =>
    ours.filter(({ properties }) => stageIn(properties, year) === stage)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="compare-scroll" aria-labelledby="stages-years" tabIndex={0}>
      <h2 id="stages-years">
        {t('stages.timeline')} <small>{t('stages.timelineHint')}</small>
      </h2>
      <table class="stages-years">
        <thead>
          <tr>
            <th scope="col">{t('stages.colStage')}</th>
            {years.map((year) => (
              <th key={year} scope="col">
                <button
                  type="button"
                  class="quiet"
                  title={t('stages.onMap')}
                  onClick={() => changeView({ layoutView: 'map', year })}
                >
                  {year ?? t('map.year.now')} ↗
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SHOWN.map((stage) => (
            <tr key={stage}>
              <th scope="row">
                <StageMark stage={stage} /> {stageName(stage)}
              </th>
              {years.map((year) => {
                const then = at(stage, year)
                return (
                  <td key={year}>
                    {then.length === 0 && <span class="none-then">·</span>}
                    {then.map(({ properties }) => (
                      <button
                        key={properties.id}
                        type="button"
                        class="quiet"
                        onClick={() =>
                          changeView({ selection: { collection: 'parks', id: properties.id } })
                        }
                      >
                        {language.value === 'en' ? properties.labelEn : properties.labelZh}
                      </button>
                    ))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function stageName(stage: StageThen): string {
  return stage === 'unknown' ? t('stages.unknownThen') : t(`layout.stage.${stage}`)
}

export function StageMark({ stage }: { stage: StageThen }) {
  if (stage === 'unknown') return <i class="hatch-swatch" aria-hidden="true" />
  return <ParkSymbol symbol={stage} />
}
