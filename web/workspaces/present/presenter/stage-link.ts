// The stage's end of the link: tells where it stands, does what the presenter's window asks for.
import { batch, effect } from '@preact/signals'
import { z } from 'zod'
import { view } from '#web/state/view/store.ts'
import { show } from '#web/workspaces/present/present-prepare.ts'
import {
  FullScreenAsked,
  joinChannel,
  type Link,
  nameAnew,
  PresenterSaid,
  type StageSaid,
  Standing,
  stageName,
} from '#web/workspaces/present/presenter/link.ts'
import { asking, comeBack } from '#web/workspaces/present/stage/asking.ts'
import {
  fillScreen,
  goTo,
  isFull,
  perform,
  presenterWindow,
  stage,
} from '#web/workspaces/present/stage/stage.ts'
import {
  began,
  beginClock,
  endClock,
  restartClock,
} from '#web/workspaces/present/stage/stage-clock.ts'

const Heard = z.discriminatedUnion('kind', [...PresenterSaid.options, Standing])

/** Of two pages with one name the later has to take another. */
const page = performance.timeOrigin

let link: Link<StageSaid> | null = null

/** Links the stage of this page, once; its clock runs while it presents. */
export function linkStage(): void {
  if (link || !('BroadcastChannel' in globalThis)) return
  link = joinChannel<StageSaid, z.infer<typeof Heard>>({
    kind: Heard,
    hear: (message) => (message.kind === 'stands' ? meet(message) : hear(message)),
    farewell: () => ({ kind: 'closed', stage: stageName() }),
    onBack: sayStanding,
  })
  const { say } = link
  let wasOn = false
  effect(() => {
    const { kind } = show.value
    // A story that is made ready once more goes on.
    if (kind === 'computing') return
    if (kind === 'answered') beginClock()
    else if (wasOn) endClock()
    wasOn = kind === 'answered'
    if (wasOn) sayStory()
  })
  let hasSpoken = false
  effect(() => {
    const standing = standingNow()
    if (!standing && show.peek().kind === 'computing') return
    if (standing || hasSpoken) say(standing ?? { kind: 'ended', stage: stageName() })
    hasSpoken = standing !== null
  })
  addEventListener('message', ({ origin, data }) => {
    const asked = origin === location.origin && FullScreenAsked.safeParse(data)
    if (asked && asked.data?.stage === stageName()) fillScreen()
  })
}

/** Where the stage stands; null: nothing is presented. */
function standingNow(): Standing | null {
  const state = show.value
  const since = began.value
  const { scene } = view.value
  const { blank, playing } = stage.value
  const held = { isFull: isFull.value, isAsking: asking.value }
  if (state.kind !== 'answered' || since === null) return null
  const of = { stage: stageName(), page, storyId: state.result.story.id }
  return { kind: 'stands', ...of, scene, began: since, blank, playing, ...held }
}

function sayStanding(): void {
  const standing = standingNow()
  if (standing) link?.say(standing)
}

/** All that is shown, to a window that listens. */
function sayStory(): void {
  const state = show.peek()
  if (presenterWindow.peek() !== 'linked' || state.kind !== 'answered') return
  const { story, figures, sources } = state.result
  const items = [...figures].map(([sceneId, answers]) => ({
    sceneId,
    figures: answers,
    analysisSource: sources.get(sceneId) ?? null,
  }))
  link?.say({ kind: 'story', stage: stageName(), story, figures: items })
}

function hear(message: PresenterSaid): void {
  // Windows of other stages hear of this one too.
  if (message.kind === 'hello') sayStanding()
  if (message.stage !== stageName()) return
  const state = show.peek()
  if (message.kind === 'hello') {
    presenterWindow.value = 'linked'
    if (!message.hasStory) sayStory()
  } else if (message.kind === 'bye') loseWindow()
  else if (message.kind === 'return') comeBack()
  else if (message.kind === 'restart') restartClock()
  // While something is tried out, the scene that was left stays where it is.
  else if (asking.peek() || state.kind !== 'answered') return
  else if (message.kind === 'act') perform(message.act)
  else if (message.scene < state.result.story.scenes.length) {
    batch(() => {
      stage.value = { ...stage.peek(), overlay: null, blank: null }
      goTo(message.scene)
    })
  }
}

/** A window that went after another was asked for is missed no more. */
function loseWindow(): void {
  const kind = presenterWindow.peek()
  if (kind === 'linked' || kind === 'none') presenterWindow.value = 'gone'
}

/** Another page by the name of this one: a tab that was copied has the memory of the first. */
function meet(other: Standing): void {
  if (other.stage !== stageName() || other.page === page) return
  // The first tells the later one, which gives up the name.
  if (other.page < page) nameAnew()
  sayStanding()
}
