// What stands on the ground: candidates under their letters, ranks, plants, makers, parks, hubs.
//
// Every symbol is drawn about its own middle. Those that would cover one another are moved apart, and
// joined to their true places by a hairline.
import { isInField, type Point, project } from '#geodata/drawing/frame.ts'
import { letterMark } from '#geodata/drawing/letters.ts'
import type { MapSymbol, Sheet, Wording } from '#geodata/drawing/map-drawing.ts'
import { HEAD_WEIGHT, LINES, type Paint, TEXT_WEIGHT, TYPE } from '#geodata/drawing/styles.ts'
import { element, escaped, group } from '#geodata/drawing/svg.ts'
import { strokeOf } from '#geodata/drawing/things/strokes.ts'
import { drawText, labelBeside, takenBy, type Word } from '#geodata/drawing/things/words-on-map.ts'
import { spread } from '#geodata/geometry/spread.ts'
import { letterOf } from '#geodata/model/column-letter.ts'
import type { System } from '#geodata/model/system.ts'

type Kind = MapSymbol['kind']
type Of<K extends Kind> = Extract<MapSymbol, { kind: K }>

type Drawn<K extends Kind> = {
  /** How far it reaches from its middle. */
  reach: (symbol: Of<K>) => number
  draw: (symbol: Of<K>, paint: Paint) => string
  /** Its name is written in this weight; its figure is always bold. */
  nameWeight: number
  /** The token of its figure. */
  token: (symbol: Of<K>) => string
  /** How little it yields to others. */
  mass: number
}

/** A symbol is a line here and what it draws. */
const KINDS: { [K in Kind]: Drawn<K> } = {
  candidate: {
    reach: () => 9.5,
    draw: candidate,
    nameWeight: HEAD_WEIGHT,
    token: () => 'ink',
    mass: 60,
  },
  rank: { reach: () => 7, draw: rank, nameWeight: TEXT_WEIGHT, token: () => 'ink', mass: 20 },
  stretch: {
    reach: () => 7,
    draw: stretch,
    nameWeight: TEXT_WEIGHT,
    token: () => 'ink',
    mass: 30,
  },
  plant: { reach: () => 5, draw: plant, nameWeight: TEXT_WEIGHT, token: () => 'ink', mass: 8 },
  maker: {
    reach: () => 5.4,
    draw: maker,
    nameWeight: TEXT_WEIGHT,
    token: ({ system }) => tokenOf(system),
    mass: 6,
  },
  hub: { reach: () => 4, draw: hub, nameWeight: TEXT_WEIGHT, token: () => 'ink-2', mass: 2 },
  firm: { reach: () => 2, draw: firm, nameWeight: TEXT_WEIGHT, token: () => 'ink-2', mass: 1 },
  'vehicle-park': {
    reach: () => 10,
    draw: vehiclePark,
    nameWeight: HEAD_WEIGHT,
    token: () => 'ink',
    mass: 20,
  },
  'parts-park': {
    reach: (symbol) => ringRadius(symbol) + 2,
    draw: partsPark,
    nameWeight: TEXT_WEIGHT,
    token: () => 'ink-2',
    mass: 2,
  },
  'joint-park': {
    reach: () => 9,
    draw: jointPark,
    nameWeight: TEXT_WEIGHT,
    token: () => 'ink-2',
    mass: 4,
  },
}

const kindOf = (symbol: MapSymbol) => KINDS[symbol.kind] as Drawn<Kind>
export const reachOf = (symbol: MapSymbol) => kindOf(symbol).reach(symbol as never)

/** About its middle, as on the map and in the legend. */
export const drawSymbol = (symbol: MapSymbol, paint: Paint) =>
  kindOf(symbol).draw(symbol as never, paint)

/** As far from its true place as a symbol is moved. */
const FARTHEST_POINTS = 26
const LEADER_FROM_POINTS = 3
const FAINT = '0.28'

export type Stood = { symbol: MapSymbol; at: Point; truly: Point }

/** Where the symbols in the field stand. */
export function standings({ frame }: Sheet, symbols: readonly MapSymbol[]): Stood[] {
  const inField = symbols.flatMap((symbol) => {
    const truly = project(frame, symbol.lngLat)
    return isInField(frame, truly) ? [{ symbol, truly }] : []
  })
  const places = spread(
    inField.map(({ symbol, truly: [x, y] }) => {
      const { mass } = kindOf(symbol)
      return { x, y, radius: reachOf(symbol), mass }
    }),
    FARTHEST_POINTS,
  )
  return inField.map(({ symbol, truly }, index) => {
    const { x = truly[0], y = truly[1] } = places[index] ?? {}
    const reach = reachOf(symbol)
    return {
      symbol,
      truly,
      // Whole in the field, though its place lies at the edge.
      at: [
        Math.min(frame.width - reach, Math.max(reach, x)),
        Math.min(frame.height - reach, Math.max(reach, y)),
      ],
    }
  })
}

/** The last of the list lies below all others. */
export function drawSymbols({ paint }: Sheet, stood: readonly Stood[]): string {
  const leaders = stood.map(({ at, truly }) => {
    if (Math.hypot(at[0] - truly[0], at[1] - truly[1]) < LEADER_FROM_POINTS) return ''
    const [x1, y1, x2, y2] = [...truly, ...at]
    return [
      element('line', { x1, y1, x2, y2, ...strokeOf(LINES.leader, paint) }),
      element('circle', { cx: x1, cy: y1, r: '0.9', fill: paint('ink-2') }),
    ].join('')
  })
  const marks = stood.toReversed().map(({ symbol, at: [x, y] }) =>
    element(
      'g',
      {
        class: symbol.kind,
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
        opacity: symbol.isFaint ? FAINT : null,
      },
      element('title', {}, escaped(symbol.title)),
      drawSymbol(symbol, paint),
      symbol.isSelected ? selection(symbol, paint) : '',
    ),
  )
  return group({ class: 'symbols' }, [...leaders, ...marks])
}

/** A ring of ink on a band of paper, apart from the symbol. */
function selection(symbol: MapSymbol, paint: Paint): string {
  const r = (reachOf(symbol) + 2.4).toFixed(1)
  const ring = (stroke: string, width: string) =>
    element('circle', { r, fill: 'none', stroke: paint(stroke), 'stroke-width': width })
  return element('g', { class: 'selected' }, ring('map-focus', '3.2'), ring('ink', '1.6'))
}

export const boxesTaken = (stood: readonly Stood[]) =>
  stood.map(({ symbol, at }) => takenBy(at, reachOf(symbol)))

export function symbolWords(stood: readonly Stood[]): Word[] {
  return stood.flatMap(({ symbol, at }) => {
    const { name, figure, kind, isNeeded } = symbol
    if (name === '' && figure === '') return []
    return [labelBeside(`${kind}-label`, at, reachOf(symbol), wordingOf(symbol), isNeeded)]
  })
}

function wordingOf(symbol: MapSymbol): Wording {
  const { nameWeight, token } = kindOf(symbol)
  const { name, figure } = symbol
  return {
    runs: [
      ...(name ? [{ text: figure ? `${name} ` : name, weight: nameWeight }] : []),
      ...(figure ? [{ text: figure, weight: HEAD_WEIGHT }] : []),
    ],
    size: figure ? TYPE.minutes : TYPE.name,
    token: token(symbol as never),
  }
}

const tokenOf = (system: System) => (system === 'traditional' ? 'seg-trad' : `seg-${system}`)

const letter = (text: string, token: string, paint: Paint, y = 0) =>
  drawText(
    '',
    { runs: [{ text, weight: HEAD_WEIGHT }], size: TYPE.letter, token },
    [0, y],
    paint,
    false,
  )

function candidate({ index }: Of<'candidate'>, paint: Paint): string {
  const { d, isFilled, dash, drop } = letterMark(index, 8)
  return [
    element('circle', { r: '9.5', fill: paint('map-focus') }),
    element('path', {
      d,
      fill: paint(isFilled ? 'ink' : 'map-focus'),
      stroke: paint('ink'),
      'stroke-width': '1.4',
      'stroke-dasharray': dash,
    }),
    letter(letterOf(index), isFilled ? 'on-ink' : 'ink', paint, drop),
  ].join('')
}

function rank({ text, isFilled }: Of<'rank'>, paint: Paint): string {
  return [
    element('circle', {
      r: '6.4',
      fill: paint(isFilled ? 'ink' : 'bg'),
      stroke: paint('ink'),
      'stroke-width': '1.1',
    }),
    drawText(
      '',
      {
        runs: [{ text, weight: HEAD_WEIGHT }],
        size: text.length > 2 ? 5.6 : 7.4,
        token: isFilled ? 'on-ink' : 'ink',
      },
      [0, 0],
      paint,
      false,
    ),
  ].join('')
}

function stretch({ text }: Of<'stretch'>, paint: Paint): string {
  return [
    element('circle', {
      r: '6.4',
      fill: paint('bad'),
      stroke: paint('map-focus'),
      'stroke-width': '1.1',
    }),
    drawText(
      '',
      { runs: [{ text, weight: HEAD_WEIGHT }], size: 7.4, token: 'on-ink' },
      [0, 0],
      paint,
      false,
    ),
  ].join('')
}

function square(half: number, fill: string, extra: Record<string, string> = {}): string {
  return element('rect', { x: -half, y: -half, width: half * 2, height: half * 2, fill, ...extra })
}

function plant(_: Of<'plant'>, paint: Paint): string {
  return square(4, paint('ink'), { stroke: paint('map-focus'), 'stroke-width': '1', rx: '0.6' })
}

function maker({ system }: Of<'maker'>, paint: Paint): string {
  return element('path', {
    d: 'M0-5L5 0L0 5L-5 0z',
    fill: paint(tokenOf(system)),
    stroke: paint('map-focus'),
    'stroke-width': '1',
  })
}

function hub(_: Of<'hub'>, paint: Paint): string {
  return square(3, paint('ink-3'), { stroke: paint('map-focus'), 'stroke-width': '0.8', rx: '1.2' })
}

function firm({ system }: Of<'firm'>, paint: Paint): string {
  return element('circle', {
    r: '1.7',
    fill: paint(tokenOf(system)),
    stroke: paint('map-focus'),
    'stroke-width': '0.5',
  })
}

function vehiclePark({ isDesignated }: Of<'vehicle-park'>, paint: Paint): string {
  return [
    square(10, paint('map-focus')),
    square(9, 'none', {
      stroke: paint('ink'),
      'stroke-width': '0.9',
      ...(isDesignated ? {} : { 'stroke-dasharray': '2 1.5' }),
    }),
    square(7, paint('ink')),
    letter('1', 'on-ink', paint),
  ].join('')
}

/** By the root of its firms: areas are compared, not radii. */
const ringRadius = ({ firms }: Of<'parts-park'>) => 3.2 + 1.05 * Math.sqrt(Math.min(firms, 70))

function partsPark(symbol: Of<'parts-park'>, paint: Paint): string {
  const { systems, stage } = symbol
  const radius = ringRadius(symbol)
  const parts = systems.length > 0 ? systems : (['traditional'] as const)
  return [
    element('circle', { r: radius + 1.6, fill: paint('map-focus') }),
    ...parts.map((system, index) => arc(radius, index, parts.length, paint(tokenOf(system)))),
    stageMark(stage, radius, paint(tokenOf(parts[0] ?? 'traditional'))),
  ].join('')
}

function arc(radius: number, index: number, count: number, stroke: string): string {
  const style = { fill: 'none', stroke, 'stroke-width': '2' }
  if (count === 1) return element('circle', { r: radius, ...style })
  const gap = 0.14
  const start = -Math.PI / 2 + (index * 2 * Math.PI) / count + gap
  const end = -Math.PI / 2 + ((index + 1) * 2 * Math.PI) / count - gap
  const at = (angle: number) =>
    `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`
  const isLarge = end - start > Math.PI ? 1 : 0
  return element('path', {
    d: `M${at(start)}A${radius.toFixed(2)} ${radius.toFixed(2)} 0 ${isLarge} 1 ${at(end)}`,
    ...style,
  })
}

/** Empty: candidate; half: creating; full: recognised; a square: at work. */
function stageMark(stage: string, radius: number, fill: string): string {
  const inner = Math.max(1.6, radius - 2.5)
  if (stage === 'recognised') return element('circle', { r: inner, fill })
  if (stage === 'operating') return square(Math.max(1.3, radius - 3), fill)
  if (stage !== 'creating') return ''
  const r = inner.toFixed(2)
  return element('path', { d: `M-${r} 0A${r} ${r} 0 0 0 ${r} 0z`, fill })
}

function jointPark({ systems }: Of<'joint-park'>, paint: Paint): string {
  const [first = 'vehicle', second = first] = systems
  const ring = (cx: string, system: System) => [
    element('circle', {
      cx,
      r: '4.5',
      fill: 'none',
      stroke: paint('map-focus'),
      'stroke-width': '3.4',
    }),
    element('circle', {
      cx,
      r: '4.5',
      fill: 'none',
      stroke: paint(tokenOf(system)),
      'stroke-width': '1.8',
    }),
  ]
  return [...ring('-2.7', first), ...ring('2.7', second)].join('')
}
