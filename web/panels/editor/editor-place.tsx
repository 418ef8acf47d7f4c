// Where is it? Typed in any of the coordinate systems in use, or drawn on the map.
import { useState } from 'preact/hooks'
import { EDITABLE } from '#geodata/contract/editable/editable.ts'
import { DATUM_IDS, DATUMS, type Datum } from '#geodata/formats/datums/index.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { DrawnGeometry } from '#web/map/hand/draw.ts'
import { t } from '#web/messages/index.ts'
import { type Editing, setGeometry } from '#web/panels/editor/editing.ts'
import { MapDrawing } from '#web/parts/controls/map-drawing.tsx'
import { cornerLines } from '#web/parts/words/corner-lines.ts'
import { exampleLngLat } from '#web/parts/words/home-words.ts'
import { parkAreas } from '#web/state/region/lists.ts'

export function EditorPlace({ now, error }: { now: Editing; error: string | null }) {
  const isArea = EDITABLE[now.collection].layer === 'MULTIPOLYGON'
  const geometry = now.draft.geometry as DrawnGeometry | null
  const [datum, setDatum] = useState<Datum>('wgs84')
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? linesOf(geometry)
  const take = (text: string, by: Datum) => {
    setTyped(text)
    const places = text.split('\n').flatMap((line) => {
      const place = placeIn(line)
      return place ? [place] : []
    })
    const converted = places.map((place): LngLat => {
      const [lng, lat] = DATUMS[by](place)
      return [rounded(lng), rounded(lat)]
    })
    const [first] = converted
    if (!first) setGeometry(null)
    else if (!isArea) setGeometry({ type: 'Point', coordinates: first })
    else setGeometry({ type: 'Polygon', coordinates: [[...converted, first]] })
  }
  return (
    <fieldset class={error ? 'place bad' : 'place'}>
      <legend>{t('editor.place')}</legend>
      <label>
        {isArea ? t('editor.corners') : t('editor.lngLat')}
        <textarea
          rows={isArea ? 4 : 1}
          value={shown}
          aria-invalid={error !== null}
          placeholder={exampleLngLat(5)}
          onInput={(event) => take(event.currentTarget.value, datum)}
        />
      </label>
      <label>
        {t('editor.datum')}
        <select
          value={datum}
          onChange={(event) => {
            const next = DATUM_IDS.find((id) => id === event.currentTarget.value) ?? 'wgs84'
            setDatum(next)
            if (typed !== null) take(typed, next)
          }}
        >
          {DATUM_IDS.map((id) => (
            <option key={id} value={id}>
              {t(`editor.datum.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <MapDrawing
        kind={isArea ? 'polygon' : 'point'}
        present={geometry}
        neighbours={parkAreas.value
          .filter(({ id }) => id !== now.seen?.id)
          .map((area) => area.geometry as DrawnGeometry)}
        onDrawn={(drawn) => {
          setTyped(null)
          setDatum('wgs84')
          setGeometry(drawn)
        }}
      />
      {error && <small class="bad">{error}</small>}
    </fieldset>
  )
}

/** The place, or the corners of the area. */
function linesOf(geometry: DrawnGeometry | null): string {
  if (!geometry) return ''
  if (geometry.type === 'Point') {
    return geometry.coordinates.map((degrees) => degrees.toFixed(DIGITS)).join(', ')
  }
  const ring = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]
  return cornerLines(ring ?? [])
}

const DIGITS = 6
const rounded = (degrees: number) => Number(degrees.toFixed(DIGITS))

function placeIn(line: string): LngLat | null {
  const [lng, lat] = line
    .split(/[,，\s]+/)
    .filter(Boolean)
    .map(Number)
  return lng !== undefined && lat !== undefined && Number.isFinite(lng) && Number.isFinite(lat)
    ? [lng, lat]
    : null
}
