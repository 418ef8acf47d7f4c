// The units of targets.csv in English, and what turns a number into them.

/** Divide by `per` to get the amount in the English unit; counted things need no word of their own. */
export const TARGET_UNITS: Record<string, { en: string; per: number }> = {
  家: { en: '', per: 1 },
  个: { en: '', per: 1 },
  '%': { en: '%', per: 1 },
  亿元: { en: 'billion yuan', per: 10 },
  万辆: { en: 'thousand vehicles', per: 0.1 },
  个百分点: { en: 'percentage points', per: 1 },
}

/** An amount as it stands in the source, e.g. ">600" 亿元, in English: ">60 billion yuan". */
export function targetAmountInEnglish(value: string, unit: string | null): string {
  const known = TARGET_UNITS[unit ?? '']
  if (!known) return `${value} ${unit ?? ''}`.trim()
  const number = value.replace(/\d+(\.\d+)?/g, (digits) =>
    String(Math.round((Number(digits) / known.per) * 1000) / 1000),
  )
  return `${number} ${known.en}`.trim()
}
