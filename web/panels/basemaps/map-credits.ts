// Whose is what the map shows, and under which approval number? One answer for screen, print and exports.

import { say, t } from '#web/messages/index.ts'
import { licenceWords } from '#web/parts/words/known-phrases.ts'
import { basemapList, drawnBasemap, saidBySources } from '#web/state/region/basemaps.ts'
import { dataset } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

export type Credit = { text: string; licence: string }

/** The ground first, because a phone shows only the beginning. */
export function mapCredits(): Credit[] {
  const ground = drawnBasemap.value
  return [
    ...(ground ? [{ text: say(ground.attribution), licence: ground.licence }] : []),
    ...saidBySources.value.map((text) => ({ text, licence: '' })),
    ...shading().map(({ attribution, licence }) => ({ text: say(attribution), licence })),
    ...(dataset.value?.attribution ?? []).map(({ title, licence }) => ({
      text: say(title),
      licence,
    })),
  ].filter(({ text }) => text !== '')
}

/** 审图号 of the ground that is drawn, and of the shading where it has its own. */
export function approvalNumber(): string {
  const numbers = [drawnBasemap.value, ...shading()].flatMap(
    (basemap) => basemap?.approvalNumber ?? [],
  )
  return [...new Set(numbers)].join(' · ') || t('common.approvalUnset')
}

function shading() {
  const terrain = basemapList.value?.terrain
  return terrain && !view.value.hiddenLayers.includes('terrain') ? [terrain] : []
}

/** For files: the credits, each with its licence, and the approval number. */
export function creditLines(): string[] {
  const ground = drawnBasemap.value
  return [
    ...(ground ? [`${t('basemaps.exportTitle')}: ${say(ground.title)}`] : []),
    ...mapCredits().map(({ text, licence }) =>
      licence ? `${text} (${licenceWords(licence)})` : text,
    ),
    t('common.approval', { number: approvalNumber() }),
  ]
}
