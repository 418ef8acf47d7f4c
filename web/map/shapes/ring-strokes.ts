// The lines around the rings, drawn as they stand: each side of an outline a strip as wide as its line.

import type { LngLat } from '#geodata/model/lng-lat.ts'
import { movedTo, programOf } from '#web/map/shapes/ring-mask.ts'
import { mercatorOf } from '#web/map/shapes/ring-triangles.ts'

type Gl = WebGL2RenderingContext

/** x and y of both ends of a side from `anchor`, and how far along its outline it begins; in the square of the world. */
export const NUMBERS_PER_SIDE = 5

export type RingSides = {
  sides: Float32Array
  anchor: readonly [x: number, y: number]
  /** Area k ends at side `ends[k]`. */
  ends: number[]
}

export type Stroke = {
  colour: readonly number[]
  widthPixels: number
  /** Pixels drawn and left out; null: drawn through. */
  dash: readonly [number, number] | null
}

export type RingStrokes = {
  fill: (sides: RingSides) => void
  draw: (
    camera: ArrayLike<number>,
    strokes: readonly Stroke[],
    pixelRatio: number,
    worldPixels: number,
  ) => void
  remove: () => void
}

/** Of areas as coordinates of MultiPolygons. */
export function ringSides(areas: readonly number[][][][][]): RingSides {
  const [first = [0, 0]] = areas.flat(2)[0] ?? []
  const anchor = mercatorOf(first as unknown as LngLat)
  const sides: number[] = []
  const ends: number[] = []
  for (const polygons of areas) {
    for (const ring of polygons.flat()) {
      let along = 0
      let before: readonly [number, number] | null = null
      for (const corner of ring) {
        const [east, south] = mercatorOf(corner as unknown as LngLat)
        const at = [east - anchor[0], south - anchor[1]] as const
        if (before) {
          sides.push(...before, ...at, along)
          along += Math.hypot(at[0] - before[0], at[1] - before[1])
        }
        before = at
      }
    }
    ends.push(sides.length / NUMBERS_PER_SIDE)
  }
  return { sides: Float32Array.from(sides), anchor, ends }
}

const STRIP = `#version 300 es
uniform mat4 camera;
uniform vec2 halfPicture;
uniform float halfWidth;
uniform float worldPixels;
in vec4 side;
in float along;
out float across;
out float walked;
void main() {
  bool atEnd = gl_VertexID > 1;
  vec4 a = camera * vec4(side.xy, 0, 1);
  vec4 b = camera * vec4(side.zw, 0, 1);
  vec2 from = a.xy / a.w * halfPicture;
  vec2 to = b.xy / b.w * halfPicture;
  vec2 way = to - from;
  float pixels = length(way);
  way = pixels > 0.0 ? way / pixels : vec2(1, 0);
  across = (gl_VertexID % 2 == 0 ? -1.0 : 1.0) * (halfWidth + 1.0);
  walked = along * worldPixels + (atEnd ? pixels : 0.0);
  vec2 place = (atEnd ? to + way * halfWidth * 0.5 : from - way * halfWidth * 0.5);
  gl_Position = vec4((place + vec2(-way.y, way.x) * across) / halfPicture, 0, 1);
}`
const INK = `#version 300 es
precision highp float;
uniform vec3 colour;
uniform float halfWidth;
uniform vec2 dash;
in float across;
in float walked;
out vec4 painted;
void main() {
  if (dash.y > 0.0 && mod(walked, dash.x + dash.y) > dash.x) discard;
  painted = vec4(colour, 1) * clamp(halfWidth + 0.5 - abs(across), 0.0, 1.0);
}`

/** Without lines, until it is filled. */
export function ringStrokes(gl: Gl): RingStrokes {
  let filled: RingSides | null = null
  const program = programOf(gl, STRIP, INK)
  const array = gl.createVertexArray()
  const buffer = gl.createBuffer()
  const [side, along] = ['side', 'along'].map((name) => gl.getAttribLocation(program, name))
  const uniform = (name: string) => gl.getUniformLocation(program, name)
  /** The sides of an area, the first of them at the start of the buffer’s reading. */
  const pointAt = (first: number) => {
    for (const [place = 0, size, offset] of [
      [side, 4, 0],
      [along, 1, 4],
    ] as const) {
      gl.enableVertexAttribArray(place)
      gl.vertexAttribDivisor(place, 1)
      const from = 4 * (NUMBERS_PER_SIDE * first + offset)
      gl.vertexAttribPointer(place, size, gl.FLOAT, false, 4 * NUMBERS_PER_SIDE, from)
    }
  }
  return {
    fill: (next) => {
      filled = next
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
      gl.bufferData(gl.ARRAY_BUFFER, next.sides, gl.DYNAMIC_DRAW)
    },
    draw: (camera, strokes, pixelRatio, worldPixels) => {
      if (!filled) return
      const { anchor, ends } = filled
      gl.useProgram(program)
      gl.bindVertexArray(array)
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
      gl.uniformMatrix4fv(uniform('camera'), false, movedTo(camera, anchor))
      gl.uniform2f(uniform('halfPicture'), gl.drawingBufferWidth / 2, gl.drawingBufferHeight / 2)
      gl.uniform1f(uniform('worldPixels'), worldPixels * pixelRatio)
      ends.forEach((end, area) => {
        const first = ends[area - 1] ?? 0
        const stroke = strokes[area]
        if (!stroke || end === first) return
        pointAt(first)
        const [drawn, left] = stroke.dash ?? [1, 0]
        gl.uniform3fv(uniform('colour'), [...stroke.colour])
        gl.uniform1f(uniform('halfWidth'), (stroke.widthPixels * pixelRatio) / 2)
        gl.uniform2f(uniform('dash'), drawn * pixelRatio, left * pixelRatio)
        gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, end - first)
      })
      gl.bindVertexArray(null)
    },
    remove: () => {
      gl.deleteBuffer(buffer)
      gl.deleteVertexArray(array)
    },
  }
}
