// Draws small things of the page on a canvas as they are seen: symbols, chips, and words in boxes.

/** What of a symbol’s style its file has to say itself: there it has no style sheet. */
const STYLED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const

/** A symbol with its colours, as a picture of so many pixels. */
async function pictureOf(
  svg: SVGElement,
  width: number,
  height: number,
): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGElement
  const originals = [svg, ...svg.querySelectorAll('*')]
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[index] as Element)
    element.removeAttribute('class')
    for (const name of STYLED) element.setAttribute(name, style.getPropertyValue(name))
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const picture = new Image()
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await picture.decode()
  return picture
}

/** At the place in the canvas, in the element’s own size. */
export async function drawElement(
  pen: CanvasRenderingContext2D,
  element: Element,
  left: number,
  top: number,
): Promise<void> {
  const { width, height } = element.getBoundingClientRect()
  if (element instanceof SVGElement) {
    pen.drawImage(await pictureOf(element, width, height), left, top, width, height)
    return
  }
  drawBox(pen, element, { left, top, width, height })
  const frame = element.getBoundingClientRect()
  const at = (part: Element) => {
    const box = part.getBoundingClientRect()
    return [left + box.left - frame.left, top + box.top - frame.top] as const
  }
  for (const svg of element.querySelectorAll('svg')) await drawElement(pen, svg, ...at(svg))
  for (const part of [element, ...element.querySelectorAll('*:not(svg, svg *)')]) {
    const text = [...part.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ textContent }) => textContent)
      .join('')
      .trim()
    if (text === '') continue
    const [x, y] = at(part)
    const box = part.getBoundingClientRect()
    drawText(pen, part, text, x + box.width / 2, y + box.height / 2)
  }
}

type Box = { left: number; top: number; width: number; height: number }

function drawBox(pen: CanvasRenderingContext2D, element: Element, box: Box): void {
  const { backgroundColor, borderTopColor, borderTopWidth, borderRadius } =
    getComputedStyle(element)
  pen.beginPath()
  pen.roundRect(box.left, box.top, box.width, box.height, Number.parseFloat(borderRadius) || 0)
  pen.fillStyle = backgroundColor
  pen.fill()
  const line = Number.parseFloat(borderTopWidth)
  if (!line) return
  pen.lineWidth = line
  pen.strokeStyle = borderTopColor
  pen.stroke()
}

/** Words around their middle, with the halo that keeps them apart from the ground where they have one. */
function drawText(
  pen: CanvasRenderingContext2D,
  element: Element,
  text: string,
  x: number,
  y: number,
): void {
  const { fontWeight, fontSize, fontFamily, color, textShadow } = getComputedStyle(element)
  pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  const halo = textShadow.match(/^(rgba?\([^)]*\)|#\w+|color\([^)]*\))/)?.[0]
  if (halo) {
    pen.lineJoin = 'round'
    pen.lineWidth = 3
    pen.strokeStyle = halo
    pen.strokeText(text, x, y)
  }
  pen.fillStyle = color
  pen.fillText(text, x, y)
}
