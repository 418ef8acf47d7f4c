// The outline in which candidates are to lie, where the user has drawn one.
import { drawing } from '#web/map/current.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { collect, line } from '#web/map/geojson.ts'
import { view } from '#web/state/view/store.ts'

export const askArea: DrawnThing = {
  sources: { 'ask-area': outlineFeatures },
  layers: (paint) => ({
    answers: [
      {
        id: 'ask-area',
        type: 'line',
        source: 'ask-area',
        paint: { 'line-color': paint('ink'), 'line-width': 1.6, 'line-dasharray': [3, 2] },
      },
    ],
  }),
}

/** Only while a site is looked for; what is being drawn anew is shown by the drawing. */
function outlineFeatures() {
  const { workspace, ask } = view.value
  const isShown = workspace === 'site' && ask.area !== null && !drawing.value
  return collect(
    isShown
      ? [
          line(
            (ask.area ?? []).map(([lng, lat]) => [lng, lat]),
            {},
          ),
        ]
      : [],
  )
}
