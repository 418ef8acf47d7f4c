// How are the figures of the candidates written?
import type {
  VehicleParkCandidate,
  VehicleParkResult,
} from '#geodata/contract/processes/vehicle-park.ts'
import { language, t } from '#web/messages/index.ts'
import { isWide } from '#web/state/answers/siting.ts'
import type { Measure } from './figures.ts'

export function candidateName({ labelZh, labelEn }: VehicleParkCandidate): string {
  return language.value === 'en' ? labelEn : labelZh
}

export function measureTitle({ id, group, cutoffMinutes }: Measure): string {
  return cutoffMinutes === null
    ? t(`one.measure.${id as 'median'}`)
    : t(`one.within.${group as 'suppliers'}`, { minutes: cutoffMinutes })
}

/** Of how many a count is, e.g. "/ 148"; empty where a measure counts nothing. */
export function totalOf({ cutoffMinutes, group }: Measure, result: VehicleParkResult): string {
  if (cutoffMinutes === null) return ''
  const { supplierCount, segmentCount, parkCount } = result
  const total = group === 'suppliers' ? supplierCount : group === 'parks' ? parkCount : segmentCount
  return `/ ${total} `
}

export function unitOf({ unit }: Measure): string {
  switch (unit) {
    case 'minutes':
      return t('one.minutesUnit')
    case 'firms':
      return t('one.firmsUnit')
    case 'segments':
      return t('one.segmentsUnit')
    case 'parks':
      return t('one.parksUnit')
    case 'plants':
      return t('one.plantsUnit')
    case 'squareKilometers':
      return t('one.squareKilometersUnit')
  }
}

/** "61", or "40–95" where the doubt is wider than 10 %; null: unknown. */
export function figureText({ value }: Measure): string | null {
  if (!value) return null
  const { low, central, high } = value
  if (high === null) return `≥ ${written(low)}`
  return isWide(low, central, high) && written(low) !== written(high)
    ? `${written(low)}–${written(high)}`
    : written(central)
}

/** The central value, for where the interval stands beside it. */
export function centralText({ value }: Measure): string {
  return value ? written(value.central) : t('common.unknown')
}

function written(value: number): string {
  return String(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))
}
