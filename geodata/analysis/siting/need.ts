// What is a need, and does a site meet it?
//
// A need is a row of needs.ts, or one file in needs/ and one line there. It says what a site has, as an interval in its
// unit or as there or not there; what is not documented is unknown, keeps the site and is reported.
import type { Site, SitingContext } from '#geodata/analysis/siting/criterion.ts'
import type { NEED_UNITS, NeedAsked, NeedFound } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type Found =
  | { kind: 'amount'; low: number; high: number; told: Bilingual; source: string }
  | { kind: 'there' | 'absent'; told: Bilingual; source: string }
  | { kind: 'unknown'; told: Bilingual; source: string }

export type Need = {
  id: string
  title: Bilingual
  unit: (typeof NEED_UNITS)[number] | null
  /** there: it takes no amount. */
  compares: 'atLeast' | 'atMost' | 'there'
  look: (context: SitingContext, site: Site) => Found
}

/** How a site stands to what was asked. An amount that was not given is asked for in any quantity. */
export function standingOf(
  need: Need,
  { amount, isHard }: Pick<NeedAsked, 'amount' | 'isHard'>,
  found: Found,
): NeedFound {
  return {
    id: need.id,
    isHard,
    standing: standing(need.compares, amount, found),
    told: found.told,
    source: found.source,
  }
}

function standing(compares: Need['compares'], amount: number | undefined, found: Found) {
  switch (found.kind) {
    case 'unknown':
      return 'unknown'
    case 'there':
      return 'met'
    case 'absent':
      return 'failed'
    case 'amount': {
      if (compares === 'atMost') {
        const most = amount ?? Number.POSITIVE_INFINITY
        return found.high <= most ? 'met' : found.low > most ? 'failed' : 'perhaps'
      }
      const least = amount ?? 0
      return found.low >= least ? 'met' : found.high < least ? 'failed' : 'perhaps'
    }
  }
}

export function unknownNeed(told: Bilingual, source: string): Found {
  return { kind: 'unknown', told, source }
}
