// Which places may take it? All parks, those in a drawn area, and one's own sites beside them.
import { useId, useState } from 'preact/hooks'
import type { Site } from '#geodata/contract/collections.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { inSight } from '#web/api/asked.ts'
import { listFeatures } from '#web/api/client.ts'
import type { DrawnGeometry } from '#web/map/hand/draw.ts'
import { say, t } from '#web/messages/index.ts'
import { MapDrawing } from '#web/parts/controls/map-drawing.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { cornerLines, readCorners } from '#web/parts/words/corner-lines.ts'
import { exampleLngLat } from '#web/parts/words/home-words.ts'
import { problemOrWait } from '#web/parts/words/problem-text.ts'
import { edits } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function SitePlaces() {
  const { ask } = view.value
  const present: DrawnGeometry | null = ask.area
    ? { type: 'Polygon', coordinates: [ask.area.map(([lng, lat]) => [lng, lat])] }
    : null
  const setArea = (area: LngLat[] | null) => changeView({ ask: { ...view.peek().ask, area } })
  const onDrawn = (drawn: DrawnGeometry | null) =>
    setArea((drawn?.type === 'Polygon' && drawn.coordinates[0]) || null)
  return (
    <>
      <p class="site-note">{t('question.placesHint')}</p>
      <label class="site-check">
        <input
          type="checkbox"
          checked={ask.withPartners}
          onChange={({ currentTarget }) =>
            changeView({ ask: { ...view.peek().ask, withPartners: currentTarget.checked } })
          }
        />
        <span>{t('question.withPartners')}</span>
      </label>
      <div class="site-group-acts">
        <MapDrawing kind="polygon" present={present} neighbours={[]} onDrawn={onDrawn} />
        {ask.area && (
          <button type="button" class="quiet" onClick={() => setArea(null)}>
            {t('question.areaClear')}
          </button>
        )}
      </div>
      <Corners area={ask.area} setArea={setArea} />
      <OwnSites />
    </>
  )
}

type CornersProps = {
  area: readonly LngLat[] | null
  setArea: (area: LngLat[] | null) => void
}

/** The same area by its corners, for who types or pastes them. */
function Corners({ area, setArea }: CornersProps) {
  /** null: as it is drawn. */
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const read = readCorners(typed ?? '')
  const bad =
    read.kind === 'unread'
      ? t('site.placeBad', { text: read.line, example: exampleLngLat(2) })
      : read.kind === 'few'
        ? t('question.cornersFew', { count: read.count })
        : null
  return (
    <label class="site-corners">
      <span>{t('editor.corners')}</span>
      <textarea
        rows={4}
        value={typed ?? (area ? cornerLines(area) : '')}
        placeholder={exampleLngLat(5)}
        aria-invalid={bad !== null}
        aria-describedby={bad === null ? undefined : id}
        onChange={({ currentTarget }) => {
          const now = readCorners(currentTarget.value)
          const isArea = now.kind === 'ring' || now.kind === 'none'
          setTyped(isArea ? null : currentTarget.value)
          if (isArea) setArea(now.kind === 'ring' ? now.ring : null)
        }}
      />
      {bad !== null && (
        <span class="site-bad" id={id} role="alert">
          {bad}
        </span>
      )}
    </label>
  )
}

function OwnSites() {
  const { answer } = useAnswer((signal) => listFeatures<Site>('sites', signal), String(edits.value))
  const { ask } = view.value
  const sites = inSight(answer)
  if (answer.kind === 'failed')
    return <p role="status">{problemOrWait(answer.problem, t('question.sitesWait'))}</p>
  if (!sites) return <p role="status">{t('layout.view.loading')}</p>
  if (sites.length === 0) return <p class="site-note">{t('question.noSites')}</p>
  return (
    <ul>
      {sites.map(({ id, properties: { nameZh, nameEn, areaHectares } }) => (
        <li key={id}>
          <label class="site-check">
            <input
              type="checkbox"
              checked={ask.siteIds.includes(id)}
              onChange={({ currentTarget }) => {
                const others = ask.siteIds.filter((one) => one !== id)
                const siteIds = currentTarget.checked ? [...others, id] : others
                changeView({ ask: { ...ask, siteIds } })
              }}
            />
            <span>
              {say({ zh: nameZh, en: nameEn ?? nameZh })}
              <small>
                {areaHectares === null
                  ? t('site.unknown')
                  : `${areaHectares} ${t('site.needUnit.hectares')}`}
              </small>
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
