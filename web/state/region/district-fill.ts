// Which class of the chosen measure does each district fall into?
import { computed, effect } from '@preact/signals'
import { naturalBreaks, type ValueClass } from '#web/state/region/class-breaks.ts'
import { homeProvince } from '#web/state/region/home.ts'
import { districts, loading } from '#web/state/region/lists.ts'
import { MEASURES, type MeasureId } from '#web/state/region/measures/index.ts'
import type { Bound, DistrictMeasure } from '#web/state/region/measures/measure.ts'
import { followView, view } from '#web/state/view/store.ts'
import { refusePart } from '#web/state/view/url.ts'

/** As many as there are tones of a fill in the tokens. */
export const MOST_CLASSES = 5

export type DistrictFill = {
  id: MeasureId
  measure: DistrictMeasure
  /** Per district code; null: not known. */
  values: ReadonlyMap<string, number | null>
  /** Which of them are bounds only. */
  bounds: ReadonlyMap<string, Bound>
  classes: ValueClass[]
  unknownCount: number
}

const inFocus = computed(() =>
  districts.value.filter(
    ({ properties: { level, provinceAdcode } }) =>
      level === 'district' && provinceAdcode === homeProvince.value,
  ),
)
const chosenId = computed(() => {
  const { workspace, districtFill: id } = view.value
  return workspace === 'layout' && id !== null && isMeasure(id) ? id : null
})
const chosen = computed((): DistrictMeasure | null =>
  chosenId.value === null ? null : MEASURES[chosenId.value],
)

/** An address may name a measure that is not here. */
function isMeasure(id: string): id is MeasureId {
  return Object.hasOwn(MEASURES, id)
}

/** Leaves a measure that is not here out of the view, and says so. */
export function refuseUnknownFill(): () => void {
  return effect(() => {
    const { districtFill: id } = view.value
    if (id === null || isMeasure(id)) return
    refusePart({ name: 'fill', value: id })
    followView({ districtFill: null })
  })
}

/** Null: districts are not filled. */
export const districtFill = computed<DistrictFill | null>(() => {
  const id = chosenId.value
  const measure = chosen.value
  if (id === null || measure === null) return null
  const values = measure.valuesOf(inFocus.value)
  const known = [...values.values()].filter((value) => value !== null)
  return {
    id,
    measure,
    values,
    bounds: measure.boundsOf?.(inFocus.value) ?? new Map(),
    classes: naturalBreaks(known, MOST_CLASSES),
    unknownCount: values.size - known.length,
  }
})

/** The sign of a number in the legend: that of the districts whose bound it is; none where one states it. */
export function boundOf(value: number, { values, bounds }: DistrictFill): Bound | '' {
  const having = [...values].filter(([, known]) => known === value).map(([adcode]) => adcode)
  const signs = new Set(having.map((adcode) => bounds.get(adcode) ?? ''))
  const [only = ''] = signs
  return signs.size === 1 ? only : ''
}

/** The tone of a value, 1 … MOST_CLASSES, strongest last: few classes take tones far apart. */
export function toneOf(
  value: number,
  { classes, measure }: Pick<DistrictFill, 'classes' | 'measure'>,
): number {
  const found = classes.findIndex(({ high }) => value <= high)
  const at = measure.leastIsStrong ? classes.length - 1 - found : found
  return classes.length <= 1
    ? MOST_CLASSES
    : 1 + Math.round((at * (MOST_CLASSES - 1)) / (classes.length - 1))
}

/** Asks for what the chosen measure needs, again on another network; without an answer all is unknown. */
export function keepDistrictFill(): () => void {
  const network = computed(() => view.value.networkId)
  return effect(() => {
    const measure = chosen.value
    network.value
    if (loading.value.kind !== 'ready' || !measure?.ask) return
    measure.ask(inFocus.value)
  })
}
