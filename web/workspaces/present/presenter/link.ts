// How do the stage and the presenter's window of one browser hear each other?
//
// By a channel of the stage's own name, so that two presentations in one browser do not mix. The stage says where it
// stands at every change and when it is greeted: a window opened late, or loaded again, greets.
import { z } from 'zod'
import { tabMemory } from '#web/api/memory.ts'
import { KEYS } from '#web/workspaces/present/stage/keys.ts'

const StageSaid = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('stands'),
    storyId: z.string(),
    scene: z.number().int().min(0),
    /** Milliseconds since 1970. */
    began: z.number(),
    blank: z.enum(['black', 'white']).nullable(),
    playing: z.enum(['on', 'paused']).nullable(),
    /** The script is left for a question. */
    isAsking: z.boolean(),
  }),
  z.object({ kind: z.literal('ended') }),
])
export type StageSaid = z.infer<typeof StageSaid>

const PresenterSaid = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('act'), act: z.enum(KEYS.map(({ act }) => act)) }),
  z.object({ kind: z.literal('go'), scene: z.number().int().min(0) }),
  z.object({ kind: z.literal('restart') }),
])
export type PresenterSaid = z.infer<typeof PresenterSaid>

const STAGE = 'park-atlas.stage'

/** The name of the stage of this tab; it stays over a reload. */
export function stageName(): string {
  const kept = tabMemory.getItem(STAGE)
  if (kept) return kept
  const made = Math.random().toString(36).slice(2, 10)
  tabMemory.setItem(STAGE, made)
  return made
}

type Link<Said> = { say: (message: Said) => void; close: () => void }

function link<Said, Heard>(
  stage: string,
  heard: z.ZodType<Heard>,
  hear: (message: Heard) => void,
): Link<Said> {
  const channel = new BroadcastChannel(`park-atlas.stage.${stage}`)
  channel.addEventListener('message', ({ data }) => {
    // What the other side says is for it; what neither understands is of another version of the page.
    const message = heard.safeParse(data)
    if (message.success) hear(message.data)
  })
  return {
    say: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}

export function linkOfStage(
  stage: string,
  hear: (message: PresenterSaid) => void,
): Link<StageSaid> {
  return link(stage, PresenterSaid, hear)
}

export function linkOfPresenter(
  stage: string,
  hear: (message: StageSaid) => void,
): Link<PresenterSaid> {
  return link(stage, StageSaid, hear)
}
