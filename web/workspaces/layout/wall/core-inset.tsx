// The core of the region enlarged, in a frame: where on the large map its parks cover one another.

import type { ParkThen } from '#geodata/analysis/shown/in-year.ts'
import { scaleBarKilometers } from '#geodata/drawing/scale-bar.ts'
import { spread } from '#geodata/geometry/spread.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { frameAround, kilometersAcross, pathOf, project } from '#web/charts/frame.ts'
import { inFocus } from '#web/map/shapes/districts-drawn.ts'
import { around, type Box, freePlace } from '#web/map/shapes/free-place.ts'
import { PIXEL_RATIO, paintOf, parkPicture, parkRadiusPixels } from '#web/map/symbols.ts'
import { language, t } from '#web/messages/index.ts'
import { home } from '#web/state/region/home.ts'
import { keptParks } from '#web/state/region/kept.ts'
import { districts } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

const WIDTH = 400
const HEIGHT = 440
const MARGIN_KILOMETERS = 5
const LETTER_PIXELS = 13
const WHOLE: Box = { left: 0, top: 0, width: WIDTH, height: HEIGHT }

export function CoreInset() {
  const urban = home.value?.urbanAdcodes ?? []
  const inCore = keptParks.value.kept.filter(
    ({ properties: { adcode } }) => adcode !== null && urban.includes(adcode),
  )
  if (inCore.length === 0) return null
  const places = inCore.map(({ geometry }) => geometry.coordinates as unknown as LngLat)
  const frame = frameAround(places, MARGIN_KILOMETERS, WIDTH, HEIGHT)
  const by = view.value.parkSize
  const paint = paintOf(document.documentElement)
  const discs = inCore.map((park, index) => {
    const [x, y] = project(frame, places[index] ?? [0, 0])
    const mass = park.properties.role === 'vehicle' ? 6 : 1
    return { x, y, radius: parkRadiusPixels(park, by) + 1, mass }
  })
  const stood = spread(discs).map(({ x, y }, index) => ({
    park: inCore[index] as (typeof inCore)[number],
    x,
    y,
    radius: discs[index]?.radius ?? 0,
  }))
  const named = namesBeside(stood)
  const bar = scaleBarKilometers(kilometersAcross(frame))
  return (
    <figure class="wall-inset" data-over-map>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('layout.wall.core')}>
        <rect class="mm-land" width={WIDTH} height={HEIGHT} />
        {districts.value.filter(inFocus).map(({ id, geometry }) => (
          <path key={id} class="mm-outline" d={pathOf(frame, geometry.coordinates)} />
        ))}
        {stood.map(({ park, x, y }) => {
          const { data, width } = pictureOf(parkPicture(park, by, paint))
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the same park opens by the keyboard from the table
            <image
              key={park.properties.id}
              href={data}
              x={x - width / 2}
              y={y - width / 2}
              width={width}
              height={width}
              onClick={() =>
                changeView({ selection: { collection: 'parks', id: park.properties.id } })
              }
            />
          )
        })}
        {named.map(({ id, text, box, isStrong }) => (
          <text
            key={id}
            class={isStrong ? 'strong' : undefined}
            x={box.left + box.width / 2}
            y={box.top + LETTER_PIXELS}
            text-anchor="middle"
          >
            {text}
          </text>
        ))}
        <g class="mm-scale" transform={`translate(10 ${HEIGHT - 10})`}>
          <path d={`M0 -4 V0 H${(bar / kilometersAcross(frame)) * WIDTH} V-4`} />
          <text x={(bar / kilometersAcross(frame)) * WIDTH + 5} y="1">{`${bar} km`}</text>
        </g>
      </svg>
      <figcaption>{t('layout.wall.core')}</figcaption>
    </figure>
  )
}

type Stood = { park: ParkThen; x: number; y: number; radius: number }

/** Vehicle parks first, then by firms: of two names without room for both the earlier stays. */
function namesBeside(stood: readonly Stood[]) {
  const taken: Box[] = stood.map(({ x, y, radius }) => ({
    left: x - radius,
    top: y - radius,
    width: radius * 2,
    height: radius * 2,
  }))
  const rank = ({ park: { properties } }: Stood) =>
    (properties.role === 'vehicle' ? 1000 : 0) + properties.companyCount
  return [...stood]
    .sort((a, b) => rank(b) - rank(a))
    .flatMap(({ park: { properties }, x, y, radius }) => {
      const text = language.value === 'en' ? properties.labelEn : properties.labelZh
      const width = text.length * (language.value === 'en' ? 7 : LETTER_PIXELS)
      const [above, below, right, left] = around(x, y, width, LETTER_PIXELS + 3, radius + 1)
      const wanted = [right, left, above, below].filter((box) => box !== undefined)
      const box = freePlace(wanted, WHOLE, taken)
      if (!box) return []
      taken.push(box)
      return [{ id: properties.id, text, box, isStrong: properties.role === 'vehicle' }]
    })
}

/** A picture of the map as one of the page. */
function pictureOf(image: ImageData): { data: string; width: number } {
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return { data: canvas.toDataURL(), width: image.width / PIXEL_RATIO }
}
