// Who might supply a firm or a park, and whom might it supply?
import { supplyChain } from '#geodata/analysis/supply-chain/supply-chain.ts'
import { SupplyChainInputs, SupplyChainResult } from '#geodata/contract/processes/supply-chain.ts'
import { parseOrProblem } from '#server/http/problem.ts'
import { answer, type Process, unknownId } from '#server/processes/process.ts'
import { firstNetwork, type Region } from '#server/region/region.ts'

export const supplyChainProcess: Process = {
  title: '供应关系 Supply chain',
  description:
    'Possible suppliers and customers of a firm or of the firms of a park, derived from products and their inputs; none of them is recorded.',
  inputs: SupplyChainInputs,
  result: SupplyChainResult,
  run: (region, given) => {
    const inputs = parseOrProblem(SupplyChainInputs, given, '/inputs')
    const found = supplyChain(region.facts, companiesAsked(region, inputs))
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
