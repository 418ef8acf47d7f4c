// Can everyone distinguish the segment colours and read them on the map? The figures the design claims.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Triple = [number, number, number]
type Theme = 'light' | 'dark'

const CSS = readFileSync(new URL('../../web/tokens.css', import.meta.url), 'utf8')
const CONTRAST = readFileSync(new URL('../../web/shell/contrast.css', import.meta.url), 'utf8')
const SEGMENTS = ['power', 'driving', 'cockpit', 'v2x', 'material', 'trad', 'vehicle']
/** Every tone that can lie under a symbol; borders are hairlines of a pixel. */
const GROUNDS = ['map-sea', 'map-land', 'map-focus', 'map-water']
const ROADS = ['map-motorway', 'map-trunk', 'map-primary']
const FILLS = [1, 2, 3, 4, 5].map((step) => `fill-${step}`)
/** What symbols of the map are drawn in: parks and firms, cables, hubs, leaders, and the ranked. */
const SYMBOLS = [...SEGMENTS.map((name) => `seg-${name}`), 'ink', 'ink-2', 'ink-3']
const CONTOURS = ['time-30', 'time-60', 'time-90']

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB; rows of a matrix. */
const SIGHT: Record<string, [Triple, Triple, Triple]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const token = (theme: Theme, name: string) => colourIn(blockOf(CSS, theme), name, theme)

function blockOf(css: string, theme: Theme): string {
  return css.split('[data-theme')[theme === 'light' ? 0 : 1] ?? ''
}

function colourIn(block: string, name: string, theme: Theme): string {
  const value = block.match(new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`))?.[1]
  if (!value) throw new Error(`No colour --${name} in the ${theme} theme.`)
  return value
}

function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const times = (matrix: Triple[], [r, g, b]: Triple) =>
  matrix.map(([x, y, z]) => x * r + y * g + z * b) as Triple

/** WCAG 2 contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dark + 0.05)
}

/** Björn Ottosson 2020, from linear sRGB. */
function oklab(rgb: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt) as Triple
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  )
}

/** Smallest distance between any two segment colours as one kind of sight sees them, OKLab × 100. */
function smallestDistance(theme: Theme, sight: string): number {
  const seen = SEGMENTS.map((name) => {
    const rgb = times(SIGHT[sight]!, linear(token(theme, `seg-${name}`)))
    return oklab(rgb.map((value) => Math.min(1, Math.max(0, value))) as Triple)
  })
  const distances = seen.flatMap((a, index) =>
    seen.slice(index + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) * 100),
  )
  return Math.min(...distances)
}

const CLAIMED: Record<Theme, Record<string, number>> = {
  light: { normal: 14.2, protan: 9.1, deutan: 8.5, tritan: 8.5 },
  dark: { normal: 15.7, protan: 9.7, deutan: 9.8, tritan: 9.8 },
}

for (const theme of ['light', 'dark'] as const) {
  for (const [sight, claimed] of Object.entries(CLAIMED[theme])) {
    it(`keeps any two segments ${claimed} apart in ${theme} for ${sight} sight`, () => {
      expect(smallestDistance(theme, sight)).toBeCloseTo(claimed, 1)
    })
  }
}

for (const theme of ['light', 'dark'] as const) {
  it.each([...GROUNDS, ...ROADS, ...FILLS])(
    `keeps every symbol 3:1 from %s in ${theme}`,
    (ground) => {
      const near = SYMBOLS.filter(
        (symbol) => contrast(token(theme, symbol), token(theme, ground)) < 3,
      )
      expect(near).toEqual([])
    },
  )

  it.each(GROUNDS)(`keeps contours of minutes 3:1 from %s in ${theme}`, (ground) => {
    const near = CONTOURS.filter((line) => contrast(token(theme, line), token(theme, ground)) < 3)
    expect(near).toEqual([])
  })

  it(`orders the fills of districts in even steps away from the ground in ${theme}`, () => {
    const ratios = FILLS.map((fill) => contrast(token(theme, fill), token(theme, 'ink')))
    expect(ratios).toEqual(ratios.toSorted((x, y) => y - x))
    const steps = ratios.slice(1).map((ratio, index) => (ratios[index] ?? 0) / ratio)
    expect(Math.min(...steps)).toBeGreaterThan(1.05)
  })
}

it('keeps white figures readable on every segment in light', () => {
  for (const segment of SEGMENTS) {
    expect(contrast(token('light', `seg-${segment}`), '#ffffff'), segment).toBeGreaterThanOrEqual(
      4.5,
    )
  }
})

it('keeps all text readable on every surface', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const text of ['ink', 'ink-2', 'ink-3', 'bad', 'good']) {
      const ratio = contrast(token(theme, text), token(theme, 'bg'))
      expect(ratio, `${theme} ${text}`).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(token(theme, 'on-ink'), token(theme, 'ink'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token(theme, 'focus'), token(theme, 'bg'))).toBeGreaterThanOrEqual(3)
  }
})

it('keeps every swatch of a score or of minutes 3:1 from the surfaces it lies on', () => {
  for (const theme of ['light', 'dark'] as const) {
    const near = ['bg', 'bg-2', 'bg-3'].flatMap((surface) =>
      [1, 2, 3, 4, 5, 6]
        .map((step) => `tone-${step}`)
        .filter((tone) => contrast(token(theme, tone), token(theme, surface)) < 3)
        .map((tone) => `${theme} ${tone} on ${surface}`),
    )
    expect(near).toEqual([])
    for (const minutes of ['time-30', 'time-60', 'time-90', 'time-120']) {
      expect(contrast(token(theme, minutes), token(theme, 'bg-2')), minutes).toBeGreaterThanOrEqual(
        3,
      )
    }
    // Swatches of a ramp whose first steps are pale by intent have an edge of this.
    expect(contrast(token(theme, 'ink-3'), token(theme, 'bg-3'))).toBeGreaterThanOrEqual(3)
  }
})

it('orders the tones of a score from strong to faint in both themes', () => {
  for (const theme of ['light', 'dark'] as const) {
    const ratios = [1, 2, 3, 4, 5, 6].map((step) =>
      contrast(token(theme, `tone-${step}`), token(theme, 'bg')),
    )
    expect(ratios).toEqual(ratios.toSorted((a, b) => b - a))
  }
})

it('answers a wish for more contrast with lines of 3:1 and text of 7:1', () => {
  const [, more = ''] = CONTRAST.split('@media (prefers-contrast: more)')
  for (const theme of ['light', 'dark'] as const) {
    const asked = (name: string) => colourIn(blockOf(more, theme), name, theme)
    for (const [name, least] of [
      ['line', 3],
      ['line-2', 4.5],
      ['ink-2', 7],
      ['ink-3', 7],
      ['time-120', 4],
    ] as const) {
      expect(contrast(asked(name), token(theme, 'bg-3')), name).toBeGreaterThanOrEqual(least)
    }
  }
})

it('orders the minutes from strong to faint in both themes', () => {
  for (const theme of ['light', 'dark'] as const) {
    const ratios = [30, 60, 90, 120].map((minutes) =>
      contrast(token(theme, `time-${minutes}`), token(theme, 'map-focus')),
    )
    expect(ratios).toEqual(ratios.toSorted((a, b) => b - a))
  }
})

describe('in the colours of the person’s own system', () => {
  const WEB = new URL('../../web/', import.meta.url)
  const rulesIn = (css: string) =>
    [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(
      ([, selectors = '', body = '']) =>
        selectors.split(',').map((selector) => ({ selector: selector.trim(), body })),
    )
  const rules = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css') && !name.startsWith('fonts'))
    .flatMap((name) => rulesIn(readFileSync(new URL(name, WEB), 'utf8')))
  const kept = rulesIn(CONTRAST)
    .filter(({ body }) => body.includes('forced-color-adjust: none'))
    .map(({ selector }) => selector)

  it('lays no ground of the browser under words on a filled one', () => {
    const filled = rules.filter(({ body }) => /(^|[^-])color: var\(--on-ink\)/.test(body))
    const selectors = filled.map(({ selector }) => selector)
    expect(selectors).toContain('button.primary')
    const isKept = (selector: string) =>
      kept.some((one) => one.startsWith(selector) || selector.split(' ').at(-1)?.startsWith(one))
    expect(selectors.filter((selector) => !isKept(selector))).toEqual([])
  })
})
