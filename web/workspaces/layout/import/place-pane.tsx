// Beside the rows: where they lie by the reading that is looked at, and up to three readings of the same ground.
import { useMemo } from 'preact/hooks'
import type { Import, ImportPlaces, ImportSystem } from '#geodata/contract/imports.ts'
import { useRegionGround } from '#web/charts/region-ground.ts'
import { t } from '#web/messages/index.ts'
import { approvalNumber, mapCredits } from '#web/panels/basemaps/map-credits.ts'
import { Words } from '#web/parts/words/words.tsx'
import {
  proposalText,
  proposalTitle,
  systemName,
} from '#web/workspaces/layout/import/coordinate-words.ts'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'
import { isInFrame, wholeFrame } from '#web/workspaces/layout/import/import-frames.ts'
import { PointsMap } from '#web/workspaces/layout/import/points-map.tsx'
import {
  districtNames,
  regionPath,
  regionPlaces,
} from '#web/workspaces/layout/import/region-path.ts'
import { SideBySide } from '#web/workspaces/layout/import/side-by-side.tsx'
import {
  chosenSystem,
  type StepProps,
  shownSystem,
} from '#web/workspaces/layout/import/step-props.ts'
import { systemGroups } from '#web/workspaces/layout/import/system-groups.ts'
import { dotKind, dotsOf, usePlaces } from '#web/workspaces/layout/import/use-places.ts'

type PaneProps = StepProps & {
  /** What the coordinates seem to be is said here, not in the step beside it. */
  withWords: boolean
}

export function PlacePane({ one, desk, lookedAt, tried, tryOut, withWords }: PaneProps) {
  const { coordinates } = one
  const system = shownSystem(one, tried)
  const chosen = chosenSystem(one, tried)
  const { places, answer } = usePlaces(one, system, MOST_DOTS)
  return (
    <aside class="import-place" aria-label={t('imports.places')}>
      {withWords && (
        <header>
          <h2>{proposalTitle(coordinates, one.choices.system)}</h2>
          <p class="lead">
            <Words of={proposalText(coordinates, one.choices.system)} />
          </p>
        </header>
      )}
      {answer.kind === 'failed' && (
        <p role="alert" class="import-alert">
          {t('imports.placesFailed')}
        </p>
      )}
      <MainMap places={places} lookedAt={lookedAt} />
      {coordinates.systems.length > 0 && <SideBySide one={one} chosen={chosen} show={tryOut} />}
      {coordinates.answer !== 'none' && (
        <Confirm {...{ one, desk, chosen }} drawn={system} show={tryOut} />
      )}
    </aside>
  )
}

const MOST_DOTS = 2000
const WIDTH = 430
const HEIGHT = 275
const DOT_RADIUS = 3.2

type MainMapProps = { places: ImportPlaces | null; lookedAt: number | null }

function MainMap({ places, lookedAt }: MainMapProps) {
  const items = places?.items ?? []
  const around = items.length > 0 ? items.map(({ lngLat }) => lngLat) : regionPlaces()
  const frame = wholeFrame(around, WIDTH, HEIGHT)
  const ground = useRegionGround(frame)
  const looked = items.find(({ line }) => line === lookedAt)
  const kind = places ? dotKind(places) : 'plain'
  const filled = useMemo(() => (places ? dotsOf(places) : []), [places])
  const count = (isFilled: boolean) => filled.filter((dot) => dot.isFilled === isFilled).length
  const outside = items.filter(({ lngLat }) => !isInFrame(frame, lngLat)).length
  return (
    <figure class="import-map">
      <PointsMap
        frame={frame}
        ground={ground}
        region={regionPath(frame)}
        dots={filled}
        radius={DOT_RADIUS}
        names={districtNames()}
        ringed={
          looked
            ? { lngLat: looked.lngLat, text: t('imports.lineOf', { line: looked.line }) }
            : null
        }
        label={t('imports.mapLabel', { count: items.length })}
      />
      <ul class="import-dots">
        {items.length === 0 && <li>{t(places ? 'imports.noDots' : 'imports.rowsComing')}</li>}
        {items.length > 0 && (
          <li>
            <i class="full" />
            {t(`imports.dots.${kind}`)} <b>{count(true)}</b>
          </li>
        )}
        {count(false) > 0 && (
          <li>
            <i />
            {t(`imports.dotsNot.${kind === 'road' ? 'road' : 'area'}`)} <b>{count(false)}</b>
          </li>
        )}
        {outside > 0 && <li>{t('imports.outside', { count: outside })}</li>}
      </ul>
      <figcaption>
        {[
          ...new Set(mapCredits().map(({ text }) => text)),
          t('common.approval', { number: approvalNumber() }),
        ].join(' · ')}
      </figcaption>
    </figure>
  )
}

type ConfirmProps = {
  one: Import
  desk: ImportDesk
  chosen: string | null
  /** The reading that the map draws. */
  drawn: string | null
  show: (key: string | null) => void
}

function Confirm({ one, desk, chosen, drawn, show }: ConfirmProps) {
  const { systems, others } = one.coordinates
  const all: Pick<ImportSystem, 'key' | 'words' | 'reading'>[] = [...systems, ...others]
  const found = all.find(({ key }) => key === chosen)
  const onMap = all.find(({ key }) => key === drawn)
  const isWritten = one.state === 'written' || one.state === 'writing'
  const isConfirmed = one.choices.system !== null && one.choices.system === chosen
  const confirm = async () => {
    if (chosen !== null && (await desk.change({ system: chosen }))) show(null)
  }
  if (isWritten) return null
  return (
    <div class="import-confirm">
      {chosen === null && (
        <p>
          {onMap ? t('imports.chooseFirst', { system: systemName(onMap) }) : t('imports.chooseAny')}
        </p>
      )}
      {isConfirmed && found ? (
        <p role="status">{t('imports.confirmed', { system: systemName(found) })}</p>
      ) : (
        found && (
          <button type="button" class="primary" onClick={() => void confirm()}>
            {t(one.choices.system === null ? 'imports.confirm' : 'imports.confirmOther', {
              system: systemName(found),
            })}
          </button>
        )
      )}
      <select
        aria-label={t('imports.otherSystem')}
        value=""
        onChange={({ currentTarget }) => show(currentTarget.value || null)}
      >
        <option value="">{t('imports.otherSystem')}</option>
        {systemGroups(one.coordinates).map(({ title, systems }) => (
          <optgroup key={title} label={title}>
            {systems.map((system) => (
              <option key={system.key} value={system.key}>
                {systemName(system)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
