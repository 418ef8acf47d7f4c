// What only the operator of the server may do: bring extracts, build and remove road networks.
import type { BuildJob, Extract, Job, NetworkOrder } from '#geodata/contract/jobs.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { ask, ProblemError } from '#web/api/client.ts'
import { adminToken, at, setAdminToken } from '#web/api/reach.ts'

export const listExtracts = async (signal: AbortSignal) =>
  (await ask<{ items: Extract[] }>('/api/extracts', { signal })).items
/** Builds of networks alone, the newest first; analyses belong to the users who started them. */
export const listJobs = async () =>
  (await ask<{ jobs: Job[] }>('/api/jobs')).jobs.filter((job): job is BuildJob => 'order' in job)
export const getJob = (id: string) => ask<BuildJob>(`/api/jobs/${id}`)
export const dismissJob = (id: string) => asAdmin<BuildJob>(`/api/jobs/${id}`, { method: 'DELETE' })
export const removeNetwork = (id: string) =>
  asAdmin<null>(`/api/networks/${encodeURIComponent(id)}`, { method: 'DELETE' })
export const orderNetwork = (order: NetworkOrder) =>
  asAdmin<BuildJob>('/api/networks', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(order),
  })

/** A token that the server does not take is forgotten, so that it is asked for again. */
async function asAdmin<T>(path: string, init: RequestInit): Promise<T> {
  try {
    return await ask<T>(path, init)
  } catch (error) {
    throw forgetRefused(error)
  }
}

function forgetRefused(error: unknown): unknown {
  if (error instanceof ProblemError && error.problem.status === 401) setAdminToken(null)
  return error
}

export type Upload = { done: Promise<void>; stop: () => void }

/** Sends a file as an extract of its name; fetch does not report progress, so it is not used. */
export function uploadExtract(file: File, onShare: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<void>((resolve, reject) => {
    request.open('PUT', at(`/api/extracts/${encodeURIComponent(file.name)}`))
    request.setRequestHeader('Authorization', `Bearer ${adminToken.peek() ?? ''}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    request.onload = () => {
      if (request.status < 400) resolve()
      else reject(forgetRefused(refusalOf(request)))
    }
    request.onerror = () => reject(new Error('No answer'))
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'))
    request.send(file)
  })
  return { done, stop: () => request.abort() }
}

function refusalOf({ responseText, status }: XMLHttpRequest): Error {
  try {
    return new ProblemError(JSON.parse(responseText) as Problem)
  } catch {
    return new Error(`The server answered ${status}.`)
  }
}
