// A presentation for other screens, as the stage and its followers ask the server about it.
import {
  PRESENTER_TOKEN,
  type PresentationChange,
  type PresentationStarted,
  type PresentationState,
  type RemoteStanding,
  type RemoteSwitch,
} from '#geodata/contract/presentations.ts'
import { ask } from '#web/api/client.ts'

const pathOf = (id: string) => `/api/presentations/${encodeURIComponent(id)}`

export const eventsPath = (id: string) => `${pathOf(id)}/events`
export const deskPath = (id: string) => `${pathOf(id)}/desk`
export const asPresenter = (token: string) => ({ [PRESENTER_TOKEN]: token })

/** Whoever starts it holds the token. */
export type Led = { id: string; token: string }

export function startPresentation(state: PresentationState): Promise<PresentationStarted> {
  return ask('/api/presentations', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ state }),
  })
}

export function tellState({ id, token }: Led, change: PresentationChange): Promise<void> {
  return ask(`${pathOf(id)}/state`, put(token, change))
}

export function switchRemote({ id, token }: Led, to: RemoteSwitch): Promise<RemoteStanding> {
  return ask(`${pathOf(id)}/remote`, put(token, to))
}

export function endPresentation({ id, token }: Led): Promise<void> {
  return ask(pathOf(id), { method: 'DELETE', headers: asPresenter(token) })
}

const put = (token: string, body: object) => ({
  method: 'PUT',
  headers: { 'Content-Type': 'application/json', ...asPresenter(token) },
  body: JSON.stringify(body),
})
