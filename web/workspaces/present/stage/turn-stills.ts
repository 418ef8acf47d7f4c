// How does one scene's still give way to the next? In a flight, softly, or at once.
import type { Scene } from '#geodata/contract/stories.ts'
import { type Look, laidStills, layStill } from '#web/map/still.ts'
import { glideMilliseconds } from '#web/state/preferences.ts'

export type Still = { element: HTMLElement; look: Look | null }

export const FLIGHT_MILLISECONDS = 900
export const EASE_MILLISECONDS = 220
/** How a turn gathers and loses speed: the two points of a cubic Bézier curve. */
export const TURN_EASING = [0.2, 0.7, 0.2, 1] as const

export type Transition = NonNullable<Scene['transition']>
/** Of a scene that says none. */
export const PLAIN_TRANSITION: Transition = 'ease'

/** Lays `to` over the map; what lay there goes as the transition says. */
export function turnStills(from: Still | null, to: Still, transition: Transition): void {
  if (from?.element === to.element) return
  const flight = transition === 'fly' && from ? flightOf(from.look, to.look) : null
  const milliseconds =
    transition === 'cut' ? 0 : glideMilliseconds(flight ? FLIGHT_MILLISECONDS : EASE_MILLISECONDS)
  endTurns(from, to)
  layStill(to.element)
  if (milliseconds === 0) {
    from?.element.remove()
    return
  }
  const timing = { duration: milliseconds, easing: `cubic-bezier(${TURN_EASING.join()})` }
  if (flight && from) {
    moving(from).animate({ transform: ['none', cssOf(flight.leaving)] }, timing)
    moving(to).animate({ transform: [cssOf(flight.coming), 'none'] }, timing)
  }
  // The one that shows more ground lies beneath, whole: nothing else is seen through the other.
  const isWider = flight?.isWider ?? false
  if (from && isWider) layStill(to.element, true)
  const fading = from && isWider ? from : to
  const opacity = fading === to ? [0, 1] : [1, 0]
  fading.element.toggleAttribute('data-flies', flight !== null)
  if (flight) {
    // Its soft edges lie outside of it where it fills the screen.
    const [edged, whole] = ['100% 100%', '140% 140%']
    const maskSize = fading === to ? [edged, whole] : [whole, edged]
    moving(fading).animate({ maskSize }, timing)
  }
  const fade = fading.element.animate({ opacity }, timing)
  // Whoever is quicker than the fade has taken it away already.
  fade.finished.then(
    () => {
      fading.element.removeAttribute('data-flies')
      from?.element.remove()
    },
    () => {},
  )
}

/** A turn that is still under way ends where it led to. */
function endTurns(from: Still | null, to: Still): void {
  for (const still of [from, to]) {
    still?.element.removeAttribute('data-flies')
    for (const turn of still?.element.getAnimations({ subtree: true }) ?? []) turn.cancel()
  }
  for (const still of laidStills()) {
    if (still !== from?.element && still !== to.element) still.remove()
  }
}

const moving = ({ element }: Still) => element.querySelector('.still-move') ?? element

/** Of a picture of the map, from its middle: by so many of its pixels, then so many times as large. */
export type Move = { right: number; down: number; scale: number }
export type Flight = { leaving: Move; coming: Move; isWider: boolean }

/** null: the two cannot be laid over one another by moving and scaling alone. */
export function flightOf(from: Look | null, to: Look | null): Flight | null {
  const isPlain = (look: Look) => look.bearing === 0 && look.pitch === 0
  if (!from || !to || !isPlain(from) || !isPlain(to)) return null
  return { leaving: moveTo(from, to), coming: moveTo(to, from), isWider: to.zoom < from.zoom }
}

const WORLD_PIXELS = 512

/**
 * Moves and scales a picture of the map that looks at `own` so that its ground lies where a map that looks at
 * `other` has it, from the middle of the picture, in Web Mercator.
 */
export function moveTo(own: Look, other: Look): Move {
  const scale = 2 ** (other.zoom - own.zoom)
  const world = WORLD_PIXELS * 2 ** other.zoom
  const [x, y] = [mercator(own), mercator(other)].map(([x, y]) => [x * world, y * world] as const)
  const round = (value: number) => Math.round(value * 1e4) / 1e4
  const [right, down] = [(x?.[0] ?? 0) - (y?.[0] ?? 0), (x?.[1] ?? 0) - (y?.[1] ?? 0)]
  return { right: round(right), down: round(down), scale: round(scale) }
}

const cssOf = ({ right, down, scale }: Move) => `translate(${right}px, ${down}px) scale(${scale})`

/** Shares of the world, from its north west. */
function mercator({ lng, lat }: Look): [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180)
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}
