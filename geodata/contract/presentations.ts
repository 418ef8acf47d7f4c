// A story presented to several screens: where it stands, who follows, and the phone that turns its scenes.
//
// The stage of the presenter says where it stands; whoever follows is told the newest standing alone, at once when he
// joins and at every change. Only the holder of the token that was given at the start says anything.
import { z } from 'zod'
import { MOST_SCENES } from '#geodata/contract/stories.ts'

const SceneIndex = z
  .number()
  .int()
  .min(0)
  .max(MOST_SCENES - 1)

/** Where a presentation stands. Everybody who follows may read it. */
export const PresentationState = z.strictObject({
  storyId: z.string().min(1).max(80),
  /** A fingerprint of the story as the presenter shows it: a follower with another one reads it anew. */
  revision: z.string().min(1).max(40),
  sceneId: z.string().min(1).max(80),
  /** From 0. */
  scene: SceneIndex,
  blank: z.enum(['black', 'white']).nullable(),
})
export type PresentationState = z.infer<typeof PresentationState>

/** What the phone shows, in the language of the stage. It never goes to followers: it holds the notes. */
export const RemoteCard = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  scene: SceneIndex,
  scenes: z.number().int().min(1).max(MOST_SCENES),
  title: z.string().max(1000),
  notes: z.string().max(20_000),
  /** Null: this is the last one. */
  nextTitle: z.string().max(1000).nullable(),
  blank: z.enum(['black', 'white']).nullable(),
  /** Since the presentation began, as of when this is sent. */
  elapsedSeconds: z.number().min(0).max(10_000_000),
  /** How long the story is meant to take to the end of this scene. */
  plannedSeconds: z.number().min(0).max(10_000_000),
})
export type RemoteCard = z.infer<typeof RemoteCard>

/** POST /api/presentations */
export const PresentationStart = z.strictObject({ state: PresentationState })

/** `away`: the screen of the presenter has not been heard for some seconds. */
export const PRESENTER_STANDINGS = ['here', 'away'] as const

/** GET /api/presentations/{id}, and each `standing` event. */
export const Presentation = z.object({
  id: z.string(),
  state: PresentationState,
  /** Counts the changes. */
  change: z.number().int(),
  presenter: z.enum(PRESENTER_STANDINGS),
})
export type Presentation = z.infer<typeof Presentation>

/** The answer to POST: the one and only time that the token is told. */
export const PresentationStarted = Presentation.extend({ token: z.string() })
export type PresentationStarted = z.infer<typeof PresentationStarted>

/** The header by which the presenter is known. */
export const PRESENTER_TOKEN = 'Presenter-Token'

/** PUT /api/presentations/{id}/state */
export const PresentationChange = z.strictObject({
  state: PresentationState,
  /** Left out while no phone turns the scenes. */
  card: RemoteCard.optional(),
})
export type PresentationChange = z.infer<typeof PresentationChange>

/** What a phone asks the stage to do. */
export const RemoteCommand = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['next', 'previous', 'blank']) }),
  z.strictObject({ act: z.literal('go'), scene: SceneIndex }),
])
export type RemoteCommand = z.infer<typeof RemoteCommand>

export const REMOTE_CODE_DIGITS = 6

/** PUT /api/presentations/{id}/remote; on again: a new code, for another phone. */
export const RemoteSwitch = z.strictObject({
  isOn: z.boolean(),
  /** Which of the addresses of this machine it opens at; left out: the first. */
  host: z.string().max(80).optional(),
})
export type RemoteSwitch = z.infer<typeof RemoteSwitch>

export const RemoteStanding = z.discriminatedUnion('kind', [
  /** `expired`: no phone came in time, and it was closed again. `hosts`: where it could be opened. */
  z.object({ kind: z.literal('off'), expired: z.boolean(), hosts: z.array(z.string()) }),
  z.object({
    kind: z.literal('on'),
    /** Where a phone of the same network finds it: “http://192.168.1.5:40123”. */
    address: z.string(),
    host: z.string(),
    hosts: z.array(z.string()),
    /** Null: it was used, or has run out. */
    code: z.string().nullable(),
    /** How long the code still counts. */
    codeSeconds: z.number(),
    /** How many phones are paired. */
    phones: z.number().int(),
  }),
])
export type RemoteStanding = z.infer<typeof RemoteStanding>

/** Each `desk` event to the presenter. */
export const PresenterDesk = z.object({ followers: z.number().int(), remote: RemoteStanding })
export type PresenterDesk = z.infer<typeof PresenterDesk>

/** POST /api/remote/pairings, at the address that is open to phones. */
export const Pairing = z.strictObject({
  code: z
    .string()
    .regex(new RegExp(`^\\d{${REMOTE_CODE_DIGITS}}$`), `${REMOTE_CODE_DIGITS} digits`),
})
export const Paired = z.object({ token: z.string() })

/** The header by which a paired phone is known. */
export const REMOTE_TOKEN = 'Remote-Token'

/** Each `card` event to a phone; null: the stage has not said anything yet. */
export const RemoteView = z.object({
  card: RemoteCard.nullable(),
  presenter: z.enum(PRESENTER_STANDINGS),
})
export type RemoteView = z.infer<typeof RemoteView>

/** How often a stream says that it is still there; who hears nothing for three times as long asks anew. */
export const BEAT_MILLISECONDS = 5000
