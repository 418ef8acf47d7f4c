// When does each step on the way to the first map happen? Noted in the page, before any of its code runs.

/** Milliseconds since the page was asked for; null: it did not happen. */
export type LoadMarks = {
  contextBegun: number | null
  workerStarted: number | null
  firstShader: number | null
  lastShader: number | null
  firstFrame: number | null
  mapRests: number | null
  /** How many. */
  shaders: number
  frames: number
}

declare global {
  interface Window {
    loadMarks: LoadMarks
  }
}

/** Runs in the page by itself and so may name nothing of this file: `page.addInitScript(noteLoad)`. */
export function noteLoad(): void {
  const marks: LoadMarks = {
    contextBegun: null,
    workerStarted: null,
    firstShader: null,
    lastShader: null,
    firstFrame: null,
    mapRests: null,
    shaders: 0,
    frames: 0,
  }
  window.loadMarks = marks
  const now = () => performance.now()
  new MutationObserver(() => {
    if (document.documentElement.dataset.mapIdle === 'true') marks.mapRests ??= now()
  }).observe(document, { subtree: true, attributeFilter: ['data-map-idle'] })
  const getContext = HTMLCanvasElement.prototype.getContext
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: unknown[]) {
    if (String(asked[0]).startsWith('webgl')) marks.contextBegun ??= now()
    return Reflect.apply(getContext, this, asked)
  } as typeof getContext
  window.Worker = new Proxy(Worker, {
    construct(made, asked) {
      marks.workerStarted ??= now()
      return Reflect.construct(made, asked)
    },
  })
  const gl = WebGL2RenderingContext.prototype
  const link = gl.linkProgram
  gl.linkProgram = function (program) {
    marks.shaders += 1
    marks.lastShader = now()
    marks.firstShader ??= marks.lastShader
    link.call(this, program)
  }
  let drawn = false
  const draw = gl.drawElements
  gl.drawElements = function (...asked) {
    drawn = true
    draw.apply(this, asked)
  }
  const request = window.requestAnimationFrame
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      drawn = false
      callback(time)
      if (!drawn) return
      marks.frames += 1
      marks.firstFrame ??= now()
    })
}
