// The ranking as places, for a map program: candidates as points, with the rings that the map shows.
import { say, t } from '#web/messages/index.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { saveLayer } from '#web/parts/words/save-sheet.ts'
import { rings } from '#web/state/answers/rings.ts'
import { ranked, ringsOrigin } from '#web/state/answers/siting.ts'
import type { RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { parks } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

export function SitingPlaces() {
  const result = ranked.value
  if (!result) return null
  return (
    <button
      type="button"
      title={t('document.placesHint')}
      // Until the draws of moved weights are there, nothing likely is told.
      disabled={!result.isSettled}
      onClick={() => void savePlaces(result)}
    >
      {t('document.places')}
    </button>
  )
}

async function savePlaces(result: RankedAnswer): Promise<void> {
  const { sitingLayer } = await import('#geodata/analysis/siting/document/place-layer.ts')
  const placeOf = (id: string) => {
    const [lng, lat] =
      parks.value.find(({ properties }) => properties.id === id)?.geometry?.coordinates ?? []
    return lng === undefined || lat === undefined ? null : ([lng, lat] as const)
  }
  const origin = ringsOrigin(view.value, result)
  const around = result.ranking.find(({ lngLat }) => lngLat.join() === origin?.join())
  const shown = around && rings.value ? [{ candidateId: around.id, rings: rings.value }] : []
  const { product, segment } = result.question
  const title = t('print.siteTitle', { made: say(product ?? segment) })
  await saveLayer(fileName(title), sitingLayer(result, placeOf, shown))
}
