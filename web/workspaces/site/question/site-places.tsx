// Which places may take it? All parks, those in a drawn area, and one's own sites beside them.
import type { Site } from '#geodata/contract/collections.ts'
import { inSight } from '#web/api/asked.ts'
import { listFeatures } from '#web/api/client.ts'
import type { DrawnGeometry } from '#web/map/hand/draw.ts'
import { say, t } from '#web/messages/index.ts'
import { MapDrawing } from '#web/parts/controls/map-drawing.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { edits } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function SitePlaces() {
  const { ask } = view.value
  const present: DrawnGeometry | null = ask.area
    ? { type: 'Polygon', coordinates: [ask.area.map(([lng, lat]) => [lng, lat])] }
    : null
  const setArea = (drawn: DrawnGeometry | null) => {
    const ring = drawn?.type === 'Polygon' ? drawn.coordinates[0] : null
    changeView({ ask: { ...view.peek().ask, area: ring ?? null } })
  }
  return (
    <>
      <p class="site-note">{t('question.placesHint')}</p>
      <div class="site-group-acts">
        <MapDrawing kind="polygon" present={present} neighbours={[]} onDrawn={setArea} />
        {ask.area && (
          <button type="button" class="quiet" onClick={() => setArea(null)}>
            {t('question.areaClear')}
          </button>
        )}
      </div>
      <OwnSites />
    </>
  )
}

function OwnSites() {
  const { answer } = useAnswer((signal) => listFeatures<Site>('sites', signal), String(edits.value))
  const { ask } = view.value
  const sites = inSight(answer)
  if (answer.kind === 'failed') return <p role="alert">{problemText(answer.problem)}</p>
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
