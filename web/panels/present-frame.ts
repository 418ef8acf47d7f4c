// Puts a scene's bounds on the map, once the map has taken the size the stage gives it.
import type { Scene } from '#geodata/contract/stories.ts'
import { frame } from '#web/map/current.ts'

/** Frames waited for the map to follow its container; after that it is framed as it is. */
const PATIENCE_FRAMES = 60

/** Frames the scene, then calls `done`; returns the stop. */
export function frameScene({ bounds, paddingPixels }: Scene, done: () => void): () => void {
  let waited = 0
  let request = requestAnimationFrame(function settle() {
    const canvas = document.querySelector<HTMLElement>('.maplibregl-canvas')
    const container = canvas?.closest<HTMLElement>('.maplibregl-map')
    const settled =
      canvas &&
      container &&
      Math.abs(canvas.clientWidth - container.clientWidth) < 2 &&
      Math.abs(canvas.clientHeight - container.clientHeight) < 2
    waited += 1
    if (!settled && waited < PATIENCE_FRAMES) {
      request = requestAnimationFrame(settle)
      return
    }
    // On a small screen the padding asked for could leave no room for the ground itself.
    const room = Math.min(container?.clientWidth ?? 800, container?.clientHeight ?? 600)
    frame(bounds, Math.min(paddingPixels, room / 6))
    done()
  })
  return () => cancelAnimationFrame(request)
}
