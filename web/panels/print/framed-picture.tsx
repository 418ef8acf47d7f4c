// The map as a picture to hand on: its title above, legend, scale, credits and approval number with it.
import '#web/panels/print/print-sheet.css'
import { type ComponentChildren, render } from 'preact'
import { scaleBarKilometers } from '#geodata/drawing/scale-bar.ts'
import { type MapPicture, mapPicture } from '#web/map/picture.ts'
import { language, say, t } from '#web/messages/index.ts'
import { creditLines } from '#web/panels/basemaps/map-credits.ts'
import { drawElement } from '#web/panels/print/draw-element.ts'
import { dataset } from '#web/state/region/lists.ts'

export type PictureAbout = {
  title: string
  /** What was asked or kept. */
  lines: readonly string[]
  legend: readonly { mark: ComponentChildren; text: string }[]
}

const PAD = 16
const TITLE = { pixels: 20, weight: 600, leading: 30 }
const LINE = { pixels: 12, weight: 400, leading: 18 }
const LEGEND = { pixels: 12, weight: 400, leading: 24 }
const CREDIT = { pixels: 10, weight: 400, leading: 15 }
const MARK_SPACE = 6
const ITEM_SPACE = 18
type Type = typeof LINE

/** A PNG; null: there is no map on the page. */
export async function framedPicture(about: PictureAbout): Promise<Blob | null> {
  const picture = await mapPicture()
  if (!picture) return null
  const legend = [...about.legend, ...fillLegend()]
  const shelf = shelfFor(legend)
  try {
    const canvas = await framed(picture, { ...about, legend }, shelf)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } finally {
    render(null, shelf)
    shelf.remove()
  }
}

/** By what districts are filled, as the legend on the map says it; nothing where they are not. */
function fillLegend(): PictureAbout['legend'] {
  const box = document.querySelector('.map-bottom .fill-legend')
  const title = box?.querySelector('h2')?.textContent ?? ''
  return [...(box?.querySelectorAll('li') ?? [])].map((line) => {
    const swatch = line.querySelector('i')
    const background = swatch ? getComputedStyle(swatch).backgroundColor : ''
    return {
      mark: <i class="picture-swatch" style={{ background }} />,
      text: [title, ...textsIn(line)].join(' · '),
    }
  })
}

const textsIn = (element: Element): string[] =>
  [...element.childNodes].flatMap(({ textContent }) => textContent?.trim() || [])

/** Symbols have their colours and sizes only where they stand on the page. */
function shelfFor(legend: PictureAbout['legend']): HTMLElement {
  const shelf = document.createElement('div')
  shelf.className = 'picture-shelf'
  shelf.setAttribute('aria-hidden', 'true')
  document.body.append(shelf)
  render(
    legend.map(({ mark, text }) => <p key={text}>{mark}</p>),
    shelf,
  )
  return shelf
}

async function framed(
  picture: MapPicture,
  { title, lines, legend }: PictureAbout,
  shelf: HTMLElement,
): Promise<HTMLCanvasElement> {
  const { width, height, ratio } = picture
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('The browser gives no canvas to draw on.')
  const style = getComputedStyle(document.documentElement)
  const ink = (name: string) => style.getPropertyValue(name)
  const family = getComputedStyle(document.body).fontFamily
  const type = ({ pixels, weight }: Type) => `${weight} ${pixels}px ${family}`
  const date = new Intl.DateTimeFormat(language.value, { dateStyle: 'long' }).format(new Date())
  const wrap = (text: string, of: Type) => wrapped(pen, type(of), text, width)
  const above = wrap([...lines, t('print.pictureDate', { date })].join(' · '), LINE)
  const note = dataset.value ? [say(dataset.value.boundaryNote)] : []
  const below = wrap([...note, ...creditLines()].join(' · '), CREDIT)
  const marks = [...shelf.children].map((one) => one.firstElementChild)
  const items = placed(
    pen,
    type(LEGEND),
    legend.map(({ text }) => text),
    marks,
    width,
  )
  const rows = Math.max(0, ...items.map(({ row }) => row + 1))
  const mapTop = PAD + TITLE.leading + above.length * LINE.leading + PAD / 2
  const legendTop = mapTop + height + PAD / 2
  const creditsTop = legendTop + rows * LEGEND.leading + PAD / 2
  canvas.width = Math.round((width + 2 * PAD) * ratio)
  canvas.height = Math.round((creditsTop + below.length * CREDIT.leading + PAD) * ratio)
  pen.scale(ratio, ratio)
  pen.fillStyle = ink('--bg')
  pen.fillRect(0, 0, canvas.width, canvas.height)
  const write = (text: string, of: Type, x: number, top: number, colour: string) => {
    pen.font = type(of)
    pen.textAlign = 'left'
    pen.textBaseline = 'middle'
    pen.fillStyle = ink(colour)
    pen.fillText(text, x, top + of.leading / 2)
  }
  write(title, TITLE, PAD, PAD, '--ink')
  for (const [index, line] of above.entries()) {
    write(line, LINE, PAD, PAD + TITLE.leading + index * LINE.leading, '--ink-2')
  }
  await drawMap(pen, picture, mapTop, ink)
  for (const [index, { left, row, markWidth, text }] of items.entries()) {
    const top = legendTop + row * LEGEND.leading
    const mark = marks[index]
    const markHeight = mark?.getBoundingClientRect().height ?? 0
    if (mark) await drawElement(pen, mark, PAD + left, top + (LEGEND.leading - markHeight) / 2)
    write(text, LEGEND, PAD + left + markWidth + MARK_SPACE, top, '--ink')
  }
  for (const [index, line] of below.entries()) {
    write(line, CREDIT, PAD, creditsTop + index * CREDIT.leading, '--ink-2')
  }
  return canvas
}

async function drawMap(
  pen: CanvasRenderingContext2D,
  { painted, width, height, over, kilometersAcross }: MapPicture,
  top: number,
  ink: (name: string) => string,
): Promise<void> {
  pen.save()
  pen.beginPath()
  pen.rect(PAD, top, width, height)
  pen.clip()
  pen.drawImage(painted, PAD, top, width, height)
  for (const one of over) await drawElement(pen, one.element, PAD + one.left, top + one.top)
  pen.restore()
  pen.lineWidth = 1
  pen.strokeStyle = ink('--line-2')
  pen.strokeRect(PAD, top, width, height)
  const kilometers = scaleBarKilometers(kilometersAcross)
  const length = (kilometers / kilometersAcross) * width
  const [left, bottom] = [PAD + 12, top + height - 14]
  pen.beginPath()
  pen.moveTo(left, bottom - 5)
  pen.lineTo(left, bottom)
  pen.lineTo(left + length, bottom)
  pen.lineTo(left + length, bottom - 5)
  pen.strokeStyle = ink('--bg')
  pen.lineWidth = 4
  pen.stroke()
  pen.strokeStyle = ink('--ink')
  pen.lineWidth = 1.2
  pen.stroke()
  pen.font = `500 11px ${getComputedStyle(document.body).fontFamily}`
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  pen.strokeStyle = ink('--bg')
  pen.lineWidth = 3
  pen.strokeText(`${kilometers} km`, left + length + 6, bottom - 2)
  pen.fillStyle = ink('--ink')
  pen.fillText(`${kilometers} km`, left + length + 6, bottom - 2)
}

type Item = { left: number; row: number; markWidth: number; text: string }

/** In rows, each as full as it gets. */
function placed(
  pen: CanvasRenderingContext2D,
  font: string,
  texts: readonly string[],
  marks: readonly (Element | null)[],
  width: number,
): Item[] {
  pen.font = font
  let [left, row] = [0, 0]
  return texts.map((text, index) => {
    const markWidth = marks[index]?.getBoundingClientRect().width ?? 0
    const takes = markWidth + MARK_SPACE + pen.measureText(text).width
    if (left > 0 && left + takes > width) [left, row] = [0, row + 1]
    const item = { left, row, markWidth, text }
    left += takes + ITEM_SPACE
    return item
  })
}

/** Broken where a line is full: between words, or between any two Han characters. */
function wrapped(
  pen: CanvasRenderingContext2D,
  font: string,
  text: string,
  width: number,
): string[] {
  pen.font = font
  const lines: string[] = []
  let line = ''
  for (const part of text.match(/\p{Script=Han}[，。；：、）”]?|[^\s\p{Script=Han}]+|\s+/gu) ??
    []) {
    if (line !== '' && pen.measureText(line + part).width > width) {
      lines.push(line.trim())
      line = ''
    }
    line += part
  }
  return [...lines, line.trim()].filter(Boolean)
}
