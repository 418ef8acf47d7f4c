// Parks where they stand, with a leader to the true place where that is elsewhere.

import { computed, effect } from '@preact/signals'
import type { Feature } from 'geojson'
import type { ParkThen } from '#geodata/analysis/shown/in-year.ts'
import { markedIds } from '#geodata/analysis/stories/ranked-in-scene.ts'
import { toWorld, worldPixelsAt } from '#geodata/geometry/point-groups.ts'
import type { Canvas, DrawnThing, Hint } from '#web/map/drawn-thing.ts'
import { get, halo, is, text, when } from '#web/map/expressions.ts'
import { HEAD_FONT, TEXT_FONT } from '#web/map/fonts.ts'
import { collect, line, point } from '#web/map/geojson.ts'
import { sightOn } from '#web/map/shapes/covered.ts'
import { roomOf, sidesOf, wholeSides } from '#web/map/shapes/label-sides.ts'
import { keepStandings, standings, standingZoom } from '#web/map/shapes/park-places.ts'
import { parkPicture, parkRadiusPixels } from '#web/map/symbols.ts'
import { language, nameOf, t } from '#web/messages/index.ts'
import { sceneShown } from '#web/state/answers/scene-shown.ts'
import { keptParkIds } from '#web/state/region/kept.ts'
import { parks as parkList } from '#web/state/region/lists.ts'
import { ringPixels } from '#web/state/region/ring-scale.ts'
import { parksThen } from '#web/state/region/year.ts'
import type { ParkSize } from '#web/state/view/park-size.ts'
import { view } from '#web/state/view/store.ts'

const LABEL_PIXELS = 12.5
/** A longer label breaks. */
const LABEL_LETTERS = 12
/** One that is always shown breaks sooner where it would cover others. */
const BROKEN_LETTERS = 6
const LABEL_GAP_PIXELS = 4

export const parks: DrawnThing = {
  switchedBy: 'parks',
  shownFor: ['layout', 'rings'],
  sources: {
    parks: () => collect(drawn.value.map(({ park }) => park)),
    leaders: () => collect(drawn.value.flatMap(({ leader }) => leader ?? [])),
  },
  layers: (paint) => ({
    marks: [
      {
        id: 'leader',
        type: 'line',
        source: 'leaders',
        paint: {
          'line-color': paint('ink-3'),
          'line-width': 0.8,
          'line-opacity': when('dimmed', 0.25, 1),
        },
      },
      {
        id: 'park-label',
        type: 'symbol',
        source: 'parks',
        filter: is('always', false),
        layout: {
          ...text(get('label'), LABEL_PIXELS),
          'text-font': ['literal', TEXT_FONT] as never,
          'text-variable-anchor-offset': get('anchors') as never,
          'text-justify': 'auto',
          'text-max-width': LABEL_LETTERS,
          'text-padding': 1,
          'symbol-sort-key': get('order') as never,
        },
        paint: {
          'text-color': paint('ink'),
          ...halo(paint, 2),
          'text-opacity': when('dimmed', 0.3, 1),
        },
      },
      {
        id: 'park-selected',
        type: 'circle',
        source: 'parks',
        filter: is('selected', true),
        paint: {
          'circle-radius': get('selectedRadius') as never,
          'circle-color': paint('map-focus'),
          'circle-stroke-color': paint('ink'),
          'circle-stroke-width': 1.8,
        },
      },
      {
        id: 'park',
        type: 'symbol',
        source: 'parks',
        layout: {
          'icon-image': get('icon') as never,
          'icon-allow-overlap': true,
          'icon-padding': 0,
          'symbol-sort-key': ['-', 0, get('order')] as never,
        },
        paint: { 'icon-opacity': when('dimmed', 0.22, 1) },
      },
      {
        // The candidates for the "1" and the chosen park are named at every zoom; other labels make room.
        id: 'park-label-one',
        type: 'symbol',
        source: 'parks',
        filter: is('always', true),
        layout: {
          ...text(get('label'), LABEL_PIXELS, HEAD_FONT),
          'text-anchor': get('anchor') as never,
          'text-offset': get('away') as never,
          'text-max-width': when('broken', BROKEN_LETTERS, LABEL_LETTERS),
          'text-allow-overlap': true,
          'text-padding': 1,
        },
        paint: {
          'text-color': paint('ink'),
          ...halo(paint, 2),
          'text-opacity': when('dimmed', 0.3, 1),
        },
      },
    ],
  }),
  letters: () => parkList.value.map(({ properties: { labelZh, labelEn } }) => labelZh + labelEn),
  pointed: [
    {
      layer: 'park',
      click: { turn: 2, does: { selects: 'parks', by: 'id' } },
      hint: ({ id }) => parkHint(String(id)),
    },
  ],
  prepare: (canvas) => {
    const painted = new Map<string, string>()
    const stops = [keepStandings(canvas.map), effect(() => addPictures(canvas, painted))]
    return () => {
      for (const stop of stops) stop()
    }
  },
}

type LabelPlace = {
  anchor?: string
  away?: number[]
  broken?: boolean
  anchors: unknown[]
  hidden?: boolean
}

/** The numbers and letters of a scene stand in the place of its parks. */
const parksShown = computed(() => {
  const marked = markedIds(sceneShown.value.ranking)
  return parksThen.value.filter(({ properties }) => !marked.has(properties.id))
})

/** Per park id where it may be named, so that no name is cut off at the edge of the frame or covered. */
const places = computed<Record<string, LabelPlace>>(() => JSON.parse(placesWorded.value))
/** As text: the map moves more often than any label changes its side. */
const placesWorded = computed(() => {
  const worldPixels = worldPixelsAt(standingZoom.value)
  const labelled = parksShown.value.flatMap((park) => {
    const standing = standings.value.get(park.properties.id)
    return standing ? [labelledAt(park, standing.lngLat, worldPixels)] : []
  })
  const sight = sightOn(worldPixels)
  // The chosen one has the first choice.
  const always = labelled
    .filter(({ isAlways }) => isAlways)
    .sort((a, b) => Number(b.isChosen) - Number(a.isChosen))
  const sides = sidesOf(always, labelled, sight)
  const em = (pixels: number) => pixels / LABEL_PIXELS
  return JSON.stringify({
    ...Object.fromEntries(
      labelled.map((one) => {
        const away = em(one.radius + LABEL_GAP_PIXELS)
        const offsets = { left: [away, 0], right: [-away, 0], top: [0, away], bottom: [0, -away] }
        const whole = wholeSides(one, sight)
        const anchors = Object.entries(offsets)
          .filter(([side]) => whole.length === 0 || (whole as readonly string[]).includes(side))
          .flat()
        return [one.id, { anchors, hidden: whole.length === 0 }]
      }),
    ),
    ...Object.fromEntries(
      always.map(({ id }, index) => {
        const side = sides[index]
        const away = side?.away.map(em)
        return [id, { anchors: [], anchor: side?.anchor, away, broken: side?.isBroken }]
      }),
    ),
  })
})

function labelledAt(park: ParkThen, lngLat: [number, number], worldPixels: number) {
  const { parkSize, designatedParkId } = view.value
  const { id, labelZh, labelEn } = park.properties
  const { x, y } = toWorld(lngLat)
  const label = labelOf(language.value === 'en' ? labelEn : labelZh, designatedParkId === id)
  return {
    id,
    isAlways: isAlwaysNamed(park),
    isChosen: isChosen(park),
    broken: roomOf(label, LABEL_PIXELS, BROKEN_LETTERS * LABEL_PIXELS),
    x: x * worldPixels,
    y: y * worldPixels,
    radius: parkRadiusPixels(park, parkSize),
    ...roomOf(label, LABEL_PIXELS, LABEL_LETTERS * LABEL_PIXELS),
  }
}

function isChosen({ properties: { id } }: ParkThen): boolean {
  const { selection } = view.value
  return selection?.collection === 'parks' && selection.id === id
}

/** Where places are ranked or compared their names come first. */
function isAlwaysNamed(park: ParkThen): boolean {
  const hasMarks = markedIds(sceneShown.value.ranking).size > 0
  return (park.properties.role === 'vehicle' && !hasMarks) || isChosen(park)
}

const drawn = computed(() =>
  parksShown.value.map((park) => {
    const { parkSize, designatedParkId } = view.value
    const { id, role, stage, companyCount, labelZh, labelEn } = park.properties
    const standing = standings.value.get(id)
    const dimmed = !keptParkIds.value.has(id)
    const selected = isChosen(park)
    const radius = parkRadiusPixels(park, parkSize)
    const label = labelOf(language.value === 'en' ? labelEn : labelZh, designatedParkId === id)
    const { hidden, ...place } = places.value[id] ?? {}
    const properties = {
      id,
      always: isAlwaysNamed(park),
      ...place,
      icon: iconOf(park, parkSize),
      label: hidden ? '' : label,
      order: selected ? -1 : orderOf(role, stage, companyCount),
      selectedRadius: radius + LABEL_GAP_PIXELS,
      dimmed,
      selected,
    }
    const leader: Feature | null = standing?.leader ? line(standing.leader, { dimmed }) : null
    return { park: point(standing?.lngLat ?? park.geometry.coordinates, properties), leader }
  }),
)

/** Parks that look alike share a picture; `painted` holds the ink that each was painted with. */
function addPictures({ map, paint }: Canvas, painted: Map<string, string>): void {
  const { parkSize } = view.value
  const ink = paint('ink')
  for (const park of parksThen.value) {
    const icon = iconOf(park, parkSize)
    if (painted.get(icon) === ink) continue
    painted.set(icon, ink)
    const picture = parkPicture(park, parkSize, paint)
    if (map.hasImage(icon)) map.updateImage(icon, picture)
    else map.addImage(icon, picture, { pixelRatio: 2 })
  }
}

/** A park the planner set as the "1" says so wherever it is named: it is a scenario, not a fact. */
function labelOf(label: string, isSet: boolean): string {
  return isSet ? `${label} · ${t('designation.scenario')}` : label
}

/** The name of a park's picture: what is drawn alike has one name. */
function iconOf({ properties }: ParkThen, by: ParkSize): string {
  const { role, stage, systems } = properties
  const ring = role === 'parts' ? `${ringPixels(properties, by)?.toFixed(1)}-${stage}` : ''
  return `park-${role}-${systems.join('')}-${ring}`
}

/** Whose label comes first: vehicle parks, joint ones, recognised ones, then by known firms. */
function orderOf(role: string, stage: string, companyCount: number): number {
  if (role === 'vehicle') return 0
  if (role === 'joint') return 1
  return (stage === 'recognised' ? 2 : 50) - Math.min(companyCount, 40) / 50
}

export function parkHint(id: string): Hint | null {
  const park = parksThen.value.find(({ properties }) => properties.id === id)?.properties
  if (!park) return null
  const stage = t(`layout.stage.${park.stage}`)
  const firms = t('layout.hintFirms', { count: park.companyCount })
  return [nameOf(park), `${t(`layout.role.${park.role}`)} · ${stage} · ${firms}`]
}
