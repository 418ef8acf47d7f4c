// How is a published figure written in the reader's language?
import type { TargetRow } from '#geodata/contract/documents.ts'
import { TARGET_UNITS, targetAmountInEnglish } from '#geodata/model/target-unit.ts'
import { language } from '#web/messages/index.ts'
import { districts } from '#web/state/region/lists.ts'

/** A figure with its unit; a dash where there is none. */
export function amount({ value, unit }: Pick<TargetRow, 'value' | 'unit'>): string {
  if (value === null) return '—'
  return language.value === 'en'
    ? targetAmountInEnglish(value, unit)
    : `${value} ${unit ?? ''}`.trim()
}

/** The number alone, as published, in the unit the reader's language gives it. */
export function amountNumber(row: Pick<TargetRow, 'value' | 'unit'>): string {
  return amount(row).replace(/\s.*$/, '')
}

/** What a number of the sources is to be divided by to stand in the reader's unit. */
export function perUnit(unit: string | null): number {
  return language.value === 'en' ? (TARGET_UNITS[unit ?? '']?.per ?? 1) : 1
}

/** A place of figures in the reader's language; areas that are no districts keep their Chinese name. */
export function placeName(nameZh: string): string {
  if (language.value !== 'en') return nameZh
  const district = districts.value.find(({ properties }) => properties.nameZh === nameZh)
  return district?.properties.nameEn || nameZh
}
