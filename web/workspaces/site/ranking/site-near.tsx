// Who is near a candidate, in truck minutes?
import { MinutesStrip } from '#web/charts/minutes-strip.tsx'
import { nameOf, say, t } from '#web/messages/index.ts'
import { type DrawnWay, minutesText, shownDuration } from '#web/messages/minutes-text.ts'
import type { Candidate } from '#web/state/answers/siting-rank.ts'

/** The list is hidden where a table below says more of each plant. */
export function SitePlants({ candidate, hasList }: { candidate: Candidate; hasList: boolean }) {
  const marks = candidate.plants.flatMap((plant) => {
    const duration = shownDuration(plant)
    if (!duration) return []
    const { id, nameZh, nameEn } = plant
    const minutes = duration.centralSeconds / 60
    return [{ id, name: say({ zh: nameZh, en: nameEn }), minutes, duration }]
  })
  const unreached = candidate.plants.length - marks.length
  if (candidate.plants.length === 0) return <p class="site-note">{t('site.plantsNone')}</p>
  const title = t('site.plants', { count: marks.length })
  return (
    <div class="site-plants">
      <h3>{title}</h3>
      <MinutesStrip
        marks={marks}
        label={`${title}: ${marks.map(({ name, duration }) => `${name} ${minutesText(duration)}`).join(', ')}`}
      />
      {hasList && (
        <ul class="site-places">
          {marks.map(({ id, name, duration }) => (
            <li key={id}>
              {name} <b>{minutesText(duration)}</b>
            </li>
          ))}
        </ul>
      )}
      {unreached > 0 && <p class="site-note">{t('site.plantsUnreached', { count: unreached })}</p>}
    </div>
  )
}

export function SiteNear({
  title,
  places,
}: {
  title: string
  places: readonly NonNullable<Candidate['nearestHub']>[]
}) {
  if (places.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul class="site-places">
        {places.map((place) => (
          <li key={place.id}>
            {nameOf(place)} <b>{timeOf(place)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

function timeOf(way: DrawnWay): string {
  const duration = shownDuration(way)
  return duration ? `${minutesText(duration)} ${t('site.unitMinutes')}` : t('site.unknown')
}
