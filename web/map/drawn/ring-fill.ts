// How far one gets, as ground: rings under the roads, and a veil over all that none of them reaches.
//
// Both are one picture over the whole map that asks a mask what lies where. New rings make a new mask; the veil is
// never cut into tiles, whatever its shape. Between two answers one mask turns into the other, but not under a hand
// that moves: there the hand is the movement.
import { effect } from '@preact/signals'
import type { CustomLayerInterface, CustomRenderMethodInput } from 'maplibre-gl'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { Canvas, DrawnThing } from '#web/map/drawn-thing.ts'
import { programOf, type RingMask, ringMask } from '#web/map/shapes/ring-mask.ts'
import { ringTriangles } from '#web/map/shapes/ring-triangles.ts'
import { draggedPin } from '#web/state/answers/dragged-pin.ts'
import { rings } from '#web/state/answers/rings.ts'
import { glideMilliseconds } from '#web/state/preferences.ts'

const REACH = 'ring'
const VEIL = 'veil'
const VEIL_OPACITY = 0.55
const TURN_MILLISECONDS = 160

export const ringFill: DrawnThing = {
  lateLayers: () => ({ reach: [{ id: REACH }], areas: [{ id: VEIL }] }),
  keep: keepRingFill,
}

const darknessOf = (cutoffMinutes: number) =>
  ({ 30: 0.2, 60: 0.14, 90: 0.1 })[cutoffMinutes] ?? 0.06

/** Two masks in turn: what is seen now, and what it turns from. */
type Shown = {
  /** They belong to the drawing context, and are made with the first rings. */
  masks: readonly [RingMask, RingMask] | null
  hasRings: [boolean, boolean]
  now: 0 | 1
  since: number
  lasts: number
}

function keepRingFill({ map, paint, above }: Canvas): () => void {
  const shown: Shown = { masks: null, hasRings: [false, false], now: 0, since: 0, lasts: 0 }
  let wanted: IsochroneResult | null = null
  let made: IsochroneResult | null = null
  const colours: Record<string, number[]> = {}
  const follow = (gl: WebGL2RenderingContext) => {
    if (wanted === made) return
    made = wanted
    shown.masks ??= [ringMask(gl), ringMask(gl)]
    shown.now = shown.now === 0 ? 1 : 0
    shown.hasRings[shown.now] = wanted !== null
    if (wanted) fillMask(shown.masks[shown.now], wanted)
    shown.since = performance.now()
    shown.lasts = draggedPin.peek() || !wanted ? 0 : glideMilliseconds(TURN_MILLISECONDS)
  }
  for (const id of [REACH, VEIL]) {
    map.addLayer(
      maskedLayer(map, shown, follow, id, () => colours[id] ?? []),
      above(id),
    )
  }
  const stopRings = effect(() => {
    wanted = rings.value
    map.triggerRepaint()
  })
  // Apart from the rings: to read a colour the page is laid out anew.
  const stopColours = effect(() => {
    colours[REACH] = rgbOf(paint('time-60'))
    colours[VEIL] = rgbOf(paint('map-sea'))
    map.triggerRepaint()
  })
  return () => {
    stopRings()
    stopColours()
    for (const id of [REACH, VEIL]) if (map.getLayer(id)) map.removeLayer(id)
    for (const mask of shown.masks ?? []) mask.remove()
  }
}

function fillMask(mask: RingMask, { features }: IsochroneResult): void {
  const areas = features.map(({ geometry }) => geometry.coordinates as number[][][][])
  const darkness = features.map(({ properties }) => darknessOf(properties.cutoffMinutes))
  mask.fill(ringTriangles(areas), darkness)
}

const EVERYWHERE = `#version 300 es
const vec2 corners[3] = vec2[](vec2(-1, -1), vec2(3, -1), vec2(-1, 3));
out vec2 place;
void main() { place = corners[gl_VertexID] * 0.5 + 0.5; gl_Position = vec4(corners[gl_VertexID], 0, 1); }`
/** Where there is no mask, nothing is dark and nothing is out of reach. */
const MASKED = `#version 300 es
precision mediump float;
uniform sampler2D now;
uniform sampler2D before;
uniform vec2 isThere;
uniform float turned;
uniform vec3 colour;
uniform float veil;
in vec2 place;
out vec4 painted;
vec2 at(sampler2D mask, float there) { return mix(vec2(0, 1), texture(mask, place).rg, there); }
void main() {
  vec2 covered = mix(at(before, isThere.y), at(now, isThere.x), turned);
  float opacity = veil > 0.0 ? veil * (1.0 - covered.g) : covered.r;
  painted = vec4(colour, 1) * opacity;
}`

function maskedLayer(
  map: Canvas['map'],
  shown: Shown,
  follow: (gl: WebGL2RenderingContext) => void,
  id: string,
  colour: () => readonly number[],
): CustomLayerInterface {
  let program: WebGLProgram | null = null
  let empty: WebGLVertexArrayObject | null = null
  return {
    id,
    type: 'custom',
    onAdd: (_, gl) => {
      program = programOf(gl, EVERYWHERE, MASKED)
      empty = gl.createVertexArray()
    },
    onRemove: (_, gl) => gl.deleteVertexArray(empty),
    prerender: (gl, { defaultProjectionData }: CustomRenderMethodInput) => {
      follow(gl)
      const ratio = Math.max(1, map.getPixelRatio())
      const width = Math.ceil(gl.drawingBufferWidth / ratio)
      const height = Math.ceil(gl.drawingBufferHeight / ratio)
      shown.masks?.forEach((mask, index) => {
        const isSeen = index === shown.now || isTurning(shown)
        if (isSeen && shown.hasRings[index]) {
          mask.draw(defaultProjectionData.mainMatrix, width, height)
        }
      })
    },
    render: (gl) => {
      const { masks, hasRings, now } = shown
      const before = now === 0 ? 1 : 0
      const turned = isTurning(shown) ? (performance.now() - shown.since) / shown.lasts : 1
      if (!program || !masks || (!hasRings[now] && turned === 1)) return
      const uniform = (name: string) => gl.getUniformLocation(program as WebGLProgram, name)
      gl.useProgram(program)
      for (const [unit, name, mask] of [
        [0, 'now', masks[now]],
        [1, 'before', masks[before]],
      ] as const) {
        gl.activeTexture(gl.TEXTURE0 + unit)
        gl.bindTexture(gl.TEXTURE_2D, mask.texture)
        gl.uniform1i(uniform(name), unit)
      }
      gl.uniform2f(uniform('isThere'), Number(hasRings[now]), Number(hasRings[before]))
      gl.uniform1f(uniform('turned'), turned)
      gl.uniform3fv(uniform('colour'), [...colour()])
      gl.uniform1f(uniform('veil'), id === VEIL ? VEIL_OPACITY : 0)
      gl.bindVertexArray(empty)
      gl.drawArrays(gl.TRIANGLES, 0, 3)
      gl.bindVertexArray(null)
      if (turned < 1) map.triggerRepaint()
    },
  }
}

function isTurning({ since, lasts }: Shown): boolean {
  return lasts > 0 && performance.now() - since < lasts
}

/** Of a colour written as #rrggbb, each from 0 to 1. */
export function rgbOf(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
}
