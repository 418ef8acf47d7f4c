// How is each park drawn? One picture per distinct park, painted on a canvas at twice the size.
import type { Park } from '#geodata/contract/collections.ts'
import type { System } from '#geodata/model/system.ts'

const PIXEL_RATIO = 2

export type Paint = (name: string) => string

/** Reads a design token of the current theme. */
export function paintOf(root: Element): Paint {
  const style = getComputedStyle(root)
  return (name) => style.getPropertyValue(`--${name}`).trim()
}

/** Picture of a park: square for a vehicle park, interlocked rings for a joint one, else a ring. */
export function parkPicture(properties: Park['properties'], paint: Paint): ImageData {
  const radius = 5.2 + 1.75 * Math.sqrt(properties.companyCount)
  const half = properties.role === 'vehicle' ? 19 : properties.role === 'joint' ? 17 : radius + 5
  const size = Math.ceil(half * 2)
  const canvas = new OffscreenCanvas(size * PIXEL_RATIO, size * PIXEL_RATIO)
  const pen = canvas.getContext('2d')
  if (!pen) return new ImageData(1, 1)
  pen.scale(PIXEL_RATIO, PIXEL_RATIO)
  pen.translate(half, half)
  const colours = properties.systems.map((system: System) => paint(`seg-${system}`))
  if (properties.role === 'vehicle') drawVehicle(pen, paint)
  else if (properties.role === 'joint') drawJoint(pen, colours, paint)
  else drawRing(pen, radius, colours, properties.stage, paint)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

type Pen = OffscreenCanvasRenderingContext2D

function drawVehicle(pen: Pen, paint: Paint): void {
  pen.fillStyle = paint('map-focus')
  pen.fillRect(-18, -18, 36, 36)
  pen.strokeStyle = paint('ink')
  pen.lineWidth = 1.4
  pen.setLineDash([3, 2.2])
  pen.strokeRect(-16.5, -16.5, 33, 33)
  pen.setLineDash([])
  pen.fillStyle = paint('ink')
  pen.fillRect(-13, -13, 26, 26)
  pen.fillStyle = paint('on-ink')
  pen.font = '600 17px "Noto Sans SC Variable", sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText('1', 0, 1)
}

function drawJoint(pen: Pen, colours: string[], paint: Paint): void {
  for (const [x, colour] of [
    [-4.5, colours[0] ?? paint('ink-2')],
    [4.5, colours[1] ?? colours[0] ?? paint('ink-2')],
  ] as const) {
    pen.beginPath()
    pen.arc(x, 0, 7.5, 0, Math.PI * 2)
    pen.lineWidth = 5.5
    pen.strokeStyle = paint('map-focus')
    pen.stroke()
    pen.lineWidth = 2.8
    pen.strokeStyle = colour
    pen.stroke()
  }
}

function drawRing(pen: Pen, radius: number, colours: string[], stage: string, paint: Paint): void {
  const width = stage === 'partner' ? 1.6 : 3.4
  pen.beginPath()
  pen.arc(0, 0, radius + 2.5, 0, Math.PI * 2)
  pen.fillStyle = paint('map-focus')
  pen.fill()
  const parts = colours.length > 0 ? colours : [paint('seg-traditional') || paint('seg-trad')]
  const gap = parts.length > 1 ? 0.14 : 0
  parts.forEach((colour, index) => {
    const start = -Math.PI / 2 + (index * 2 * Math.PI) / parts.length
    pen.beginPath()
    pen.arc(0, 0, radius, start + gap, start + (2 * Math.PI) / parts.length - gap)
    pen.lineWidth = width
    pen.strokeStyle = colour
    pen.stroke()
  })
  if (stage !== 'creating' && stage !== 'recognised' && stage !== 'operating') return
  pen.beginPath()
  pen.arc(0, 0, Math.max(2.6, radius - 4.2), 0, stage === 'creating' ? Math.PI : Math.PI * 2)
  pen.fillStyle = parts[0] ?? ''
  pen.fill()
}

const HUB_GLYPH: Record<string, string> = { port: '港', rail: '铁', airport: '空', road: '公' }

/** 14 px grey rounded square with a white character. */
export function hubPicture(kind: string, paint: Paint): ImageData {
  const canvas = new OffscreenCanvas(16 * PIXEL_RATIO, 16 * PIXEL_RATIO)
  const pen = canvas.getContext('2d')
  if (!pen) return new ImageData(1, 1)
  pen.scale(PIXEL_RATIO, PIXEL_RATIO)
  pen.fillStyle = paint('ink-3')
  pen.beginPath()
  pen.roundRect(0.5, 0.5, 15, 15, 3)
  pen.fill()
  pen.fillStyle = paint('on-ink')
  pen.font = '500 10px "Noto Sans SC Variable", sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(HUB_GLYPH[kind] ?? '枢', 8, 8.5)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

/** A road shield: neutral, with a thick top rule for national roads; stretched around its text. */
export function shieldPicture(paint: Paint): ImageData {
  const canvas = new OffscreenCanvas(28 * PIXEL_RATIO, 16 * PIXEL_RATIO)
  const pen = canvas.getContext('2d')
  if (!pen) return new ImageData(1, 1)
  pen.scale(PIXEL_RATIO, PIXEL_RATIO)
  pen.fillStyle = paint('map-focus')
  pen.strokeStyle = paint('map-border')
  pen.beginPath()
  pen.roundRect(1, 1, 26, 14, 3)
  pen.fill()
  pen.stroke()
  pen.fillStyle = paint('map-border')
  pen.fillRect(2, 1, 24, 2.4)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}
