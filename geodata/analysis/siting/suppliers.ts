// Who serves a candidate with what its product is made from, and how is that known?
import {
  byTime,
  type InputMaker,
  type Partner,
  type Partners,
} from '#geodata/analysis/siting/partners.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'

export type Supplier = {
  partner: Partner
  serves: SitingResult['ranking'][number]['suppliers'][number]['serves']
}

/**
 * The nearest firm recorded with each input; where none is recorded or reached, the nearest of those that most
 * likely make it, told as such. A firm that serves several inputs is told once; the nearest first.
 */
export function suppliersOf({ inputs }: Pick<Partners, 'inputs'>): Supplier[] {
  const found = new Map<string, Supplier>()
  for (const { input, makers } of inputs) {
    const nearest = servedBy(makers)
    if (!nearest) continue
    const { partner, basis, chance } = nearest
    const known = found.get(partner.id) ?? { partner, serves: [] }
    found.set(partner.id, known)
    known.serves.push({ title: input.title, basis, chance })
  }
  return [...found.values()].sort((a, b) => byTime(a.partner, b.partner))
}

/** Of those that can be reached the likeliest to make it, and of these the nearest. */
export function servedBy(makers: readonly InputMaker[]): InputMaker | null {
  const [nearest] = makers
    .filter(({ partner }) => partner.duration)
    .sort((a, b) => b.chance - a.chance || byTime(a.partner, b.partner))
  return nearest ?? null
}
