// Which places may take it? All parks, those in a drawn area, and one's own sites beside them.
import { useEffect, useState } from 'preact/hooks'
import type { Site } from '#geodata/contract/collections.ts'
import { listFeatures, problemOf } from '#web/api/client.ts'
import type { DrawnGeometry } from '#web/map/hand/draw.ts'
import { say, t } from '#web/messages/index.ts'
import { MapDrawing } from '#web/parts/controls/map-drawing.tsx'
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

type Sites =
  | { kind: 'loading' }
  | { kind: 'ready'; sites: Site[] }
  | { kind: 'failed'; why: string }

function OwnSites() {
  const [state, setState] = useState<Sites>({ kind: 'loading' })
  const { ask } = view.value
  const seen = edits.value
  useEffect(() => {
    let gone = false
    listFeatures<Site>('sites').then(
      (sites) => gone || setState({ kind: 'ready', sites }),
      (error) => gone || setState({ kind: 'failed', why: problemText(problemOf(error)) }),
    )
    return () => {
      gone = true
    }
  }, [seen])
  if (state.kind === 'loading') return <p role="status">{t('layout.view.loading')}</p>
  if (state.kind === 'failed') return <p role="alert">{state.why}</p>
  if (state.sites.length === 0) return <p class="site-note">{t('question.noSites')}</p>
  return (
    <ul>
      {state.sites.map(({ id, properties: { nameZh, nameEn, areaHectares } }) => (
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
