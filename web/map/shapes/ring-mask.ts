// What do the rings cover of the picture, pixel by pixel?
//
// A picture beside the map's own holds in red how dark the rings lie at a pixel, and in green whether any reaches it.
// It is drawn anew when the camera or the rings move, and at no other time. Nothing is cut into tiles for it.
import type { RingTriangles } from '#web/map/shapes/ring-triangles.ts'

type Gl = WebGL2RenderingContext

export type RingMask = {
  texture: WebGLTexture
  /** Other rings; `darkness` of each, the largest first: those within lie over it. */
  fill: (triangles: RingTriangles, darkness: readonly number[]) => void
  /** Draws what the camera sees; nothing where it is drawn already. */
  draw: (camera: ArrayLike<number>, width: number, height: number) => void
  remove: () => void
}

const TRIANGLES = `#version 300 es
uniform mat4 camera;
in vec2 corner;
void main() { gl_Position = camera * vec4(corner, 0, 1); }`
const EVERYWHERE = `#version 300 es
const vec2 corners[3] = vec2[](vec2(-1, -1), vec2(3, -1), vec2(-1, 3));
void main() { gl_Position = vec4(corners[gl_VertexID], 0, 1); }`
const PLAIN = `#version 300 es
precision mediump float;
uniform vec4 value;
out vec4 colour;
void main() { colour = value; }`

/** Without rings, until it is filled. */
export function ringMask(gl: Gl): RingMask {
  let triangles: RingTriangles | null = null
  let darkness: readonly number[] = []
  const fan = programOf(gl, TRIANGLES, PLAIN)
  const fill = programOf(gl, EVERYWHERE, PLAIN)
  const texture = gl.createTexture()
  const stencil = gl.createRenderbuffer()
  const frame = gl.createFramebuffer()
  const empty = gl.createVertexArray()
  const fans = gl.createVertexArray()
  const buffers = [gl.createBuffer(), gl.createBuffer()] as const
  gl.bindVertexArray(fans)
  gl.bindBuffer(gl.ARRAY_BUFFER, buffers[0])
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, buffers[1])
  const corner = gl.getAttribLocation(fan, 'corner')
  gl.enableVertexAttribArray(corner)
  gl.vertexAttribPointer(corner, 2, gl.FLOAT, false, 0, 0)
  gl.bindVertexArray(null)
  let drawn = ''
  let size = ''
  const fit = (width: number, height: number) => {
    if (size === `${width} ${height}`) return
    size = `${width} ${height}`
    gl.bindTexture(gl.TEXTURE_2D, texture)
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null)
    for (const [name, value] of [
      [gl.TEXTURE_MIN_FILTER, gl.LINEAR],
      [gl.TEXTURE_MAG_FILTER, gl.LINEAR],
      [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
      [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
    ] as const) {
      gl.texParameteri(gl.TEXTURE_2D, name, value)
    }
    gl.bindRenderbuffer(gl.RENDERBUFFER, stencil)
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.STENCIL_INDEX8, width, height)
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.STENCIL_ATTACHMENT, gl.RENDERBUFFER, stencil)
  }
  const drawAreas = (camera: Float32Array, ends: readonly number[]) => {
    let from = 0
    let dark = 0
    ends.forEach((end, area) => {
      dark = 1 - (1 - dark) * (1 - (darkness[area] ?? 0))
      gl.clear(gl.STENCIL_BUFFER_BIT)
      gl.colorMask(false, false, false, false)
      gl.stencilFunc(gl.ALWAYS, 0, 0xff)
      gl.stencilOp(gl.INVERT, gl.INVERT, gl.INVERT)
      gl.useProgram(fan)
      gl.uniformMatrix4fv(gl.getUniformLocation(fan, 'camera'), false, camera)
      gl.bindVertexArray(fans)
      gl.drawElements(gl.TRIANGLES, end - from, gl.UNSIGNED_INT, 4 * from)
      from = end
      gl.colorMask(true, true, true, true)
      gl.stencilFunc(gl.NOTEQUAL, 0, 0xff)
      gl.stencilOp(gl.KEEP, gl.KEEP, gl.KEEP)
      gl.useProgram(fill)
      gl.uniform4f(gl.getUniformLocation(fill, 'value'), dark, 1, 0, 1)
      gl.bindVertexArray(empty)
      gl.drawArrays(gl.TRIANGLES, 0, 3)
    })
  }
  return {
    texture,
    fill: (next, dark) => {
      triangles = next
      darkness = dark
      drawn = ''
      gl.bindVertexArray(fans)
      gl.bindBuffer(gl.ARRAY_BUFFER, buffers[0])
      gl.bufferData(gl.ARRAY_BUFFER, next.corners, gl.DYNAMIC_DRAW)
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, next.indices, gl.DYNAMIC_DRAW)
      gl.bindVertexArray(null)
    },
    draw: (camera, width, height) => {
      const seen = `${width} ${height} ${Array.from(camera)}`
      if (seen === drawn) return
      drawn = seen
      gl.bindFramebuffer(gl.FRAMEBUFFER, frame)
      fit(width, height)
      gl.viewport(0, 0, width, height)
      gl.disable(gl.BLEND)
      gl.disable(gl.DEPTH_TEST)
      gl.disable(gl.CULL_FACE)
      gl.disable(gl.SCISSOR_TEST)
      gl.enable(gl.STENCIL_TEST)
      gl.stencilMask(0xff)
      gl.clearStencil(0)
      gl.colorMask(true, true, true, true)
      gl.clearColor(0, 0, 0, 0)
      gl.clear(gl.COLOR_BUFFER_BIT)
      if (triangles) drawAreas(movedTo(camera, triangles.anchor), triangles.ends)
      gl.bindVertexArray(null)
      gl.bindFramebuffer(gl.FRAMEBUFFER, null)
      gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight)
    },
    remove: () => {
      for (const buffer of buffers) gl.deleteBuffer(buffer)
      for (const array of [fans, empty]) gl.deleteVertexArray(array)
      gl.deleteTexture(texture)
      gl.deleteRenderbuffer(stencil)
      gl.deleteFramebuffer(frame)
    },
  }
}

/** The camera for what is counted from a place: worked out exactly, so that a float does for the rest. */
export function movedTo(
  camera: ArrayLike<number>,
  [x, y]: readonly [number, number],
): Float32Array {
  const moved = Array.from(camera)
  for (let row = 0; row < 4; row++) {
    moved[12 + row] = (camera[12 + row] ?? 0) + x * (camera[row] ?? 0) + y * (camera[4 + row] ?? 0)
  }
  return Float32Array.from(moved)
}

/** Compiled once for each drawing context, and gone with it. */
const programs = new WeakMap<Gl, Map<string, WebGLProgram>>()

export function programOf(gl: Gl, vertex: string, fragment: string): WebGLProgram {
  const known = programs.get(gl) ?? new Map<string, WebGLProgram>()
  programs.set(gl, known)
  const program = known.get(vertex + fragment) ?? compiled(gl, vertex, fragment)
  known.set(vertex + fragment, program)
  return program
}

function compiled(gl: Gl, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram()
  for (const [type, text] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type)
    if (!shader) continue
    gl.shaderSource(shader, text)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
    gl.deleteShader(shader)
  }
  gl.linkProgram(program)
  return program
}
