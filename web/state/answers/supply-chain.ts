// Who supplies the selected firm or park, and whom does it supply: what is recorded, what is possible?
import { computed, effect } from '@preact/signals'
import type { Link } from '#geodata/contract/collections.ts'
import type {
  SupplyChainInputs,
  SupplyChainResult,
} from '#geodata/contract/processes/supply-chain.ts'
import { execute } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { firmOf, firmsWhere, manyFirms } from '#web/state/region/firms.ts'
import { loading, parks } from '#web/state/region/lists.ts'
import { linksThen } from '#web/state/region/year.ts'
import { view } from '#web/state/view/store.ts'

/** Partners of a side, where the page does not hold all firms. */
const MOST_LISTED = 60

const question = newestOnly((inputs: SupplyChainInputs, signal) =>
  execute('supply-chain', inputs, signal),
)

/** Of the selected firm or park. */
export const supplyChain = question.asked

/** What can have suppliers and customers, as an address of it; null: nothing such is selected. */
const asked = computed(() => {
  const { workspace, layoutView, selection } = view.value
  const fits = selection?.collection === 'companies' || selection?.collection === 'parks'
  return workspace === 'layout' && layoutView === 'map' && selection && fits
    ? `${selection.collection}/${selection.id}`
    : null
})

/** The ids of the selected firm, or of the park and its firms. */
export const ownIds = computed<ReadonlySet<string>>(() => {
  const [collection, id = ''] = asked.value?.split('/') ?? []
  if (!collection) return new Set()
  const firms = collection === 'parks' ? firmsOf(id) : []
  return new Set([id, ...firms])
})

const firmsOf = (parkId: string) =>
  firmsWhere('parkId', parkId).map(({ properties }) => properties.id)

/** Recorded links that name one of `ids`; the ends that are others are its known partners. */
export function linksNaming(all: readonly Link[], ids: ReadonlySet<string>): Link[] {
  return all.filter(({ properties: { fromIds, toIds } }) =>
    [...fromIds, ...toIds].some((id) => ids.has(id)),
  )
}

/**
 * Links of what the selected belongs to: of a park its district, of a firm its park and district. They were agreed
 * above it and may concern it: they stand beside its own and are not counted with them.
 */
export const linksAbove = computed<Link[]>(() => {
  const { collection, id = '' } = view.value.selection ?? {}
  const chosen =
    collection === 'parks'
      ? parks.value.find(({ properties }) => properties.id === id)?.properties
      : collection === 'companies'
        ? firmOf(id)?.properties
        : undefined
  if (!chosen) return []
  const ids = [chosen.adcode, 'parkId' in chosen ? chosen.parkId : null]
  const own = new Set([id, ...(collection === 'parks' ? firmsOf(id) : [])])
  const ofItself = new Set(linksNaming(linksThen.value, own))
  return linksNaming(linksThen.value, new Set(ids.filter((one) => one !== null))).filter(
    (link) => !ofItself.has(link),
  )
})

export const knownLinks = computed(() => linksNaming(linksThen.value, ownIds.value))

/** What may be, on the map only where it is asked for; empty while it is not known. */
export const possibleOnMap = computed(() => {
  const answer = supplyChain.value
  if (!view.value.possiblePartners || answer.kind !== 'answered') return NONE
  return answer.result
})
const NONE: Pick<SupplyChainResult, 'suppliers' | 'customers'> = { suppliers: [], customers: [] }

/** Are partners of the selected on the map, so that other links step back? */
export const hasPartnersOnMap = computed(() => {
  const { suppliers, customers } = possibleOnMap.value
  return knownLinks.value.length + suppliers.length + customers.length > 0
})

/** Is the selected firm there? Of one that is gone nothing is asked. */
const isFirm = computed(() => {
  const { selection } = view.value
  return selection?.collection === 'companies' && firmOf(selection.id) !== undefined
})

/** Asks for each selection anew. */
export function keepSupplyChain(): () => void {
  const stop = effect(() => {
    const [collection, id] = asked.value?.split('/') ?? []
    question.reset()
    if (!id || loading.value.kind !== 'ready' || (collection === 'companies' && !isFirm.value))
      return
    // Of very many firms each may be a partner: no one reads thousands of names.
    const most = manyFirms.value === null ? {} : { most: MOST_LISTED }
    question.ask({ ...(collection === 'parks' ? { parkId: id } : { companyId: id }), ...most })
  })
  return () => {
    stop()
    question.reset()
  }
}
