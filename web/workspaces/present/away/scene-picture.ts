// What the audience sees of a scene, as a picture: the painted map, what stands over it, the words and figures.
//
// The map is paint already. Everything else is part of the page, and is drawn as the page draws it: a copy of it, with
// the page's styles and fonts, within an SVG.
import type { Look } from '#web/map/still.ts'
import { NoPicture, STAGE_HEIGHT, STAGE_WIDTH } from '#web/workspaces/present/away/stage-frame.ts'

/** In layers, so that one map may give way to another beneath the words; all of one size. */
export type ScenePicture = {
  /** The painted map, with what is written over its places. */
  map: HTMLCanvasElement
  /** What stands over the map and moves with nothing: its scale, whose it is. */
  over: HTMLCanvasElement
  words: HTMLCanvasElement
  /** Where the map lies, in pixels of the picture; `ratio` of them make one of the page. */
  frame: { left: number; top: number; width: number; height: number; ratio: number }
  /** null: words alone, or a map that looks at nothing that could be flown to. */
  look: Look | null
  /** How much larger the stage draws its map. */
  stageScale: number
}

/** On the stage, and no part of what it shows. */
const NOT_SHOWN = '.show-nav, .show-typed, .show-window, .show-ink, .show-notes, dialog, canvas'
const BARE = 'html, body, .still, .stills { background: none !important; }'
const OVER_MAP = '.still-ground > .maplibregl-control-container, .still > .map-bottom'

/** `ratio`: pixels of the picture per pixel of the page. A NoPicture says why there is none. */
export async function pictureOf(
  page: Document,
  style: string,
  ratio: number,
): Promise<ScenePicture> {
  const [map, over, words] = [canvasOf(ratio), canvasOf(ratio), canvasOf(ratio)]
  const pen = penOn(map)
  pen.fillStyle = getComputedStyle(page.body).getPropertyValue('--bg')
  pen.fillRect(0, 0, map.width, map.height)
  const still = [...page.querySelectorAll<HTMLElement>('.still')].at(-1)
  const painted = still?.querySelector('canvas')
  const { left = 0, top = 0, width = 0, height = 0 } = painted?.getBoundingClientRect() ?? {}
  const frame = {
    left: left * ratio,
    top: top * ratio,
    width: width * ratio,
    height: height * ratio,
    ratio,
  }
  if (painted) pen.drawImage(painted, frame.left, frame.top, frame.width, frame.height)
  const stills = [...page.querySelectorAll('.stills')]
  // Only cables have something written over their ends; each layer takes as long as all of the others.
  const hasWritten = still?.querySelector('.docks > *') !== null
  const layers = [
    [pen, hasWritten ? stills : [], OVER_MAP],
    [penOn(over), stills, '.still-move'],
    [penOn(words), [...page.querySelectorAll('.show')], null],
  ] as const
  for (const [on, parts, without] of layers) {
    if (parts.length === 0) continue
    const drawn = await drawnParts(page, parts, without, style)
    on.drawImage(drawn, 0, 0, map.width, map.height)
  }
  const isMap = page.querySelector<HTMLElement>('.show')?.dataset.kind === 'map'
  const scale = page.documentElement.style.getPropertyValue('--stage-scale')
  return {
    map,
    over,
    words,
    frame,
    look: isMap ? JSON.parse(still?.dataset.look ?? 'null') : null,
    stageScale: Number(scale) || 1,
  }
}

/** All layers in one. */
export function flat({ map, over, words }: ScenePicture): HTMLCanvasElement {
  const pen = penOn(map)
  for (const layer of [over, words]) pen.drawImage(layer, 0, 0)
  return map
}

/** A PNG; a NoPicture where the browser gives none. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    try {
      canvas.toBlob((png) => (png ? resolve(png) : reject(new NoPicture('too-large'))), 'image/png')
    } catch (cause) {
      // The browser does not let a picture with parts of a page out.
      reject(new NoPicture('refused', { cause }))
    }
  })
}

function canvasOf(ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = STAGE_WIDTH * ratio
  canvas.height = STAGE_HEIGHT * ratio
  return canvas
}

function penOn(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d')
  if (!pen) throw new NoPicture('too-large')
  return pen
}

async function drawnParts(
  page: Document,
  parts: readonly Element[],
  without: string | null,
  style: string,
): Promise<HTMLImageElement> {
  const picture = new Image(STAGE_WIDTH, STAGE_HEIGHT)
  const shown = parts.map((part) => shownOf(part, without))
  await Promise.all(shown.flatMap((part) => [...part.querySelectorAll('img')].map(takenIn)))
  const text = new XMLSerializer().serializeToString(svgAround(page, shown, style))
  // Of a blob the browser would keep the pixels to itself.
  picture.src = `data:image/svg+xml,${encodeURIComponent(text)}`
  await picture.decode().catch((cause) => {
    throw new NoPicture('refused', { cause })
  })
  return picture
}

const SVG = 'http://www.w3.org/2000/svg'
const XHTML = 'http://www.w3.org/1999/xhtml'

/** The parts within a root and a body as the page has them, so that every rule finds what it dresses. */
function svgAround(page: Document, parts: readonly Element[], style: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const foreign = document.createElementNS(SVG, 'foreignObject')
  const [root, body] = [bare(page.documentElement), bare(page.body)]
  for (const { name, value } of page.documentElement.attributes) svg.setAttribute(name, value)
  for (const [name, value] of Object.entries({
    width: STAGE_WIDTH,
    height: STAGE_HEIGHT,
    viewBox: `0 0 ${STAGE_WIDTH} ${STAGE_HEIGHT}`,
  })) {
    svg.setAttribute(name, String(value))
  }
  foreign.setAttribute('width', '100%')
  foreign.setAttribute('height', '100%')
  const sheet = document.createElementNS(XHTML, 'style')
  sheet.textContent = `${style}\n${BARE}`
  body.append(sheet, ...parts)
  root.append(body)
  foreign.append(root)
  svg.append(foreign)
  return svg
}

/** An SVG of its own fetches nothing: the picture's bytes stand in the place of its address. */
async function takenIn(image: HTMLImageElement): Promise<void> {
  const answer = await fetch(image.src).catch(() => null)
  if (!answer?.ok) return image.removeAttribute('src')
  const reader = new FileReader()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  reader.onload = () => resolve()
  reader.onerror = () => reject(new NoPicture('refused', { cause: reader.error }))
  reader.readAsDataURL(await answer.blob())
  await promise
  image.setAttribute('src', String(reader.result))
}

/** The element with all that it says, and nothing within. */
function bare(element: Element): Element {
  const copy = document.createElementNS(XHTML, element.localName)
  for (const { name, value } of element.attributes) copy.setAttribute(name, value)
  return copy
}

/** A copy of the part, without what is not to be seen. */
function shownOf(part: Element, without: string | null): Element {
  const copy = document.importNode(part, true)
  for (const one of copy.querySelectorAll([NOT_SHOWN, without ?? []].flat().join())) one.remove()
  return copy
}
