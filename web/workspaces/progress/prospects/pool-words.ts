// How are the figures of a project put in words?
import type { Ageing } from '#geodata/analysis/prospects/ageing.ts'
import type { LandClaims } from '#geodata/analysis/prospects/promised-land.ts'
import type { ProspectMade } from '#geodata/analysis/prospects/prospect-question.ts'
import type { System } from '#geodata/model/system.ts'
import { language, nameOf, say, t } from '#web/messages/index.ts'
import { parks, taxonomy } from '#web/state/region/lists.ts'
import type { Pool } from '#web/workspaces/progress/prospects/pool-read.ts'

const TEN_THOUSANDS_IN_A_HUNDRED_MILLION = 10_000

/** As each language counts money: 亿元 or 万元, millions in English. */
export function investmentText(tenThousandYuan: number): string {
  const number = (amount: number) =>
    amount.toLocaleString(language.value, { maximumFractionDigits: 2 })
  if (language.value === 'en') return t('pool.invested', { amount: number(tenThousandYuan / 100) })
  return tenThousandYuan < TEN_THOUSANDS_IN_A_HUNDRED_MILLION
    ? t('pool.investedSmall', { amount: number(tenThousandYuan) })
    : t('pool.invested', { amount: number(tenThousandYuan / TEN_THOUSANDS_IN_A_HUNDRED_MILLION) })
}

export const hectaresText = (amount: number) =>
  t('pool.hectares', { amount: amount.toLocaleString(language.value) })

/** Null: nobody knows. */
export function ageingText(ageing: Ageing): string | null {
  if (ageing.kind === 'unknown') return null
  if (ageing.kind === 'ahead') return t('pool.ahead')
  const { least, most } = ageing
  return least === most ? t('pool.days', { days: most }) : t('pool.daysBetween', { least, most })
}

/** A product or a segment by its name in the taxonomy, with the systems of it. */
export function madeTold({ kind, id }: ProspectMade): { name: string; system: System | null } {
  for (const segment of taxonomy.value) {
    if (kind === 'segment' && segment.segmentId === id) {
      return { name: say(segment.name), system: segment.system }
    }
    const product = kind === 'product' && segment.products.find(({ productId }) => productId === id)
    if (product) return { name: say(product.name), system: segment.system }
  }
  return { name: id, system: null }
}

export function parkName(id: string): string {
  const park = parks.value.find((one) => one.id === id)
  return park ? nameOf(park.properties) : id
}

/** As many of those that claim land are named; of the others their number is said. */
const MOST_NAMED = 4

/** Who else claims the land, and whether it is enough for all. */
export function claimsText(claims: LandClaims, { prospects, sites }: Pool): string {
  const { kind, place, prospectIds, wantedHectares, withoutArea, freeHectares, isAtMost } = claims
  const site = sites.find(({ id }) => id === place.id)
  const names = prospectIds.slice(0, MOST_NAMED).map((id) => {
    const one = prospects.find((prospect) => prospect.id === id)
    return one ? nameOf(one.properties) : id
  })
  const list = names.join(t('common.listSeparator'))
  const wanted = wantedHectares.toLocaleString(language.value)
  const said = {
    place: place.kind === 'park' ? parkName(place.id) : site ? nameOf(site.properties) : place.id,
    names:
      prospectIds.length > MOST_NAMED
        ? t('pool.goneProject', { name: list, count: prospectIds.length })
        : list,
    wanted: withoutArea > 0 ? t('pool.wantedAtLeast', { wanted }) : wanted,
    free: freeText(freeHectares, isAtMost),
  }
  if (kind === 'exceeds' && prospectIds.length === 1) return t('pool.claimsAlone', said)
  const key = { exceeds: 'claimsExceed', same: 'claimsSame', unsure: 'claimsUnsure' } as const
  return t(`pool.${key[kind]}`, said)
}

function freeText(hectares: number | null, isAtMost: boolean): string {
  if (hectares === null) return t('pool.freeUnknown')
  const amount = hectares.toLocaleString(language.value)
  return t(isAtMost ? 'pool.freeAtMost' : 'pool.free', { amount })
}
