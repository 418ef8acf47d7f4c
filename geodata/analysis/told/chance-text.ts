// How is a chance written?
import type { Bilingual } from '#geodata/contract/shared.ts'

/** Whole per cent; what is rarer than one, or would read as certain, is said as such. */
export function chanceText(share: number): string {
  if (share === 0) return '0%'
  if (share < 0.01) return '<1%'
  if (share > 0.99 && share < 1) return '>99%'
  return `${Math.round(share * 100)}%`
}

/**
 * Of whom somebody is first: of all that are ranked, or of the compared alone. Of the same candidate the two differ by
 * far, so neither is ever told without its name; screen, report, minutes and workbooks take both from here.
 */
export const FIRST_OF = {
  all: { zh: '在全部候选中居首的可能', en: 'First of all candidates' },
  compared: { zh: '在所比各处中居首的可能', en: 'First of these' },
} as const satisfies Record<string, Bilingual>

/** The chance with its basis, as it stands within a line. */
export function firstOfTold(of: keyof typeof FIRST_OF, share: number): Bilingual {
  const { zh, en } = FIRST_OF[of]
  const chance = chanceText(share)
  return { zh: `${zh} ${chance}`, en: `${en.toLowerCase()} in ${chance} of the draws` }
}
