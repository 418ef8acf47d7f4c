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
  /** Of a count, those with something to count; what has none is of no class. */
  classes: ValueClass[]
  /** Districts of a count that have none: 0 where the measure counts nothing. */
  noneCount: number
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
  const classed = known.filter((value) => !isNone(value, measure))
  const noneCount = known.length - classed.length
  return {
    id,
    measure,
    values,
    bounds: measure.boundsOf?.(inFocus.value) ?? new Map(),
    classes: naturalBreaks(classed, MOST_CLASSES + 1 - leastTone(noneCount)),
    noneCount,
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

/** Beside the plain ground the palest tone would not be told apart. */
const leastTone = (noneCount: number) => (noneCount > 0 ? 2 : 1)

const isNone = (value: number, { isCount }: DistrictMeasure) => isCount === true && value === 0

/**
 * The tone of a value, 1 … MOST_CLASSES, strongest last: few classes take tones far apart. 0, the plain
 * ground, where there is nothing to count.
 */
export function toneOf(
  value: number,
  { classes, measure, noneCount }: Pick<DistrictFill, 'classes' | 'measure' | 'noneCount'>,
): number {
  if (isNone(value, measure)) return 0
  const least = leastTone(noneCount)
  const found = classes.findIndex(({ high }) => value <= high)
  const at = measure.leastIsStrong ? classes.length - 1 - found : found
  return classes.length <= 1
    ? MOST_CLASSES
    : least + Math.round((at * (MOST_CLASSES - least)) / (classes.length - 1))
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
