// What does the size of a park's ring say, and who chooses it?
import '#web/panels/frame/map.css'
import { Fragment } from 'preact'
import { t } from '#web/messages/index.ts'
import { parks } from '#web/state/region/lists.ts'
import { largestRings } from '#web/state/region/ring-scale.ts'
import {
  exampleValues,
  PARK_SIZE_IDS,
  PARK_SIZES,
  ringPixelsOf,
  UNKNOWN_RING_PIXELS,
} from '#web/state/view/park-size.ts'
import { changeView, view } from '#web/state/view/store.ts'

const FRAME_PIXELS = 44

export function ParkSizeLegend() {
  const by = view.value.parkSize
  const rings = parks.value.filter(({ properties }) => properties.role === 'parts')
  const known = rings.filter(({ properties }) => PARK_SIZES[by].valueOf(properties) !== null)
  const largest = largestRings.value[by]
  return (
    <fieldset class="park-size">
      <legend>{t('map.size.title')}</legend>
      <div class="segmented">
        {PARK_SIZE_IDS.map((id) => (
          <label key={id}>
            <input
              type="radio"
              name="park-size"
              checked={id === by}
              onChange={() => changeView({ parkSize: id })}
            />
            <span>{t(`map.size.${id}`)}</span>
          </label>
        ))}
      </div>
      <p class="ring-sizes">
        {exampleValues(largest).map((value) => (
          <Fragment key={value}>
            <Ring pixels={ringPixelsOf(value, by, largest)} />
            {t(`map.size.example.${by}`, { value })}
          </Fragment>
        ))}
        {known.length < rings.length && (
          <>
            <Ring pixels={null} />
            {t('map.size.unknown')}
          </>
        )}
      </p>
      {known.length < rings.length && (
        <p class="known">
          {t('map.size.known', { known: known.length, all: rings.length })}
          {by === 'output' && ` ${t('map.size.outputNote')}`}
        </p>
      )}
    </fieldset>
  )
}

function Ring({ pixels }: { pixels: number | null }) {
  const radius = pixels ?? UNKNOWN_RING_PIXELS
  const reach = Math.ceil(radius + 2)
  const side = Math.min(reach * 2, FRAME_PIXELS)
  return (
    <svg viewBox={`${-reach} ${-reach} ${reach * 2} ${reach * 2}`} width={side} aria-hidden="true">
      <circle
        r={radius}
        fill="none"
        stroke="currentColor"
        stroke-width={pixels === null ? 2.4 : 3.4}
        stroke-dasharray={pixels === null ? '3 2' : undefined}
      />
    </svg>
  )
}
