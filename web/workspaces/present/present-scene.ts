// Puts a scene on the map, and says when the map has drawn all of it.
import { effect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { LAYERS } from '#geodata/contract/collections.ts'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { MapScene } from '#geodata/contract/stories.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { currentMap, wallScale } from '#web/map/current.ts'
import { lookAt } from '#web/map/opening-frame.ts'
import { rings } from '#web/state/answers/rings.ts'
import { layOver, ownView, view } from '#web/state/view/store.ts'
import { frameScene } from '#web/workspaces/present/present-frame.ts'
import { ringsOf } from '#web/workspaces/present/present-prepare.ts'
import { sceneLayers, sceneView } from '#web/workspaces/present/scenes.ts'

/** Gives back, when the workspace closes, what scenes lay over: the view, the map, the rings. */
export function useOwnViewBack(): void {
  useEffect(
    () => () => {
      deskRings.reset()
      rings.value = null
      layOver(null)
      const map = currentMap()
      map?.setPixelRatio(devicePixelRatio * wallScale())
      map?.jumpTo({ bearing: 0, pitch: 0 })
      if (map) lookAt(map, view.peek().camera)
    },
    [],
  )
}

/** The rings of the scene on the desk; without them it still shows the ground. */
export const deskRings = newestOnly(ringsOf)

/** True once the map shows the scene: framed, drawn, at rest, with every letter loaded. */
export function useSceneOnMap(
  scene: MapScene | null,
  /** Which scene of the story stands on that ground. */
  at: number,
  /** Per scene id, what the stage has prepared; null: the desk asks by itself. */
  prepared: ReadonlyMap<string, IsochroneResult | null> | null,
): boolean {
  const onStage = prepared !== null
  const wanted = scene ? `${scene.id}/${at}/${onStage}` : null
  const [drawn, setDrawn] = useState<string | null>(null)
  useEffect(() => {
    if (!scene) return
    let gone = false
    layOver({
      ...sceneView(scene.address),
      hiddenLayers: sceneLayers(LAYERS, scene),
      ...(scene.systems ? { filters: { systems: scene.systems } } : {}),
      ...(scene.selection ? { selection: scene.selection } : {}),
      // Where the map looks during a scene is not where the user looked.
      camera: ownView.peek().camera,
    })
    const stopRings = showRings(scene, prepared)
    let stopWaiting = () => {}
    const settle = () => {
      stopWaiting()
      stopWaiting = whenMapIdle(() => {
        void document.fonts.ready.then(() => !gone && setDrawn(wanted))
      })
    }
    let stopFraming = frameScene(scene, { onStage, atOnce: onStage }, settle)
    const reframe = () => {
      stopFraming()
      stopFraming = frameScene(scene, { onStage, atOnce: true }, settle)
    }
    addEventListener('resize', reframe)
    return () => {
      gone = true
      stopRings()
      stopFraming()
      stopWaiting()
      removeEventListener('resize', reframe)
    }
  }, [wanted])
  return wanted !== null && drawn === wanted
}

/** The rings of a scene on the map, as soon as they are known; returns what stops waiting for them. */
function showRings(
  scene: MapScene,
  prepared: ReadonlyMap<string, IsochroneResult | null> | null,
): () => void {
  rings.value = prepared?.get(scene.id) ?? null
  deskRings.reset()
  if (prepared || !scene.analysis) return () => {}
  deskRings.ask(scene)
  return effect(() => {
    const asked = deskRings.asked.value
    if (asked.kind === 'answered') rings.value = asked.result
  })
}

/** Calls `act` once the map says that it has drawn everything; returns the stop. */
function whenMapIdle(act: () => void): () => void {
  const root = document.documentElement
  const watching = new MutationObserver(check)
  let request = requestAnimationFrame(() => {
    // Two frames: the map learns of the change in the first and says "not idle" by the second.
    request = requestAnimationFrame(() => {
      watching.observe(root, { attributeFilter: ['data-map-idle'] })
      check()
    })
  })
  function check() {
    if (root.dataset.mapIdle !== 'true') return
    stop()
    act()
  }
  function stop() {
    cancelAnimationFrame(request)
    watching.disconnect()
  }
  return stop
}
