// Who might supply a firm or a park, and whom might it supply?

import { answer, unknownId } from '#geodata/analysis/answering/asked.ts'
import { firstNetwork } from '#geodata/analysis/answering/known-region.ts'
import { supplyChain } from '#geodata/analysis/supply-chain/supply-chain.ts'
import type { SupplyChainInputs } from '#geodata/contract/processes/supply-chain.ts'
import type { Process } from '#server/processes/process.ts'
import type { Region } from '#server/region/region.ts'

export const supplyChainProcess: Process<'supply-chain'> = {
  title: '供应关系 Supply chain',
  description:
    'Possible suppliers and customers of a firm or of the firms of a park, derived from products and their inputs; none of them is recorded.',
  work: () => 20,
  run: (region, inputs) => {
    const found = supplyChain(region.facts, companiesAsked(region, inputs), inputs.most)
    return answer(region, firstNetwork(region), inputs, found)
  },
}

function companiesAsked(
  { facts }: Region,
  { companyId, parkId }: SupplyChainInputs,
): ReadonlySet<string> {
  if (companyId !== undefined) {
    if (facts.companies.some(({ properties }) => properties.id === companyId)) {
      return new Set([companyId])
    }
    throw unknownId(companyId, '/inputs/companyId')
  }
  if (!facts.parks.some(({ properties }) => properties.id === parkId)) {
    throw unknownId(parkId ?? '', '/inputs/parkId')
  }
  return new Set(
    facts.companies
      .filter(({ properties }) => properties.parkId === parkId)
      .map(({ properties }) => properties.id),
  )
}
