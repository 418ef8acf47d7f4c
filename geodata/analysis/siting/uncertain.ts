// What could be found out about the question, and whom would one ask?
import type { Uncertain } from '#geodata/analysis/decision/worth-knowing.ts'
import { CLOUD_POINTS } from '#geodata/analysis/doubt/draws.ts'
import type { Criterion, Site } from '#geodata/analysis/siting/criterion.ts'
import type { DrawnTerm } from '#geodata/analysis/siting/drawn-terms.ts'
import type { Candidate } from '#geodata/analysis/siting/question.ts'
import type { FactToFind } from '#geodata/contract/processes/sensitivity.ts'

/** A fact that can be found out, with its value in every draw. */
export type UncertainFact = Uncertain & Omit<FactToFind, 'chanceKnowing'>

/** The same thing is met at every candidate: its values are worked out once. */
type Told = Omit<UncertainFact, 'groups'> & { groups: () => Uint8Array }

/** An even number is told apart in so many parts. */
const PARTS = 8

/**
 * Every uncertain fact once, in the order of the candidates; what all assume alike, such as speeds, is none that
 * anybody could be asked for: places of candidates and firms, who makes an input, what is
 * unknown of a candidate.
 */
export function uncertainFacts(
  sites: readonly Site[],
  criteria: readonly Criterion[],
  drawn: readonly (readonly DrawnTerm[])[],
): UncertainFact[] {
  const facts = new Map<string, UncertainFact>()
  const add = ({ groups, ...fact }: Told) => {
    const key = `${fact.kind} ${fact.subjectId} ${fact.what?.zh ?? ''}`
    if (!facts.has(key)) facts.set(key, { ...fact, groups: groups() })
  }
  sites.forEach(({ candidate, partners }, index) => {
    if (partners.point) add({ ...subjectOf(candidate), ...placed(partners.point), what: null })
    const firms = [
      ...partners.plants,
      ...partners.hubs,
      ...partners.rivals.map(({ partner }) => partner),
      ...partners.sameTrade.map(({ partner }) => partner),
      ...partners.inputs.flatMap(({ makers }) => makers.map(({ partner }) => partner)),
    ]
    for (const { id, nameZh, nameEn, drawn: ways } of firms) {
      if (!ways?.point) continue
      const subject = { zh: nameZh, en: nameEn }
      add({ subjectId: id, subject, isCandidate: false, ...placed(ways.point), what: null })
    }
    for (const { input, makers } of partners.inputs) {
      for (const { partner, chance, drawnChance } of makers) {
        if (!drawnChance || !partner.drawn) continue
        add({
          kind: 'maker',
          subjectId: partner.id,
          subject: { zh: partner.nameZh, en: partner.nameEn },
          isCandidate: false,
          what: input.title,
          groupCount: 2,
          groups: () => Uint8Array.from(drawnChance, (even) => (even < chance ? 1 : 0)),
        })
      }
    }
    criteria.forEach((criterion, k) => {
      const even = drawn[index]?.[k]?.even
      if (!even) return
      add({
        ...subjectOf(candidate),
        kind: 'criterion',
        what: criterion.title,
        groups: () => Uint8Array.from(even, (share) => Math.floor(share * PARTS)),
        groupCount: PARTS,
      })
    })
  })
  return [...facts.values()]
}

function placed(point: Uint8Array) {
  return { kind: 'place' as const, groups: () => point, groupCount: CLOUD_POINTS }
}

function subjectOf({ id, nameZh, nameEn }: Candidate) {
  return { subjectId: id, subject: { zh: nameZh, en: nameEn }, isCandidate: true }
}
