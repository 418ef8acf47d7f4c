// How far are the extracts and the network that are being brought and built from this page?
import { signal } from '@preact/signals'
import type { BuildJob } from '#geodata/contract/jobs.ts'
import type { Problem } from '#geodata/contract/problem.ts'

export type Uploading = { name: string; share: number; stop: () => void }

/** The upload under way; null: there is none. */
export const uploading = signal<Uploading | null>(null)
/** The last job this page knows of, running or over. */
export const job = signal<BuildJob | null>(null)
/** What the last act came to when it failed, in the server's words. */
export const actProblem = signal<Problem | null>(null)

export function isOver({ status }: Pick<BuildJob, 'status'>): boolean {
  return status !== 'accepted' && status !== 'running'
}

/** The name of a network that would be built from an extract, e.g. region for region.osm.pbf. */
export function nameAfter(extract: string): string {
  return extract.replace(/\.osm\.pbf$/, '')
}

export function sizeText(bytes: number, language: string): string {
  const megabytes = bytes / 1e6
  const digits = megabytes < 10 ? 1 : 0
  return `${megabytes.toLocaleString(language, { maximumFractionDigits: digits })} MB`
}
