// What are the rows called that are looked through for what is weak?
import { itemName } from '#geodata/analysis/provenance/item-name.ts'
import type { KnownRow } from '#geodata/analysis/provenance/known-row.ts'
import { EDITABLE, type EditableId } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type Tables = ReadonlyMap<EditableId, readonly RowFeature[]>

/** Longer names are cut: they say which row it is, no more. */
const LONGEST_NAME = 60

export function rowsOf(tables: Tables): KnownRow[] {
  return [...tables].flatMap(([collection, features]) =>
    features.map(({ id, geometry, properties }) => {
      const { zh, en } = nameOf(collection, properties, tables)
      return { collection, id: String(id), nameZh: cut(zh), nameEn: cut(en), geometry, properties }
    }),
  )
}

/** What belongs to a park or a firm has its name before its own. */
function nameOf(collection: EditableId, properties: Properties, tables: Tables): Bilingual {
  const owner =
    ownerIn(tables.get('parks'), properties.parkId) ??
    ownerIn(tables.get('companies'), properties.companyId)
  const own = ownName(collection, properties)
  // A firm and a site stand in no need of their park.
  if (!owner || properties.nameZh) return own
  return own.zh
    ? { zh: `${owner.zh}：${own.zh}`, en: `${owner.en}: ${own.en}` }
    : {
        zh: `${owner.zh}：${EDITABLE[collection].title.zh}`,
        en: `${owner.en}: ${EDITABLE[collection].title.en}`,
      }
}

type Properties = Readonly<Record<string, unknown>>

function ownName(collection: EditableId, properties: Properties): Bilingual {
  if (collection === 'park-answers') {
    return itemName(String(properties.item))
  }
  if (collection === 'transformations') return { zh: '', en: '' }
  const [zh, en] = EDITABLE[collection].named
  const text = (name: string) => String(properties[name] ?? '')
  return { zh: text(zh) || text(en), en: text(en) || text(zh) }
}

function ownerIn(features: readonly RowFeature[] | undefined, id: unknown): Bilingual | null {
  const found = id ? features?.find((one) => String(one.id) === id) : undefined
  if (!found) return null
  const { labelZh, labelEn, nameZh, nameEn } = found.properties
  return { zh: String(labelZh ?? nameZh), en: String(labelEn ?? nameEn) }
}

const cut = (name: string) =>
  [...name].length > LONGEST_NAME ? `${[...name].slice(0, LONGEST_NAME - 1).join('')}…` : name
