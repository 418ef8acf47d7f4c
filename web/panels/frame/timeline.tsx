// In which year is the map? The years of the plan and today, each with what happened in it.
import '#web/panels/frame/map.css'
import { PLAN_YEARS } from '#geodata/analysis/shown/in-year.ts'
import { t } from '#web/messages/index.ts'
import { links, parks } from '#web/state/region/lists.ts'
import { linksThen, parksThen } from '#web/state/region/year.ts'
import { changeView, view } from '#web/state/view/store.ts'

const PIXELS_BY_EVENT = 2

type Happened = { links: number; stages: number }

/** Links agreed and stages reached in a year; null: since the last year of the plan. */
function happenedIn(year: number | null): Happened {
  const fits = (then: number) => (year === null ? then > (PLAN_YEARS.at(-1) ?? 0) : then === year)
  const dated = parks.value.filter(
    ({ properties: { stage, stageDate } }) =>
      stageDate && stage !== 'candidate' && stage !== 'partner',
  )
  return {
    links: links.value.filter(({ properties }) => fits(properties.year)).length,
    stages: dated.filter(({ properties }) => fits(Number(properties.stageDate?.slice(0, 4))))
      .length,
  }
}

/** Over the map, or in the panel where the map is small. */
export function Timeline({ place }: { place: 'map' | 'panel' }) {
  const { year } = view.value
  return (
    <fieldset class="timeline" data-over-map={place === 'map' ? '' : undefined}>
      <legend class="visually-hidden">{t('map.year.title')}</legend>
      {year !== null && <p role="status">{summaryOf(year)}</p>}
      <div class="years">
        {[...PLAN_YEARS, null].map((one) => {
          const happened = happenedIn(one)
          const name = one === null ? t('map.year.now') : String(one)
          const title = t('map.year.agreed', { year: name, ...happened })
          return (
            <label key={name} title={title}>
              <i style={{ height: `${PIXELS_BY_EVENT * (happened.links + happened.stages)}px` }} />
              <input
                type="radio"
                name={`year-${place}`}
                aria-label={title}
                checked={one === year}
                onChange={() => changeView({ year: one })}
              />
              <span aria-hidden="true">{name}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

function summaryOf(year: number): string {
  const stages = parksThen.value.map(({ properties }) => properties.stage)
  const unknown = stages.filter((stage) => stage === 'unknown').length
  const known = stages.filter((stage) => stage !== 'candidate' && stage !== 'partner').length
  return t('map.year.then', {
    year,
    links: linksThen.value.length,
    known: known - unknown,
    unknown,
  })
}
