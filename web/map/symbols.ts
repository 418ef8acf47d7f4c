// How is each park drawn? One picture per distinct park, painted on a canvas at twice the size.

import type { ParkThen } from '#geodata/analysis/shown/in-year.ts'
import type { System } from '#geodata/model/system.ts'
import { headFont } from '#web/map/fonts.ts'
import { ringPixels } from '#web/state/region/ring-scale.ts'
import { type ParkSize, UNKNOWN_RING_PIXELS } from '#web/state/view/park-size.ts'

export const PIXEL_RATIO = 2
/** Every picture is read back at once: kept in memory, not on a graphics card to be fetched from. */
const READ_BACK = { willReadFrequently: true }

export type Paint = (name: string) => string

/** Reads a design token of the current theme. */
export function paintOf(root: Element): Paint {
  const style = getComputedStyle(root)
  return (name) => style.getPropertyValue(`--${name}`).trim()
}

/** The colour of a segment system; grey for the traditional one, which has no hue yet. */
export function systemColour(system: System, paint: Paint): string {
  return paint(system === 'traditional' ? 'seg-trad' : `seg-${system}`)
}

/** How far a park's symbol reaches from its centre. */
export function parkRadiusPixels({ properties }: ParkThen, by: ParkSize): number {
  if (properties.role === 'vehicle') return 18
  if (properties.role === 'joint') return 15
  return (ringPixels(properties, by) ?? UNKNOWN_RING_PIXELS) + 3
}

/** Picture of a park: square for a vehicle park, interlocked rings for a joint one, else a ring. */
export function parkPicture(park: ParkThen, by: ParkSize, paint: Paint): ImageData {
  const { properties } = park
  const radius = ringPixels(properties, by)
  const size = Math.ceil(parkRadiusPixels(park, by) * 2) + 2
  return marker(size, (pen) => {
    const colours = properties.systems.map((system) => systemColour(system, paint))
    if (properties.role === 'vehicle') drawVehicle(pen, paint)
    else if (properties.role === 'joint') drawJoint(pen, colours, paint)
    else drawRing(pen, radius, colours, properties.stage, paint)
  })
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
  pen.font = headFont(17)
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

/** A ring without a size is the smallest, and dashed. */
function drawRing(
  pen: Pen,
  pixels: number | null,
  colours: string[],
  stage: string,
  paint: Paint,
): void {
  const radius = pixels ?? UNKNOWN_RING_PIXELS
  const width = stage === 'partner' ? 1.6 : pixels === null ? 2.4 : 3.4
  pen.beginPath()
  pen.arc(0, 0, radius + 2.5, 0, Math.PI * 2)
  pen.fillStyle = paint('map-focus')
  pen.fill()
  const parts = colours.length > 0 ? colours : [paint('seg-trad')]
  const gap = parts.length > 1 ? 0.14 : 0
  parts.forEach((colour, index) => {
    const start = -Math.PI / 2 + (index * 2 * Math.PI) / parts.length
    pen.beginPath()
    pen.arc(0, 0, radius, start + gap, start + (2 * Math.PI) / parts.length - gap)
    pen.lineWidth = width
    pen.strokeStyle = colour
    pen.setLineDash(pixels === null ? [3, 2] : [])
    pen.stroke()
  })
  pen.setLineDash([])
  if (stage === 'unknown') drawUnknownStage(pen, paint)
  if (stage !== 'creating' && stage !== 'recognised' && stage !== 'operating') return
  pen.fillStyle = parts[0] ?? ''
  if (stage === 'operating') {
    // At work, which says nothing of whether it is recognised: a square.
    const half = Math.max(2.2, radius - 5)
    pen.fillRect(-half, -half, half * 2, half * 2)
    return
  }
  pen.beginPath()
  pen.arc(0, 0, Math.max(2.6, radius - 4.2), 0, stage === 'creating' ? Math.PI : Math.PI * 2)
  pen.fill()
}

/** In the centre, where a stage would be filled in. */
function drawUnknownStage(pen: Pen, paint: Paint): void {
  pen.fillStyle = paint('ink-2')
  pen.font = headFont(8)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText('?', 0, 0.5)
}

/** White on a 16 px square: an anchor, a train, a plane, a lorry. */
const HUB_STROKES: Record<string, string> = {
  port: 'M8 5.200V12.400M5.600 7.200H10.400M3.800 9.400C4.200 11.400 5.800 12.400 8 12.400S11.800 11.400 12.200 9.400M8 5.200a1.100 1.100 0 1 0 -.01 0',
  rail: 'M5.200 3.600H10.800V10.400H5.200ZM5.200 7H10.800M6 12.800L7 10.800M10 12.800L9 10.800',
  airport: 'M8 3V13M3.400 8.600L8 6.400L12.600 8.600M6 12.600L8 11.600L10 12.600',
  road: 'M2.800 4.800H9V10.400H2.800ZM9 6.600H11.400L13 8.400V10.400H9M4.400 12.200H5.600M10 12.200H11.200',
}

export function hubPicture(kind: string, paint: Paint): ImageData {
  return marker(16, (pen) => {
    pen.translate(-8, -8)
    pen.fillStyle = paint('ink-3')
    pen.beginPath()
    pen.roundRect(1, 1, 14, 14, 3)
    pen.fill()
    pen.strokeStyle = paint('on-ink')
    pen.lineWidth = 1.2
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.stroke(new Path2D(HUB_STROKES[kind] ?? 'M8 5V11M5 8H11'))
  })
}

/** A supplier: a diamond in its segment's colour. */
export function supplierPicture(system: System, paint: Paint): ImageData {
  return marker(16, (pen) => {
    pen.rotate(Math.PI / 4)
    pen.fillStyle = systemColour(system, paint)
    pen.fillRect(-4.8, -4.8, 9.6, 9.6)
    pen.strokeStyle = paint('map-focus')
    pen.lineWidth = 1.4
    pen.strokeRect(-4.8, -4.8, 9.6, 9.6)
  })
}

/** A customer: a square in its segment's colour. */
export function customerPicture(system: System, paint: Paint): ImageData {
  return marker(14, (pen) => {
    pen.fillStyle = systemColour(system, paint)
    pen.fillRect(-4.6, -4.6, 9.2, 9.2)
    pen.strokeStyle = paint('map-focus')
    pen.lineWidth = 1.4
    pen.strokeRect(-4.6, -4.6, 9.2, 9.2)
  })
}

/** A vehicle plant that is a customer: an ink square with the sign of the vehicle. */
export function plantPicture(sign: string, paint: Paint): ImageData {
  return marker(18, (pen) => {
    pen.fillStyle = paint('map-focus')
    pen.fillRect(-9, -9, 18, 18)
    pen.fillStyle = paint('ink')
    pen.fillRect(-7.5, -7.5, 15, 15)
    pen.fillStyle = paint('on-ink')
    pen.font = headFont(11)
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillText(sign, 0, 0.6)
  })
}

function marker(size: number, draw: (pen: Pen) => void): ImageData {
  const canvas = new OffscreenCanvas(size * PIXEL_RATIO, size * PIXEL_RATIO)
  const pen = canvas.getContext('2d', READ_BACK)
  if (!pen) return new ImageData(1, 1)
  pen.scale(PIXEL_RATIO, PIXEL_RATIO)
  pen.translate(size / 2, size / 2)
  draw(pen)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

/** The hatch that means unknown: thin lines over the ground, a tile that joins itself. */
export function unknownPicture(paint: Paint): ImageData {
  const side = 8 * PIXEL_RATIO
  const canvas = new OffscreenCanvas(side, side)
  const pen = canvas.getContext('2d', READ_BACK)
  if (!pen) return new ImageData(1, 1)
  pen.strokeStyle = paint('map-border')
  pen.globalAlpha = 0.45
  pen.lineWidth = 1.4
  for (const shift of [-side, 0, side]) {
    pen.beginPath()
    pen.moveTo(shift, side)
    pen.lineTo(shift + side, 0)
    pen.stroke()
  }
  return pen.getImageData(0, 0, side, side)
}

/** A road shield: neutral, with a thick top rule for national roads; stretched around its text. */
export function shieldPicture(paint: Paint): ImageData {
  const canvas = new OffscreenCanvas(28 * PIXEL_RATIO, 16 * PIXEL_RATIO)
  const pen = canvas.getContext('2d', READ_BACK)
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
