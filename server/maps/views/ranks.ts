// Ranked places as numbered discs: those that nobody can tell apart from the first are filled.
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import type { LegendItem, MapSymbol } from '#geodata/drawing/map-drawing.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

/** Of these the names are written whatever the room. */
const RANKS_NAMED = 3

type Ranked = {
  rank: number
  group: number
  lngLat: LngLat
  name: string
  /** Written beside the name. */
  figure?: string
}

export function rankSymbol({ rank, group, lngLat, name, figure = '' }: Ranked): MapSymbol {
  return {
    kind: 'rank',
    text: String(rank),
    isFilled: group === 1,
    lngLat,
    title: `${rank} ${name}`,
    name,
    figure,
    isNeeded: rank <= RANKS_NAMED,
  }
}

/** What a filled disc and an empty one mean. */
export function rankLegend(disc: MapSymbol | undefined, language: DocumentLanguage): LegendItem[] {
  const sample = (isFilled: boolean) => ({
    kind: 'symbol' as const,
    symbol: { ...disc, kind: 'rank', text: '', isFilled } as MapSymbol,
  })
  return [
    {
      sample: sample(true),
      text: said({ zh: '难分先后的第一组', en: 'First, or not clearly behind' }, language),
    },
    { sample: sample(false), text: said({ zh: '其后名次', en: 'Ranks after them' }, language) },
  ]
}
