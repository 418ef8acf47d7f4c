// The surface of scores while siting asks for it; what draws it is fetched when it is first wanted.
import { effect } from '@preact/signals'
import type { Canvas, DrawnThing } from '#web/map/drawn-thing.ts'
import { restingZoom } from '#web/state/answers/surface.ts'
import { view } from '#web/state/view/store.ts'

const LAYER = 'surface'

export const surface: DrawnThing = {
  lateLayers: () => ({ reach: [{ id: LAYER }] }),
  keep: keepSurface,
}

function keepSurface(canvas: Canvas): () => void {
  const { map } = canvas
  let remove: (() => void) | null = null
  let isWanted = false
  const onRest = () => {
    restingZoom.value = map.getZoom()
  }
  onRest()
  map.on('zoomend', onRest)
  const stop = effect(() => {
    const { workspace, everywhere } = view.value
    isWanted = workspace === 'site' && everywhere
    if (!isWanted) {
      remove?.()
      remove = null
      return
    }
    if (remove) return
    import('#web/map/drawn/surface-layer.ts').then(
      ({ drawSurface }) => {
        if (isWanted && !remove) remove = drawSurface(canvas, LAYER)
      },
      // Without it the list of the best places says the same.
      (error) => console.error(error),
    )
  })
  return () => {
    stop()
    isWanted = false
    map.off('zoomend', onRest)
    remove?.()
  }
}
