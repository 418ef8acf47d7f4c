// What is a need, and does a site meet it?
//
// A need is a row of needs.ts, or one file in needs/ and one line there. It says what a site has, as an interval in its
// unit or as there or not there; what is not documented is unknown, keeps the site and is reported. Met or failed it
// is only by the outer bounds, which hold every draw; between, the draws say how likely it is met.
import { endsOf, likelyRange } from '#geodata/analysis/doubt/likely.ts'
import type { Doubt, NeedStood, Site, SitingContext } from '#geodata/analysis/siting/criterion.ts'
import { roundedTo2 } from '#geodata/analysis/siting/told-ways.ts'
import type { RowGroup } from '#geodata/contract/processes/comparison.ts'
import type { NEED_UNITS, NeedAsked } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type Found =
  | {
      kind: 'amount'
      low: number
      /** null: nothing says where between the ends it is. */
      central: number | null
      high: number
      /** What it has in every draw; null: it is known exactly. */
      drawn: Float64Array | null
      told: Bilingual
      source: string
    }
  | { kind: 'there' | 'absent'; told: Bilingual; source: string }
  | { kind: 'unknown'; told: Bilingual; source: string }

export type Need = {
  id: string
  title: Bilingual
  unit: (typeof NEED_UNITS)[number] | null
  /** Where it stands in a comparison. */
  group: RowGroup
  /** there: it takes no amount. */
  compares: 'atLeast' | 'atMost' | 'there'
  look: (context: SitingContext, site: Site, doubt: Doubt) => Found
}

/** How a site stands to what was asked. An amount that was not given is asked for in any quantity. */
export function standingOf(
  need: Need,
  { amount, isHard }: Pick<NeedAsked, 'amount' | 'isHard'>,
  found: Found,
  { lent }: Pick<Doubt, 'lent'>,
): NeedStood {
  const { told, source } = found
  const known = { id: need.id, isHard, told, source, low: null, high: null, likely: null }
  switch (found.kind) {
    case 'unknown':
      return { found: { ...known, standing: 'unknown', chance: null }, metIn: null }
    case 'there':
      return { found: { ...known, standing: 'met', chance: 1 }, metIn: null }
    case 'absent':
      return { found: { ...known, standing: 'failed', chance: 0 }, metIn: null }
    case 'amount':
      break
  }
  const { drawn, central } = found
  const [least, most] = drawn ? endsOf(drawn) : [found.low, found.high]
  const [low, high] = [Math.min(found.low, least), Math.max(found.high, most)]
  const isEnough = enough(need.compares, amount)
  const [atBest, atWorst] = need.compares === 'atMost' ? [low, high] : [high, low]
  const standing = isEnough(atWorst) ? 'met' : isEnough(atBest) ? 'perhaps' : 'failed'
  const metIn = drawn && Uint8Array.from(drawn, (one) => (isEnough(one) ? 1 : 0))
  const range = drawn ? likelyRange(drawn, lent) : [low, high]
  return {
    found: {
      ...known,
      standing,
      low: roundedTo2(low),
      high: roundedTo2(high),
      likely: [
        roundedTo2(Math.min(range[0] ?? low, central ?? Infinity)),
        roundedTo2(Math.max(range[1] ?? high, central ?? -Infinity)),
      ],
      chance: standing === 'perhaps' ? shareOf(metIn) : standing === 'met' ? 1 : 0,
    },
    metIn,
  }
}

function enough(compares: Need['compares'], amount: number | undefined) {
  if (compares === 'atMost') return (one: number) => one <= (amount ?? Infinity)
  return (one: number) => one >= (amount ?? 0)
}

function shareOf(metIn: Uint8Array | null): number | null {
  return metIn && metIn.reduce((sum, one) => sum + one, 0) / metIn.length
}

export function unknownNeed(told: Bilingual, source: string): Found {
  return { kind: 'unknown', told, source }
}
