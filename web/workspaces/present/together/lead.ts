// The stage of this page leads other screens: it says where it stands, and does what a paired phone asks for.
//
// This is the only place where the stage and the server meet. The page is the truth; whenever the server is heard again
// after a break it is told anew where the stage stands.

import { effect, signal, untracked } from '@preact/signals'
import { oneLine } from '#geodata/analysis/stories/scene-told.ts'
import { plainStoryText } from '#geodata/analysis/stories/story-text.ts'
import {
  type PresentationChange,
  type PresentationState,
  PresenterDesk,
  type RemoteCard,
  RemoteCommand,
} from '#geodata/contract/presentations.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { hashOf } from '#geodata/model/hash.ts'
import { problemOf } from '#web/api/client.ts'
import { type Line, listen } from '#web/api/events.ts'
import { tabMemory } from '#web/api/memory.ts'
import {
  asPresenter,
  deskPath,
  endPresentation,
  type Led,
  startPresentation,
  switchRemote,
  tellState,
} from '#web/api/presentations.ts'
import { language } from '#web/messages/index.ts'
import { view } from '#web/state/view/store.ts'
import { sceneWords } from '#web/workspaces/present/present-figures.tsx'
import { show } from '#web/workspaces/present/present-prepare.ts'
import { type Prepared, sceneAt } from '#web/workspaces/present/scenes.ts'
import { comeBack, isAsking } from '#web/workspaces/present/stage/asking.ts'
import { goTo, perform, stage } from '#web/workspaces/present/stage/stage.ts'
import { began } from '#web/workspaces/present/stage/stage-clock.ts'
import { plannedSeconds } from '#web/workspaces/present/stage/time-plan.ts'
import { LED_PRESENTATION } from '#web/workspaces/present/together/led-presentation.ts'

export type Leading =
  | { kind: 'off' }
  | { kind: 'starting' }
  | { kind: 'on'; led: Led; desk: PresenterDesk | null; line: Line }
  /** Another window of this browser leads now. */
  | { kind: 'replaced' }
  | { kind: 'failed'; problem: Problem }

export const leading = signal<Leading>({ kind: 'off' })
/** What went wrong with the remote last; null: nothing. */
export const remoteProblem = signal<Problem | null>(null)

let stops: (() => void)[] = []
/** The phone was let in, and is again when the server has been started anew. */
let wantsRemote = false

/** Starts a presentation that others can follow. */
export async function startLeading(): Promise<void> {
  const state = standing()
  if (!state || leading.peek().kind === 'on') return
  leading.value = { kind: 'starting' }
  try {
    const { id, token } = await startPresentation(state)
    tabMemory.setItem(LED_PRESENTATION, JSON.stringify({ id, token }))
    lead({ id, token })
  } catch (error) {
    leading.value = { kind: 'failed', problem: problemOf(error) }
  }
}

/** A page that is loaded again leads on. */
export function resumeLeading(): void {
  const kept = tabMemory.getItem(LED_PRESENTATION)
  if (kept === null || leading.peek().kind !== 'off') return
  const { id, token } = JSON.parse(kept)
  lead({ id, token })
}

/** Everybody is told that it is over; the remote is closed. */
export async function endLeading(): Promise<void> {
  const now = leading.peek()
  leave({ kind: 'off' })
  // Who cannot be told now hears that the stage is away, and the server forgets it after a while.
  if (now.kind === 'on') await endPresentation(now.led).catch(() => {})
}

/** Lets a phone in, or no longer; on once more: another code. */
export async function letPhoneIn(isOn: boolean, host?: string): Promise<void> {
  const now = leading.peek()
  if (now.kind !== 'on') return
  wantsRemote = isOn
  remoteProblem.value = null
  try {
    const remote = await switchRemote(now.led, { isOn, ...(host ? { host } : {}) })
    const { value } = leading
    if (value.kind === 'on' && value.desk) {
      leading.value = { ...value, desk: { ...value.desk, remote } }
    }
  } catch (error) {
    wantsRemote = false
    remoteProblem.value = problemOf(error)
  }
}

function leave(to: Leading): void {
  for (const stop of stops) stop()
  stops = []
  wantsRemote = false
  remoteProblem.value = null
  tabMemory.removeItem(LED_PRESENTATION)
  leading.value = to
}

function lead(led: Led): void {
  const say = sayer(led)
  let said: string | null = null
  const on = (change: Partial<Extract<Leading, { kind: 'on' }>>) => {
    const now = leading.peek()
    if (now.kind === 'on') leading.value = { ...now, ...change }
  }
  leading.value = { kind: 'on', led, desk: null, line: 'coming' }
  const hear = (name: string, data: unknown) => {
    if (name === 'replaced') leave({ kind: 'replaced' })
    else if (name === 'ended') leave({ kind: 'off' })
    else if (name === 'desk') {
      const desk = PresenterDesk.parse(data)
      on({ desk })
      if (desk.remote.kind === 'on') wantsRemote = true
      else if (desk.remote.expired) wantsRemote = false
      // The server was started anew meanwhile: the paired phone looks for it.
      else if (wantsRemote) void letPhoneIn(true)
    } else if (name === 'command') follow(RemoteCommand.parse(data))
  }
  stops = [
    listen(deskPath(led.id), {
      headers: asPresenter(led.token),
      hear,
      onLine: (line) => {
        on({ line })
        if (line === 'up') say(whole())
      },
      onRefused: (problem) => leave({ kind: 'failed', problem }),
    }),
    effect(() => {
      const change = whole()
      const now =
        change && JSON.stringify([change.state, { ...change.card, elapsedSeconds: 0 }, began.value])
      // Most of what changes in a view is no matter of theirs.
      if (now === said) return
      said = now
      untracked(() => say(change))
    }),
  ]
}

/** Tells the newest, one after the other; what could not be told is told when the server is heard again. */
function sayer(led: Led): (change: PresentationChange | null) => void {
  let next: PresentationChange | null = null
  let isTelling = false
  const tell = async () => {
    isTelling = true
    while (next) {
      const change = next
      next = null
      try {
        await tellState(led, change)
      } catch {
        next ??= change
        break
      }
    }
    isTelling = false
  }
  return (change) => {
    if (change === null) return
    next = change
    if (!isTelling) void tell()
  }
}

/** What a phone asks for. Where the script is left for a question it first leads back. */
function follow(command: RemoteCommand): void {
  if (isAsking()) comeBack()
  else if (command.act === 'go') goTo(command.scene)
  else perform(command.act === 'blank' ? 'black' : command.act)
}

/** Where the stage stands; null: nothing is on it. Read within an effect, it is read again at every change. */
function standing(): PresentationState | null {
  const prepared = onStage()
  const current = prepared && sceneAt(prepared.story, view.value.scene)
  if (!current) return null
  const { story } = prepared
  return {
    storyId: story.id,
    revision: revisionOf(prepared),
    sceneId: current.scene.id,
    scene: current.index,
    blank: stage.value.blank,
  }
}

function whole(): PresentationChange | null {
  const prepared = onStage()
  const state = standing()
  return prepared && state && { state, card: cardOf(prepared, state) }
}

function onStage(): Prepared | null {
  const state = show.value
  return state.kind === 'answered' ? state.result : null
}

let revised: { of: Prepared; revision: string } | null = null
function revisionOf(prepared: Prepared): string {
  if (revised?.of !== prepared) revised = { of: prepared, revision: hashOf(prepared.story) }
  return revised.revision
}

function cardOf({ story, figures }: Prepared, { scene, blank }: PresentationState): RemoteCard {
  const words = (index: number, part: 'title' | 'notes') => {
    const one = story.scenes[index]
    const said = one ? sceneWords(one, part, figures.get(one.id) ?? []) : ''
    return part === 'notes' ? plainStoryText(said) : said
  }
  const title = (index: number) => oneLine(words(index, 'title'), language.value)
  const seconds = plannedSeconds(story).slice(0, scene + 1)
  return {
    language: language.value,
    scene,
    scenes: story.scenes.length,
    title: title(scene),
    notes: words(scene, 'notes'),
    nextTitle: scene + 1 < story.scenes.length ? title(scene + 1) : null,
    blank,
    elapsedSeconds: Math.max(0, (Date.now() - (began.value ?? Date.now())) / 1000),
    plannedSeconds: seconds.reduce((sum, one) => sum + one, 0),
  }
}
