// What do a stage and the presenter's window of the same browser say to each other?
//
// All of them hear one channel, and every message names its stage: a window follows its own, and hears of others. The
// stage says where it stands at every change and when it is greeted, so a window that is opened late, or loaded
// again, has only to greet.
import { z } from 'zod'
import { SceneFigures, Story } from '#geodata/contract/stories.ts'
import { tabMemory } from '#web/api/memory.ts'
import { KEYS } from '#web/workspaces/present/stage/keys.ts'

const stage = z.string().min(1).max(40)
const scene = z.number().int().min(0)

export const Standing = z.object({
  kind: z.literal('stands'),
  stage,
  /** The page that is this stage, by the moment it was opened: two pages may have come by the same name. */
  page: z.number(),
  storyId: z.string(),
  scene,
  /** Milliseconds since 1970. */
  began: z.number(),
  blank: z.enum(['black', 'white']).nullable(),
  playing: z.enum(['on', 'paused']).nullable(),
  isFull: z.boolean(),
  /** The script is left for a question. */
  isAsking: z.boolean(),
})
export type Standing = z.infer<typeof Standing>

export const StageSaid = z.discriminatedUnion('kind', [
  Standing,
  /** All that is shown, word for word: the window asks no server, which may be out of reach. */
  z.object({ kind: z.literal('story'), stage, story: Story, figures: z.array(SceneFigures) }),
  /** Nothing is presented any more; the page is still there. */
  z.object({ kind: z.literal('ended'), stage }),
  /** The page goes, for good or to be loaded again. */
  z.object({ kind: z.literal('closed'), stage }),
])
export type StageSaid = z.infer<typeof StageSaid>

export const PresenterSaid = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), stage, hasStory: z.boolean() }),
  z.object({ kind: z.literal('act'), stage, act: z.enum(KEYS.map(({ act }) => act)) }),
  z.object({ kind: z.literal('go'), stage, scene }),
  /** The clock begins anew. */
  z.object({ kind: z.literal('restart'), stage }),
  /** Back from a question to the scene. */
  z.object({ kind: z.literal('return'), stage }),
  /** The window goes. */
  z.object({ kind: z.literal('bye'), stage }),
])
export type PresenterSaid = z.infer<typeof PresenterSaid>

/** Sent from window to window: only so does the right to fill the screen go along with a click. */
export const FullScreenAsked = z.object({ kind: z.literal('park-atlas.fill-screen'), stage })
export type FullScreenAsked = z.infer<typeof FullScreenAsked>

const CHANNEL = 'park-atlas.presenting'
const STAGE = 'park-atlas.stage'

/** The name of the stage of this tab; it stays over a reload. */
export function stageName(): string {
  return tabMemory.getItem(STAGE) ?? nameAnew()
}

/** A stage opened from this tab shall have the name of the one that it takes the place of. */
export function nameAfter(stage: string | null): void {
  if (stage) tabMemory.setItem(STAGE, stage)
}

/** For a tab that came with the name of the one it was copied from. */
export function nameAnew(): string {
  const made = Math.random().toString(36).slice(2, 10)
  tabMemory.setItem(STAGE, made)
  return made
}

export type Link<Said> = { say: (message: Said) => void; close: () => void }

type Channel<Said, Heard> = {
  /** What is not of this kind is for others, or of another version of the page. */
  kind: z.ZodType<Heard>
  hear: (message: Heard) => void
  /** The last word of a page that goes. */
  farewell: () => Said
  /** The page went and comes back as it was. */
  onBack: () => void
}

/**
 * Joins the channel. Until the browser has taken a page away that said farewell it may still hear questions and run
 * timers, for seconds where the machine is busy: who answered them would be taken for being there.
 */
export function joinChannel<Said, Heard>({
  kind,
  hear,
  farewell,
  onBack,
}: Channel<Said, Heard>): Link<Said> {
  const channel = new BroadcastChannel(CHANNEL)
  const joined = new AbortController()
  const { signal } = joined
  let hasGone = false
  const say = (message: Said) => {
    if (!hasGone) channel.postMessage(message)
  }
  const onMessage = ({ data }: MessageEvent) => {
    const message = hasGone ? null : kind.safeParse(data)
    if (message?.success) hear(message.data)
  }
  const onHide = () => {
    say(farewell())
    hasGone = true
  }
  const onShow = ({ persisted }: PageTransitionEvent) => {
    hasGone = false
    if (persisted) onBack()
  }
  channel.addEventListener('message', onMessage, { signal })
  addEventListener('pagehide', onHide, { signal })
  addEventListener('pageshow', onShow, { signal })
  const close = () => {
    joined.abort()
    channel.close()
  }
  return { say, close }
}
