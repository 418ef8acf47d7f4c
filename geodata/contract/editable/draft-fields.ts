// What do the fields of a draft hold, whichever table it is for?
import { z } from 'zod'
import { Confidence, PrecisionName, SourceClass } from '#geodata/contract/shared.ts'
import { type CodeFault, codeFault, plainCode } from '#geodata/model/unified-code.ts'

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
export const id = z.string().trim().min(1).max(80)
export const maybeId = z.string().trim().min(1).max(80).nullable().default(null)
export const area = z.number().positive().max(100_000).nullable().default(null)
export const NOWHERE = z.null().default(null)

const codeFaultWords = (fault: CodeFault): { zh: string; en: string } => {
  switch (fault.kind) {
    case 'length':
      return {
        zh: `应为 18 位，现为 ${fault.came} 位`,
        en: `18 characters are expected, these are ${fault.came}`,
      }
    case 'character':
      return {
        zh: `第 ${fault.at} 位“${fault.came}”不能用于代码：只用数字和大写字母，不用 I、O、S、V、Z`,
        en: `Figures and letters other than I, O, S, V and Z are expected; character ${fault.at} is “${fault.came}”`,
      }
    case 'check':
      return {
        zh: `末位校验码应为“${fault.fits}”，现为“${fault.came}”：前面有错字，或末位写错`,
        en: `By the characters before it the last one, which checks them, is “${fault.fits}” and not “${fault.came}”: one of them is wrong`,
      }
  }
}

/** 统一社会信用代码: small or full-width letters and blanks are written as the standard has them. */
export const maybeUnifiedCode = z
  .string()
  .check((code) => {
    const fault = codeFault(plainCode(code.value))
    if (!fault) return
    const { zh, en } = codeFaultWords(fault)
    code.issues.push({ code: 'custom', input: code.value, message: en, params: { zh } })
  })
  .overwrite(plainCode)
  .nullable()
  .default(null)

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

/** Whether the calendar has it: 2025, 2025-09 or 2025-09-30. */
function isInCalendar(text: string): boolean {
  if (!DAY.test(text)) return false
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
}

/** A day, a month or a year, as exactly as it is known. */
export const maybeDate = z
  .string()
  .trim()
  .refine(isInCalendar, {
    message: 'A date is expected: 2025, 2025-09 or 2025-09-30',
    params: { zh: '应为日期：2025、2025-09 或 2025-09-30' },
  })
  .nullable()
  .default(null)

export const day = z
  .string()
  .trim()
  .refine((text) => text.length === 10 && isInCalendar(text), {
    message: 'A day is expected: 2025-09-30',
    params: { zh: '应为日期（年-月-日）：2025-09-30' },
  })

/** Of two dates, as exactly as both are known: 2025 may be after 2025-09. */
export function isNotBefore(date: string, other: string): boolean {
  const known = Math.min(date.length, other.length)
  return date.slice(0, known) >= other.slice(0, known)
}

/** What one field of a draft must be by what others say. */
export const expects = (path: string[], input: unknown, zh: string, en: string) => ({
  code: 'custom' as const,
  path,
  input,
  message: en,
  params: { zh },
})

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
