// The stage's end of the link: tells where it stands, does what the presenter's window asks for.
import { effect } from '@preact/signals'
import { view } from '#web/state/view/store.ts'
import { show } from '#web/workspaces/present/present-prepare.ts'
import {
  linkOfStage,
  type PresenterSaid,
  type StageSaid,
  stageName,
} from '#web/workspaces/present/presenter/link.ts'
import { asking } from '#web/workspaces/present/stage/asking.ts'
import { goTo, perform, stage } from '#web/workspaces/present/stage/stage.ts'
import { began, restartClock } from '#web/workspaces/present/stage/stage-clock.ts'

let isLinked = false

/** Links this page's stage, once; it says when nothing is presented any more. */
export function linkStage(): void {
  if (isLinked || !('BroadcastChannel' in globalThis)) return
  isLinked = true
  const { say } = linkOfStage(stageName(), (message) => hear(message, () => say(standing())))
  effect(() => say(standing()))
}

function standing(): StageSaid {
  const state = show.value
  const { scene } = view.value
  const since = began.value
  const { blank, playing } = stage.value
  const isAsking = asking.value !== null
  if (state.kind !== 'answered' || since === null) return { kind: 'ended' }
  const { id: storyId } = state.result.story
  return { kind: 'stands', storyId, scene, began: since, blank, playing, isAsking }
}

function hear(message: PresenterSaid, answer: () => void): void {
  if (message.kind === 'hello') answer()
  else if (message.kind === 'restart') restartClock()
  else if (message.kind === 'act') perform(message.act)
  else if (asking.peek() === null) goTo(message.scene)
}
