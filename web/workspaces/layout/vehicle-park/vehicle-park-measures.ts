// How are the figures of the candidates written?
import type {
  VehicleParkCandidate,
  VehicleParkResult,
} from '#geodata/contract/processes/vehicle-park.ts'
import { isWide } from '#geodata/model/wide-interval.ts'
import { language, t } from '#web/messages/index.ts'
import type { Measure } from '#web/workspaces/layout/vehicle-park/figures.ts'

export function candidateName({ labelZh, labelEn }: VehicleParkCandidate): string {
  return language.value === 'en' ? labelEn : labelZh
}

export function measureTitle({ id, group, cutoffMinutes }: Measure): string {
  return cutoffMinutes === null
    ? t(`vehiclePark.measure.${id as 'median'}`)
    : t(`vehiclePark.within.${group as 'suppliers'}`, { minutes: cutoffMinutes })
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
      return t('vehiclePark.minutesUnit')
    case 'firms':
      return t('vehiclePark.firmsUnit')
    case 'segments':
      return t('vehiclePark.segmentsUnit')
    case 'parks':
      return t('vehiclePark.parksUnit')
    case 'plants':
      return t('vehiclePark.plantsUnit')
    case 'squareKilometers':
      return t('vehiclePark.squareKilometersUnit')
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
