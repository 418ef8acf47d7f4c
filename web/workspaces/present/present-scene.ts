// Puts a scene on the map, and says when the map has drawn all of it.
import { effect, signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { NO_RANKING, rankedInScene } from '#geodata/analysis/stories/ranked-in-scene.ts'
import type { Answers } from '#geodata/analysis/stories/scene-told.ts'
import { LAYERS } from '#geodata/contract/collections.ts'
import type { MapScene } from '#geodata/contract/stories.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { currentMap, wallScale } from '#web/map/current.ts'
import { placeNamesAnew } from '#web/map/names-anew.ts'
import { lookAt } from '#web/map/opening-frame.ts'
import { language } from '#web/messages/index.ts'
import { rings } from '#web/state/answers/rings.ts'
import { NOTHING_SHOWN, sceneShown } from '#web/state/answers/scene-shown.ts'
import { companies } from '#web/state/region/firms.ts'
import { hubs, links, parks } from '#web/state/region/lists.ts'
import { layOver, ownView, view } from '#web/state/view/store.ts'
import { encodeView, type View } from '#web/state/view/view.ts'
import { frameScene } from '#web/workspaces/present/present-frame.ts'
import { NO_ANSWER, sceneAnswer } from '#web/workspaces/present/scene-answer.ts'
import { type Prepared, sceneLayers, sceneView } from '#web/workspaces/present/scenes.ts'
import { forgetStills, type PutOnMap, stand } from '#web/workspaces/present/stage/scene-pictures.ts'

/** Gives back, when the workspace closes, what scenes lay over: the view, the map, the rings. */
export function useOwnViewBack(): void {
  useEffect(
    () => () => {
      deskAnswer.reset()
      rings.value = null
      sceneShown.value = NOTHING_SHOWN
      layOver(null)
      const map = currentMap()
      map?.setPixelRatio(devicePixelRatio * wallScale())
      map?.jumpTo({ bearing: 0, pitch: 0 })
      if (map) lookAt(map, view.peek().camera)
    },
    [],
  )
}

/** What is worked out for the scene on the desk; without it the map still shows the ground. */
export const deskAnswer = newestOnly(sceneAnswer)

/** What the scene on the desk ranks, as far as its figures have come. */
const deskRanking = signal(NO_RANKING)

/** `answers`: those of the scene as it is now, written or kept. */
export function useRankingOnDesk(scene: MapScene | null, answers: Answers): void {
  const ranking = scene ? rankedInScene(scene, answers) : NO_RANKING
  useEffect(() => {
    deskRanking.value = ranking
  }, [JSON.stringify(ranking)])
}

/**
 * True once the scene is to be seen: framed, drawn, with every letter loaded. On stage, where `prepared` holds what
 * the map needs, the map then draws `ahead` beneath it, the ground of the scene that comes next.
 */
export function useSceneOnMap(
  scene: MapScene | null,
  ahead: MapScene | null,
  /** What the stage has prepared; null: the desk asks by itself. */
  prepared: Prepared | null,
): boolean {
  const [shown, setShown] = useState<string | null>(null)
  const drawnBy = useDrawnBy(prepared)
  useEffect(
    () => () => {
      forgetStills()
      setShown(null)
    },
    [...drawnBy],
  )
  useEffect(() => {
    if (!scene) return
    if (!prepared) return showOnDesk(scene)
    const putOnMap: PutOnMap = (one, done) => putScene(one, prepared, done)
    return stand(scene, ahead, putOnMap, () => setShown(scene.id))
  }, [scene && shownOf(scene), ahead?.id, ...drawnBy])
  return scene !== null && shown === scene.id
}

/** What a picture of a scene depends on beside the scene: where any of it changes on stage, all are drawn anew. */
function useDrawnBy(prepared: unknown): readonly unknown[] {
  const [sizes, setSizes] = useState(0)
  useEffect(() => {
    const onResize = () => setSizes((before) => before + 1)
    addEventListener('resize', onResize)
    return () => removeEventListener('resize', onResize)
  }, [])
  const dress = encodeView({ ...ownView.value, scene: 0, camera: null })
  const lists = [parks.value, companies.value, hubs.value, links.value]
  const all = [prepared, sizes, dress, language.value, ...lists]
  return prepared ? all : all.map(() => null)
}

/** What a scene lays over the user's own view. */
function overOf(scene: MapScene): Partial<View> {
  return {
    ...sceneView(scene.address),
    hiddenLayers: sceneLayers(LAYERS, scene),
    ...(scene.systems ? { filters: { systems: scene.systems } } : {}),
    ...(scene.selection ? { selection: scene.selection } : {}),
    // Where the map looks during a scene is not where the user looked.
    camera: ownView.peek().camera,
  }
}

function showOnDesk(scene: MapScene): () => void {
  layOver(overOf(scene))
  const stopShowing = showAsKnown(scene)
  let stopFraming = frameScene(scene, { onStage: false, atOnce: false })
  const reframe = () => {
    stopFraming()
    stopFraming = frameScene(scene, { onStage: false, atOnce: true })
  }
  addEventListener('resize', reframe)
  return () => {
    stopShowing()
    stopFraming()
    removeEventListener('resize', reframe)
  }
}

/** Puts a scene of the stage on the map; calls `done` when it is painted, with every letter loaded. */
function putScene(scene: MapScene, prepared: Prepared, done: Parameters<PutOnMap>[1]): () => void {
  const over = overOf(scene)
  layOver(over)
  showPrepared(scene, prepared)
  let stopWaiting = () => {}
  const stopFraming = frameScene(scene, { onStage: true, atOnce: true }, () => {
    stopWaiting = whenMapPainted(() => {
      const seen = Object.entries(view.peek()).filter(([name]) => name in over)
      done(Object.fromEntries(seen))
    })
  })
  return () => {
    stopFraming()
    stopWaiting()
  }
}

/** What of a scene its map shows: while a scene is written, a change of its words leaves the map as it is. */
function shownOf(scene: MapScene): string {
  const { title, text, notes, questions, seconds, barsTitle, figures, claims, ...shown } = scene
  return JSON.stringify(shown)
}

/** What a prepared scene of the stage adds to the map. */
function showPrepared(scene: MapScene, { figures, answers }: Prepared): void {
  const { rings: prepared, areas, stretches } = answers.get(scene.id) ?? NO_ANSWER
  rings.value = prepared
  sceneShown.value = {
    ranking: rankedInScene(scene, figures.get(scene.id) ?? []),
    areas,
    stretches,
  }
}

/** The same on the desk, as soon as it is known; returns what stops waiting for it. */
function showAsKnown(scene: MapScene): () => void {
  deskAnswer.reset()
  if (scene.analysis) deskAnswer.ask(scene)
  return effect(() => {
    const asked = deskAnswer.asked.value
    const { rings: known, areas, stretches } = asked.kind === 'answered' ? asked.result : NO_ANSWER
    rings.value = known
    sceneShown.value = { ranking: deskRanking.value, areas, stretches }
  })
}

/**
 * Calls `act` in the task in which the map has painted everything and rests; returns the stop. Every name has then
 * taken its side once all of them were there: MapLibre leaves a name on the side that was free when it came.
 */
function whenMapPainted(act: () => void): () => void {
  const root = document.documentElement
  let hasPlacedAnew = false
  // Told within the task that paints: what is painted can be read then.
  const watching = new MutationObserver(() => {
    if (root.dataset.mapIdle !== 'true') return
    // A letter on its way is painted when it has come.
    if (document.fonts.status === 'loading') {
      void document.fonts.ready.then(() => currentMap()?.triggerRepaint())
      return
    }
    if (!hasPlacedAnew) {
      hasPlacedAnew = true
      const map = currentMap()
      if (map) placeNamesAnew(map)
      return
    }
    stop()
    act()
  })
  let request = requestAnimationFrame(() => {
    // Two frames: the map learns of the change in the first and says "not idle" by the second.
    request = requestAnimationFrame(() => {
      watching.observe(root, { attributeFilter: ['data-map-idle'] })
      // A map that rests already says so once more.
      currentMap()?.triggerRepaint()
    })
  })
  function stop() {
    cancelAnimationFrame(request)
    watching.disconnect()
  }
  return stop
}
