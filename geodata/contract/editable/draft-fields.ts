// What do the fields of a draft hold, whichever table it is for?
import { z } from 'zod'
import { Confidence, PrecisionName, SourceClass } from '#geodata/contract/shared.ts'

export const name = z.string().trim().min(1).max(120)
export const words = z.string().trim().min(1).max(2000)
export const maybeName = name.nullable().default(null)
export const maybeWords = z.string().trim().max(2000).nullable().default(null)
/** Lists are joined by ";" in the file. */
export const listed = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((text) => !text.includes(';'), {
    message: 'A text without “;” is expected',
    params: { zh: '不得含有“;”' },
  })
export const ids = z.array(listed).max(200).default([])
export const maybeId = z.string().trim().min(1).max(80).nullable().default(null)
export const area = z.number().positive().max(100_000).nullable().default(null)
export const NOWHERE = z.null().default(null)

export const evidence = {
  source: words,
  sourceClass: SourceClass.default('none'),
  confidence: Confidence,
}
/** Absent district names are taken from the place. */
export const placed = {
  coordPrecision: PrecisionName,
  coordSource: maybeWords,
  districtZh: z.string().trim().max(120).optional(),
}
export const PLACE = ['adcode', 'precisionRadiusKilometers'] as const

const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
/** A day, a month or a year; "2025-01/09" is January to September. */
export const publishedDate = z.string().refine(
  (text) => {
    const [from = '', to] = text.split('/')
    return DAY.test(from) && (to === undefined || DAY.test(to) || /^(0[1-9]|1[0-2])$/.test(to))
  },
  {
    message: 'A date is expected: 2025, 2025-09, 2025-09-30 or 2025-01/09 (January to September)',
    params: { zh: '应为日期：2025、2025-09、2025-09-30 或 2025-01/09（1 至 9 月）' },
  },
)

const TEXT_LIMIT = 400_000

/** JSON as text, which the store keeps as it came; what it holds is looked at here. */
export const jsonOf = (schema: z.ZodType, en: string, zh: string) =>
  z
    .string()
    .max(TEXT_LIMIT)
    .refine(
      (text) => {
        try {
          return schema.safeParse(JSON.parse(text)).success
        } catch {
          return false
        }
      },
      { error: `A record of ${en} is expected`, params: { zh: `应为${zh}的记录` } },
    )
