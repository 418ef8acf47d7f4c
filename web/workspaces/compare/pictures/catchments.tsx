// Where does one candidate get that another does not? Two catchments on one map, with what lies in each.
import { useState } from 'preact/hooks'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { CatchmentMap, CatchmentSwatch } from '#web/charts/catchment-map.tsx'
import { frameAround, positionsOf } from '#web/charts/frame.ts'
import { useRegionGround } from '#web/charts/region-ground.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { creditLines } from '#web/panels/basemaps/map-credits.ts'
import { RangeField } from '#web/parts/controls/range-field.tsx'
import { SheetButton } from '#web/parts/controls/sheet-button.tsx'
import { comparedRings, letterOf } from '#web/state/answers/compare.ts'
import { allFirmsSummary } from '#web/state/region/kept.ts'
import { view } from '#web/state/view/store.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { ringsKey } from '#web/workspaces/compare/compare-request.ts'
import { boundsOf, useFirmsIn } from '#web/workspaces/compare/pictures/firms-in.ts'
import { Picture } from '#web/workspaces/compare/pictures/picture.tsx'
import { partsOf, type Ring, useOverlap } from '#web/workspaces/compare/pictures/reached.ts'

const MINUTES = [30, 60, 90]
const [WIDTH, HEIGHT] = [760, 460]
const MARGIN_KILOMETERS = 4
const PARTS = ['first', 'second', 'both'] as const

type Side = { index: number; name: string; origin: LngLat; ring: Ring }
/** A compared place whose rings are there. */
type Ringed = Omit<Side, 'ring'> & { rings: IsochroneResult }

function ringedOf(columns: readonly Column[]): Ringed[] {
  return columns.flatMap(({ id, index, name, lngLat }) => {
    const rings = comparedRings.value.get(ringsKey(id, view.value))
    return rings && lngLat ? [{ index, name, origin: lngLat, rings }] : []
  })
}

type CatchmentsProps = { columns: readonly Column[]; answer: ComparisonResult }

export function Catchments({ columns, answer }: CatchmentsProps) {
  const [chosen, setChosen] = useState<readonly [number, number]>([0, 1])
  const [minutes, setMinutes] = useState(60)
  const [divided, setDivided] = useState<number | null>(null)
  const ringed = ringedOf(columns)
  if (ringed.length < 2) return null
  const sides = chosen.map(
    (index, at) => ringed.find((one) => one.index === index) ?? ringed[at] ?? ringed[0],
  ) as [Ringed, Ringed]
  const choose = (at: 0 | 1, index: number) => {
    const other = chosen[1 - at] === index ? sides[at].index : sides[1 - at]?.index
    setChosen(at === 0 ? [index, other ?? 1] : [other ?? 0, index])
  }
  const [first, second] = sides.map(({ rings, ...one }) => ({
    ...one,
    ring: rings.features.find(({ properties }) => properties.cutoffMinutes === minutes)?.geometry,
  }))
  return (
    <Picture
      id="catchments"
      title={t('pictures.catchments')}
      hint={t('pictures.catchmentsHint')}
      isWide
    >
      <div class="picture-choices no-print">
        {([0, 1] as const).map((at) => (
          <label key={at} class="picture-choice">
            {at === 0 ? t('pictures.firstPlace') : t('pictures.secondPlace')}
            <select
              value={sides[at].index}
              onChange={({ currentTarget }) => choose(at, Number(currentTarget.value))}
            >
              {ringed.map(({ index, name }) => (
                <option key={index} value={index}>
                  {t('pictures.lettered', { letter: letterOf(index), name })}
                </option>
              ))}
            </select>
          </label>
        ))}
        <MinutesChoice minutes={minutes} onMinutes={setMinutes} />
        <label class="picture-choice">
          <input
            type="checkbox"
            checked={divided !== null}
            onChange={({ currentTarget }) => setDivided(currentTarget.checked ? 50 : null)}
          />
          {t('pictures.divide')}
        </label>
        {divided !== null && (
          <RangeField
            label={t('pictures.divideAt')}
            said={t('pictures.dividedAt', {
              first: letterOf(sides[0].index),
              percent: divided,
              second: letterOf(sides[1].index),
            })}
            value={divided}
            min={0}
            max={100}
            onValue={setDivided}
          />
        )}
      </div>
      {first?.ring && second?.ring ? (
        <Both
          sides={[first as Side, second as Side]}
          minutes={minutes}
          divided={divided}
          answer={answer}
        />
      ) : (
        <p class="site-note">{t('pictures.noRing', { minutes })}</p>
      )}
    </Picture>
  )
}

type MinutesChoiceProps = { minutes: number; onMinutes: (minutes: number) => void }

function MinutesChoice({ minutes, onMinutes }: MinutesChoiceProps) {
  return (
    <label class="picture-choice">
      {t('pictures.within')}
      <select
        value={minutes}
        onChange={({ currentTarget }) => onMinutes(Number(currentTarget.value))}
      >
        {MINUTES.map((one) => (
          <option key={one} value={one}>
            {t('pictures.minutes', { minutes: one })}
          </option>
        ))}
      </select>
    </label>
  )
}

type BothProps = {
  sides: readonly [Side, Side]
  minutes: number
  divided: number | null
  answer: ComparisonResult
}

function Both({ sides, minutes, divided, answer }: BothProps) {
  const [first, second] = sides
  const overlap = useOverlap(first.ring, second.ring)
  const corners = sides.flatMap(({ ring }) => positionsOf(ring.coordinates))
  const bounds = boundsOf(corners)
  const frame = frameAround(corners, MARGIN_KILOMETERS, WIDTH, HEIGHT)
  const ground = useRegionGround(frame)
  const customers = new Set(
    answer.rows.flatMap(({ id }) => (id.startsWith('plant ') ? [id.slice('plant '.length)] : [])),
  )
  const { firms, problem } = useFirmsIn(bounds)
  const placed = (firms ?? []).flatMap(({ geometry, properties }) =>
    geometry
      ? [
          {
            lngLat: geometry.coordinates as unknown as LngLat,
            name: nameOf(properties),
            isPlant: customers.has(properties.id),
          },
        ]
      : [],
  )
  const parts = partsOf(
    first.ring,
    second.ring,
    placed.map(({ lngLat }) => lngLat),
  )
  const isHere = firms !== null
  const [a, b] = [letterOf(first.index), letterOf(second.index)]
  const counted = PARTS.map((part) => {
    const inside = placed.filter((_, at) => parts[at] === part)
    return { part, firms: inside.length, plants: inside.filter(({ isPlant }) => isPlant) }
  })
  const areaOf = (part: (typeof PARTS)[number]) =>
    overlap && { first: overlap.onlyFirst, second: overlap.onlySecond, both: overlap.both }[part]
  const titleOf = (part: (typeof PARTS)[number]) =>
    part === 'both'
      ? t('pictures.inBoth', { first: a, second: b })
      : t('pictures.inOne', { letter: part === 'first' ? a : b, other: part === 'first' ? b : a })
  const unplaced = allFirmsSummary.value.total - allFirmsSummary.value.placed
  return (
    <>
      <CatchmentMap
        frame={frame}
        ground={ground}
        both={[asDrawn(first), asDrawn(second)]}
        firms={placed.filter(({ isPlant }) => !isPlant).map(({ lngLat }) => lngLat)}
        plants={placed.filter(({ isPlant }) => isPlant).map(({ lngLat }) => lngLat)}
        dividedAt={divided === null ? null : divided / 100}
        label={t('pictures.catchmentsLabel', { first: a, second: b, minutes })}
      />
      <p class="picture-credits">{[t('pictures.mapKey'), ...creditLines()].join(' · ')}</p>
      <div class="compare-scroll">
        <table class="picture-figures catchment-figures">
          <PartHeads minutes={minutes} />
          <tbody>
            {counted.map(({ part, firms, plants }) => {
              const area = areaOf(part)
              return (
                <tr key={part} data-part={part}>
                  <th scope="row">
                    <CatchmentSwatch part={part} id={`catchment-swatch-${part}`} /> {titleOf(part)}
                  </th>
                  <td>{area === null ? '…' : Math.round(area)}</td>
                  <td>{isHere ? firms : '…'}</td>
                  <td>
                    {isHere ? plants.length : '…'}
                    {part !== 'both' && (
                      <small>
                        {' '}
                        {plants.map(({ name }) => name).join(t('common.listSeparator'))}
                      </small>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {problem && <p role="alert">{say({ zh: problem.detailZh, en: problem.detail })}</p>}
      <SheetButton
        name={`${t('pictures.catchments')} ${a} ${b} ${minutes}`}
        sheet={() => [
          [
            t('pictures.ofPart'),
            t('pictures.area'),
            t('pictures.firms'),
            t('pictures.customerPlants'),
            t('pictures.plantNames'),
          ],
          ...counted.map(({ part, firms, plants }) => [
            titleOf(part),
            areaOf(part),
            isHere ? firms : null,
            isHere ? plants.length : null,
            plants.map(({ name }) => name).join(t('common.listSeparator')),
          ]),
        ]}
      />
      {unplaced > 0 && <p class="site-note">{t('pictures.unplacedFirms', { count: unplaced })}</p>}
    </>
  )
}

function PartHeads({ minutes }: { minutes: number }) {
  return (
    <thead>
      <tr>
        <th scope="col">{t('pictures.withinMinutes', { minutes })}</th>
        <th scope="col">{t('pictures.area')}</th>
        <th scope="col">{t('pictures.firms')}</th>
        <th scope="col">{t('pictures.customerPlants')}</th>
      </tr>
    </thead>
  )
}

const asDrawn = ({ index, origin, ring }: Side) => ({
  index,
  origin,
  coordinates: ring.coordinates,
})
