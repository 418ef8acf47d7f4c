// What the map shows in a scene: the ground, the layers, the rings around a park.
import { LAYERS } from '#geodata/contract/collections.ts'
import type { MapScene, SceneAnalysis } from '#geodata/contract/stories.ts'
import { boundsOnMap } from '#web/map/captured-scene.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { parks } from '#web/state/region/lists.ts'
import { changeScene } from '#web/workspaces/present/author/writing.ts'
import { DeskKey } from '#web/workspaces/present/scene-key.tsx'

const CUTOFF_MINUTES = [30, 60]

export function SceneGround({ scene }: { scene: MapScene }) {
  const { id, layers, bounds } = scene
  const [[west, south], [east, north]] = bounds
  return (
    <details class="author-part" open>
      <summary>{t('author.onMap')}</summary>
      <p class="author-acts">
        <button
          type="button"
          onClick={() => {
            const seen = boundsOnMap()
            if (seen) changeScene(id, { bounds: seen, paddingPixels: 0 })
          }}
        >
          {t('author.frameHere')}
        </button>
        <small>{t('author.bounds', { west, south, east, north })}</small>
      </p>
      <fieldset class="author-layers">
        <legend>{t('author.layers')}</legend>
        {LAYERS.map((layer) => (
          <label key={layer} class="toggle">
            <input
              type="checkbox"
              checked={layers.includes(layer)}
              onChange={({ currentTarget: { checked } }) =>
                changeScene(id, {
                  layers: LAYERS.filter((one) => (one === layer ? checked : layers.includes(one))),
                })
              }
            />
            <span>{t(`layout.layer.${layer}`)}</span>
          </label>
        ))}
      </fieldset>
      <Analysis scene={scene} />
    </details>
  )
}

function Analysis({ scene }: { scene: MapScene }) {
  const { id, analysis } = scene
  if (!analysis || analysis.kind === 'isochrone') return <Rings scene={scene} rings={analysis} />
  return (
    <>
      <DeskKey scene={scene} />
      <p class="author-acts">
        <button type="button" onClick={() => changeScene(id, { analysis: undefined })}>
          {t('author.noAnalysis')}
        </button>
      </p>
    </>
  )
}

type RingsAsked = Extract<SceneAnalysis, { kind: 'isochrone' }>

function Rings({ scene, rings }: { scene: MapScene; rings: RingsAsked | undefined }) {
  const { id } = scene
  const set = (next: MapScene['analysis']) => changeScene(id, { analysis: next })
  return (
    <>
      <label class="author-field">
        <span>{t('author.ringsOf')}</span>
        <select
          value={rings?.parkId ?? ''}
          onChange={({ currentTarget: { value } }) =>
            set(
              value
                ? {
                    kind: 'isochrone',
                    parkId: value,
                    cutoffMinutes: rings?.cutoffMinutes ?? CUTOFF_MINUTES,
                  }
                : undefined,
            )
          }
        >
          <option value="">{t('author.noRings')}</option>
          {parks.value.map(({ properties }) => (
            <option key={properties.id} value={properties.id}>
              {nameOf(properties)}
            </option>
          ))}
        </select>
      </label>
      {rings && (
        <label class="author-field">
          <span>{t('author.cutoffs')}</span>
          <input
            type="text"
            inputMode="decimal"
            value={rings.cutoffMinutes.join(t('author.cutoffSeparator'))}
            onChange={({ currentTarget }) => {
              const cutoffMinutes = cutoffsIn(currentTarget.value)
              if (cutoffMinutes.length > 0) set({ ...rings, cutoffMinutes })
              else currentTarget.value = rings.cutoffMinutes.join(t('author.cutoffSeparator'))
            }}
          />
        </label>
      )}
    </>
  )
}

const MOST_CUTOFFS = 6
const MOST_MINUTES = 600

/** Minutes as somebody types them, "30、60" or "30, 60", in their order. */
function cutoffsIn(text: string): number[] {
  const numbers = text.split(/[^\d.]+/).map(Number)
  const minutes = numbers.filter((one) => one > 0 && one <= MOST_MINUTES)
  return [...new Set(minutes)].sort((a, b) => a - b).slice(0, MOST_CUTOFFS)
}
