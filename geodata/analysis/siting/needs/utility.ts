// Does the park answer that there is a supply, or is one documented at it or in its district?
//
// A row of land_utilities that names the park or its district documents that there is such a supply;
// a tariff of the whole city does not say that a pipe lies there, and nothing says that none does.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { type Found, type Need, unknownNeed } from '#geodata/analysis/siting/need.ts'
import { answerOf, foundIn } from '#geodata/analysis/siting/park-answer.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { ParkItem } from '#geodata/model/park-item.ts'

type Utility = { id: ParkItem; title: Bilingual; items: readonly string[] }

/** A need that is met where the supply is documented, and unknown elsewhere. */
export function utility({ id, title, items }: Utility): Need {
  return {
    id,
    title,
    unit: null,
    group: 'landAndUtilities',
    compares: 'there',
    look: ({ facts }, { candidate: { park } }) =>
      foundIn({ title, unit: null }, answerOf(facts, park, id)) ??
      documented(facts, park, title, items),
  }
}

function documented(
  { landUtilities }: RegionFacts,
  park: Park | null,
  title: Bilingual,
  items: readonly string[],
): Found {
  const row = landUtilities.find(
    ({ item, parkId, adcode }) =>
      items.includes(item) &&
      park &&
      (parkId === park.properties.id || (!parkId && adcode === park.properties.adcode)),
  )
  if (!row) {
    const told = { zh: `${title.zh}：没有文件记载`, en: `${title.en}: nothing documents it here.` }
    return unknownNeed(told, 'land_utilities.csv')
  }
  const words = [row.areaZh, row.detail, row.asOf].filter(Boolean).join(' ')
  const told = { zh: `${title.zh}：有记载（${words}）`, en: `${title.en}: documented (${words}).` }
  return { kind: 'there', told, source: row.source }
}
