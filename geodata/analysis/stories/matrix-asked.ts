// A table of truck minutes as an author makes it: between which places, and what is it called?
import type { Company, Hub, Park } from '#geodata/contract/collections.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { LiveFigure } from '#geodata/contract/stories.ts'

export type MatrixFigure = Extract<LiveFigure, { kind: 'matrix' }>
export type MatrixPlace = MatrixFigure['from'][number]
/** A place that can stand in the table, and what it is called. */
export type PlaceChoice = { place: MatrixPlace; name: Bilingual }

type Lists = { parks: readonly Park[]; companies: readonly Company[]; hubs: readonly Hub[] }

/** Parks, then hubs, then firms; those whose place is not known can be measured from nowhere. */
export function placeChoices({ parks, companies, hubs }: Lists): PlaceChoice[] {
  const named = (nameZh: string, nameEn: string) => ({ zh: nameZh, en: nameEn || nameZh })
  const isPlaced = ({ geometry }: { geometry: unknown }) => geometry !== null
  return [
    ...parks.filter(isPlaced).map(({ properties: { id, labelZh, labelEn } }) => ({
      place: { collection: 'parks' as const, id },
      name: named(labelZh, labelEn),
    })),
    ...hubs.filter(isPlaced).map(({ properties: { id, nameZh, nameEn } }) => ({
      place: { collection: 'hubs' as const, id },
      name: named(nameZh, nameEn),
    })),
    ...companies.filter(isPlaced).map(({ properties: { id, nameZh, nameEn } }) => ({
      place: { collection: 'companies' as const, id },
      name: named(nameZh, nameEn),
    })),
  ]
}

export const isSamePlace = (a: MatrixPlace, b: MatrixPlace) =>
  a.collection === b.collection && a.id === b.id

/** Not taken yet, with every typed word in their names; so many at most. None while nothing is typed. */
export function foundPlaces(
  choices: readonly PlaceChoice[],
  text: string,
  taken: readonly MatrixPlace[],
  most: number,
): PlaceChoice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return choices
    .filter(({ place, name }) => {
      const all = `${name.zh} ${name.en}`.toLowerCase()
      return (
        words.every((word) => all.includes(word)) && !taken.some((one) => isSamePlace(one, place))
      )
    })
    .slice(0, most)
}

export function matrixAsked(
  from: readonly PlaceChoice[],
  to: readonly PlaceChoice[],
): MatrixFigure {
  const [only, ...others] = from
  const label =
    only && others.length === 0
      ? { zh: `${only.name.zh}到各地的卡车时间`, en: `Truck time from ${only.name.en}` }
      : { zh: '各地之间的卡车时间', en: 'Truck time between places' }
  return {
    kind: 'matrix',
    id: 'matrix',
    from: from.map(({ place }) => place),
    to: to.map(({ place }) => place),
    label,
    place: 'list',
  }
}
