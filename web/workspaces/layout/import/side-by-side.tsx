// Up to three readings of the coordinates on the same ground at the same scale, each with its shares.
import { useMemo } from 'preact/hooks'
import type { Import, ImportPlaces, ImportSystem } from '#geodata/contract/imports.ts'
import type { Frame } from '#web/charts/frame.ts'
import { kilometersAcross } from '#web/charts/frame.ts'
import type { Ground } from '#web/charts/map-ground.tsx'
import { useRegionGround } from '#web/charts/region-ground.ts'
import { t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import { percentOf, sharesOf, systemName } from '#web/workspaces/layout/import/coordinate-words.ts'
import { closeFrame } from '#web/workspaces/layout/import/import-frames.ts'
import { PointsMap } from '#web/workspaces/layout/import/points-map.tsx'
import { regionPath } from '#web/workspaces/layout/import/region-path.ts'
import { dotKind, dotsOf, usePlaces } from '#web/workspaces/layout/import/use-places.ts'

const WIDTH = 132
const HEIGHT = 150
const DOT_RADIUS = 2.6
const MOST_DOTS = 600
/** Beyond this a shift is no matter of a datum: the readings share no ground that could be shown. */
const MOST_APART_METERS = 15_000

type SideBySideProps = {
  one: Import
  chosen: string | null
  show: (key: string) => void
}

export function SideBySide({ one, chosen, show }: SideBySideProps) {
  const { systems } = one.coordinates
  const [first, second, third] = systems
  const a = usePlaces(one, first?.key ?? null, first ? MOST_DOTS : 0)
  const b = usePlaces(one, second?.key ?? null, second ? MOST_DOTS : 0)
  const c = usePlaces(one, third?.key ?? null, third ? MOST_DOTS : 0)
  const apart = systems
    .slice(0, 3)
    .map(({ metersApart }) => metersApart)
    .filter((meters) => meters <= MOST_APART_METERS)
  const places = a.places?.items.map(({ lngLat }) => lngLat) ?? []
  const frame = closeFrame(places, Math.max(0, ...apart), WIDTH, HEIGHT)
  const ground = useRegionGround(frame)
  const readings = [
    { system: first, places: a.places },
    { system: second, places: b.places },
    { system: third, places: c.places },
  ].flatMap(({ system, places }) => (system ? [{ system, places }] : []))
  const kind = a.places ? dotKind(a.places) : 'plain'
  return (
    <section class="import-readings" aria-label={t('imports.readings')}>
      <p class="import-readings-head">
        <span>{t(`imports.sameGround.${kind}`, { count: readings.length })}</span>
        <span>{t('imports.wide', { kilometers: kilometersAcross(frame).toFixed(1) })}</span>
      </p>
      <div class="import-three" role="radiogroup" aria-label={t('imports.readings')}>
        {readings.map(({ system, places }) => (
          <Reading
            key={system.key}
            system={system}
            places={places}
            frame={frame}
            ground={ground}
            isChosen={system.key === chosen}
            onChoose={() => show(system.key)}
          />
        ))}
      </div>
    </section>
  )
}

type ReadingProps = {
  system: ImportSystem
  places: ImportPlaces | null
  frame: Frame
  ground: Ground
  isChosen: boolean
  onChoose: () => void
}

function Reading({ system, places, frame, ground, isChosen, onChoose }: ReadingProps) {
  const name = systemName(system)
  const dots = useMemo(() => (places ? dotsOf(places) : []), [places])
  return (
    <div class="import-reading">
      <label class="import-choice">
        <input type="radio" name="import-reading" checked={isChosen} onChange={onChoose} />
        <span>
          <Words of={name} />
        </span>
      </label>
      <PointsMap
        frame={frame}
        ground={ground}
        region={regionPath(frame)}
        dots={dots}
        radius={DOT_RADIUS}
        label={t('imports.readingLabel', { system: name })}
      />
      {sharesOf(system).map(({ kind, share }) => (
        <p key={kind} class="import-share">
          <span>{t(`imports.share.${kind}`)}</span>
          <b>{`${percentOf(share)} %`}</b>
          <i style={{ '--share': share }} data-best={isChosen} />
        </p>
      ))}
    </div>
  )
}
