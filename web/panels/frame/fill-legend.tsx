// By what are the districts filled, where do the classes break, and what is not known?
import '#web/panels/frame/map.css'
import type { Problem } from '#geodata/contract/problem.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { MEASURE_WORDS } from '#web/messages/measure-words.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import {
  boundOf,
  type DistrictFill,
  districtFill,
  toneOf,
} from '#web/state/region/district-fill.ts'
import { districts } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** The choice of a measure, and each district's figure as a list. */
export function FillChoice() {
  const fill = districtFill.value
  return (
    <section class="fill-choice">
      <h2>
        <label for="fill">{t('map.fill.title')}</label>
      </h2>
      <select
        id="fill"
        value={view.value.districtFill ?? ''}
        onChange={(event) => changeView({ districtFill: event.currentTarget.value || null })}
      >
        <option value="">{t('map.fill.none')}</option>
        {Object.entries(MEASURE_WORDS).map(([id, { title }]) => (
          <option key={id} value={id}>
            {t(title)}
          </option>
        ))}
      </select>
      <FillLegend />
      {fill && !failureOf(fill) && !isAwaited(fill) && (
        <details class="folded-filter">
          <summary>{t('map.fill.each')}</summary>
          <ol class="fill-values">
            {ordered(fill).map(({ name, value, bound }) => (
              <li key={name}>
                {name}
                <span class="count">
                  {value === null ? (
                    <span class="unknown">{t('common.unknown')}</span>
                  ) : (
                    bound + t(MEASURE_WORDS[fill.id].value, { value })
                  )}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

/** Why there are no figures, where they could not be fetched. */
function failureOf({ measure }: DistrictFill): Problem | null {
  const asked = measure.question?.asked.value
  return asked?.kind === 'failed' ? asked.problem : null
}

/** The first answer is still to come: until then nothing is known to be unknown. */
function isAwaited({ measure }: DistrictFill): boolean {
  const asked = measure.question?.asked.value
  return asked?.kind === 'computing' && asked.earlier === null
}

type Figure = { name: string; value: number | null; bound: string }

function ordered({ values, bounds }: DistrictFill): Figure[] {
  return districts.value
    .flatMap(({ properties }) => {
      const value = values.get(properties.adcode)
      const bound = bounds.get(properties.adcode) ?? ''
      return value === undefined ? [] : [{ name: nameOf(properties), value, bound }]
    })
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
}

/** Over the map: each class with its tone, its values and how many districts it holds. */
export function FillLegend() {
  const fill = districtFill.value
  if (!fill) return null
  const { id, classes, noneCount, unknownCount } = fill
  const words = MEASURE_WORDS[id]
  const problem = failureOf(fill)
  if (problem) {
    return (
      <section class="fill-legend" aria-label={t('map.fill.legend')}>
        <h2>{t(words.title)}</h2>
        <p role="status">
          <b>{t('site.failed')}</b> {problemText(problem)}
        </p>
        <button type="button" onClick={() => fill.measure.question?.again()}>
          {t('common.retry')}
        </button>
      </section>
    )
  }
  if (isAwaited(fill)) {
    return (
      <section class="fill-legend" aria-label={t('map.fill.legend')}>
        <h2>{t(words.title)}</h2>
        <p role="status">{t('map.fill.computing')}</p>
      </section>
    )
  }
  return (
    <section class="fill-legend" aria-label={t('map.fill.legend')}>
      <h2>{t(words.title)}</h2>
      <ul>
        {noneCount > 0 && (
          <li>
            <i style={{ background: 'var(--map-focus)' }} />
            {t('map.fill.zero')}
            <span class="count">{t('map.fill.districts', { count: noneCount })}</span>
          </li>
        )}
        {classes.map(({ low, high, count }) => (
          <li key={low}>
            <i style={{ background: `var(--fill-${toneOf(low, fill)})` }} />
            {low === high
              ? boundOf(low, fill) + t(words.value, { value: low })
              : t('map.fill.range', {
                  low,
                  high: boundOf(high, fill) + t(words.value, { value: high }),
                })}
            <span class="count">{t('map.fill.districts', { count })}</span>
          </li>
        ))}
        {unknownCount > 0 && (
          <li>
            <i class="hatched" />
            {t('common.unknown')}
            <span class="count">{t('map.fill.districts', { count: unknownCount })}</span>
          </li>
        )}
      </ul>
      <p>{t(words.method)}</p>
      {classes.length > 1 && <p>{t('map.fill.breaks', { classes: classes.length })}</p>}
    </section>
  )
}
