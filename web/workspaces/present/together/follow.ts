// This page follows the stage of another: it shows the scene that is on there, and may look around by itself.
import { batch, effect, signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Presentation } from '#geodata/contract/presentations.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { Story } from '#geodata/contract/stories.ts'
import { hashOf } from '#geodata/model/hash.ts'
import { type Line, listen } from '#web/api/events.ts'
import { eventsPath } from '#web/api/presentations.ts'
import { followView, ownView } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'
import { prepareShow, show } from '#web/workspaces/present/present-prepare.ts'
import { stage } from '#web/workspaces/present/stage/stage.ts'

export type Following =
  | { kind: 'coming'; line: Line }
  | { kind: 'on'; line: Line; standing: Presentation }
  /** Ended, or never there: then the problem says so. */
  | { kind: 'over'; problem: Problem | null }

export const following = signal<Following>({ kind: 'coming', line: 'coming' })
/** Who follows looks around by himself. */
export const isAway = signal(false)

/** The scene this page was led to last. */
let ledTo: { storyId: string; scene: number } | null = null

/** The scene of a story that a stage shows, which may have it in another order. */
export function sceneOf({ scenes }: Story, { sceneId, scene }: Presentation['state']): number {
  const index = scenes.findIndex(({ id }) => id === sceneId)
  return index >= 0 ? index : Math.min(scene, scenes.length - 1)
}

/** Whether a view is still where it was led to. */
export function isWhereLed(view: View, led: { storyId: string; scene: number }): boolean {
  const { workspace, onStage, storyId, scene } = view
  return workspace === 'present' && onStage && storyId === led.storyId && scene === led.scene
}

/** Follows as long as the address says whom. `again` reads the stories anew. */
export function useFollowing(stories: readonly Story[] | null, again: () => void): void {
  const { followId } = ownView.value
  const asked = useRef<string | null>(null)
  useEffect(() => {
    if (followId === null) return
    batch(() => {
      following.value = { kind: 'coming', line: 'coming' }
      isAway.value = false
    })
    ledTo = null
    const stop = listen(eventsPath(followId), {
      hear: (name, data) => {
        if (name === 'ended') {
          stop()
          following.value = { kind: 'over', problem: null }
        } else if (name === 'standing') {
          following.value = { kind: 'on', line: 'up', standing: Presentation.parse(data) }
        }
      },
      onLine: (line) => {
        const now = following.peek()
        if (now.kind !== 'over') following.value = { ...now, line }
      },
      onRefused: (problem) => {
        following.value = { kind: 'over', problem }
      },
    })
    const stopWatching = effect(() => {
      const seen = ownView.value
      if (ledTo && !isWhereLed(seen, ledTo)) isAway.value = true
    })
    return () => {
      stop()
      stopWatching()
    }
  }, [followId])
  const now = following.value
  const standing = followId !== null && now.kind === 'on' ? now.standing : null
  useEffect(() => {
    if (!standing || !stories || isAway.value) return
    const { state } = standing
    const story = stories.find(({ id }) => id === state.storyId)
    // Written or changed since the stories were read here: read once more, and then taken as it is.
    if ((!story || hashOf(story) !== state.revision) && asked.current !== state.revision) {
      asked.current = state.revision
      again()
    } else if (story) leadTo(story, state)
  }, [standing, stories, isAway.value])
}

function leadTo(story: Story, state: Presentation['state']): void {
  const led = { storyId: story.id, scene: sceneOf(story, state) }
  batch(() => {
    ledTo = led
    followView({ workspace: 'present', onStage: true, ...led })
    if (stage.peek().blank !== state.blank) stage.value = { ...stage.peek(), blank: state.blank }
  })
  const prepared = show.peek()
  // Another story, or this one as it is now.
  if (prepared.kind === 'answered' && hashOf(prepared.result.story) !== hashOf(story)) {
    prepareShow(story)
  }
}

/** Back to what is on at the stage. */
export function comeBackToStage(): void {
  isAway.value = false
}

/** Follows no more; what is shown stays. */
export function leaveFollowing(): void {
  ledTo = null
  followView({ followId: null })
}
