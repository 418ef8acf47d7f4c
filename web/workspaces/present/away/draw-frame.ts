// Draws one frame of a video: a scene, or one scene giving way to the next as the stage turns them.
import type { ScenePicture } from '#web/workspaces/present/away/scene-picture.ts'
import { easedTurn } from '#web/workspaces/present/away/video-plan.ts'
import { type Flight, flightOf, type Move } from '#web/workspaces/present/stage/turn-stills.ts'

type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** `from`: the scene before; `progress`: of the turn, 1 when it is over. */
export function drawFrame(
  pen: Pen,
  from: ScenePicture | null,
  to: ScenePicture,
  turn: 'fly' | 'ease',
  progress: number,
): void {
  const { width, height } = pen.canvas
  pen.imageSmoothingQuality = 'high'
  const share = from === null ? 1 : easedTurn(progress)
  if (from === null || share >= 1) {
    for (const layer of [to.map, to.over, to.words]) pen.drawImage(layer, 0, 0, width, height)
    return
  }
  const flight = turn === 'fly' ? flightOf(from.look, to.look) : null
  // The one that shows more ground lies beneath, whole.
  const isWider = flight?.isWider ?? false
  const [beneath, above] = isWider ? [to, from] : [from, to]
  drawGround(pen, beneath, moved(flight, beneath === to, share), 1, false)
  drawGround(
    pen,
    above,
    moved(flight, above === to, share),
    isWider ? 1 - share : share,
    Boolean(flight),
  )
  pen.drawImage(to.words, 0, 0, width, height)
}

const STILL: Move = { right: 0, down: 0, scale: 1 }

function moved(flight: Flight | null, isComing: boolean, share: number): Move {
  if (!flight) return STILL
  const { right, down, scale } = isComing ? flight.coming : flight.leaving
  const part = isComing ? 1 - share : share
  return { right: part * right, down: part * down, scale: 1 + part * (scale - 1) }
}

/** The map moved from its middle, and what stands over it in its place. */
function drawGround(
  pen: Pen,
  { map, over, frame, stageScale }: ScenePicture,
  { right, down, scale }: Move,
  opacity: number,
  hasSoftEdges: boolean,
): void {
  const { width, height } = pen.canvas
  const finer = width / map.width
  const [left, top] = [frame.left * finer, frame.top * finer]
  const [wide, high] = [frame.width * finer, frame.height * finer]
  const layer = hasSoftEdges ? softened(map, frame) : map
  pen.save()
  pen.globalAlpha = opacity
  pen.beginPath()
  pen.rect(left, top, wide, high)
  pen.clip()
  pen.save()
  const pixel = stageScale * finer * frame.ratio
  pen.translate(left + wide / 2 + right * pixel, top + high / 2 + down * pixel)
  pen.scale(scale, scale)
  const of = frame
  pen.drawImage(layer, of.left, of.top, of.width, of.height, -wide / 2, -high / 2, wide, high)
  pen.restore()
  pen.drawImage(over, 0, 0, width, height)
  pen.restore()
}

/** As wide as the edges of the stage’s stills in flight. */
const EDGE_SHARE = 0.12
const softMaps = new WeakMap<HTMLCanvasElement, HTMLCanvasElement>()

/** The map without edges: it fades towards each side of its frame. */
function softened(map: HTMLCanvasElement, frame: ScenePicture['frame']): HTMLCanvasElement {
  const known = softMaps.get(map)
  if (known) return known
  const soft = document.createElement('canvas')
  soft.width = map.width
  soft.height = map.height
  const pen = soft.getContext('2d')
  if (!pen) return map
  pen.drawImage(map, 0, 0)
  pen.globalCompositeOperation = 'destination-in'
  const { left, top, width, height } = frame
  for (const [x, y] of [
    [width, 0],
    [0, height],
  ] as const) {
    const fade = pen.createLinearGradient(left, top, left + x, top + y)
    for (const [at, colour] of [
      [0, 'transparent'],
      [EDGE_SHARE, '#000'],
      [1 - EDGE_SHARE, '#000'],
      [1, 'transparent'],
    ] as const) {
      fade.addColorStop(at, colour)
    }
    pen.fillStyle = fade
    pen.fillRect(left, top, width, height)
  }
  softMaps.set(map, soft)
  return soft
}
