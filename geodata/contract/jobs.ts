// Long work started from the page: extracts that lie ready, networks built from them, and the jobs.
import { z } from 'zod'

/** A name of a file in bytes, so that what is written beside it under a longer one fits a file system too. */
const MOST_NAME_BYTES = 200
const fitsFileSystem = (name: string) => new TextEncoder().encode(name).length <= MOST_NAME_BYTES

/** An OpenStreetMap extract by its name alone: no folder, no sign that could lead to one. */
export const ExtractName = z
  .string()
  .refine(
    (name) => /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}\.osm\.pbf$/u.test(name) && fitsFileSystem(name),
    {
      error:
        'A name like “region.osm.pbf” is expected: up to 60 letters, digits, dots and dashes, then .osm.pbf',
      params: {
        zh: '应为“region.osm.pbf”这样的名称：至多 60 个字母、数字、点和短横，以 .osm.pbf 结尾',
      },
    },
  )

/** "skeleton" is the network that is always there. */
export const NetworkName = z
  .string()
  .refine(
    (name) =>
      /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u.test(name) &&
      name !== 'skeleton' &&
      fitsFileSystem(name),
    {
      error: 'Up to 60 letters, digits, dots and dashes are expected, and not “skeleton”',
      params: { zh: '应为至多 60 个字母、数字、点和短横，且不为“skeleton”' },
    },
  )

/** GET /api/extracts: what lies in DATA_DIR/extracts, by name. */
export const Extract = z.object({
  name: z.string(),
  bytes: z.number().int(),
  /** When it was written here (ISO 8601, UTC). */
  date: z.string(),
})
export type Extract = z.infer<typeof Extract>
export const ExtractList = z.object({ items: z.array(Extract) })

export const EXTRACT_LIMIT_BYTES = 8 * 1024 ** 3

/** POST /api/networks. */
export const NetworkOrder = z.strictObject({
  name: NetworkName,
  extracts: z.array(ExtractName).min(1).max(40),
  /** Ends roads where an extract does not hold their nodes, instead of refusing it. */
  cutAtMissingNodes: z.boolean().default(false),
})
export type NetworkOrder = z.infer<typeof NetworkOrder>

/** statusInfo of OGC API – Processes; `message` is English, `messageZh` says the same in Chinese. */
const StatusInfo = z.object({
  jobID: z.string(),
  type: z.literal('process'),
  status: z.enum(['accepted', 'running', 'successful', 'failed', 'dismissed']),
  progress: z.number().int().min(0).max(100),
  message: z.string(),
  messageZh: z.string(),
  created: z.string(),
  started: z.string().optional(),
  finished: z.string().optional(),
})

/** A network that is built. */
export const BuildJob = StatusInfo.extend({
  processID: z.literal('network'),
  /** What was asked for. */
  order: NetworkOrder,
})
export type BuildJob = z.infer<typeof BuildJob>

/** A process of /api/processes that runs beside the server. */
export const AnalysisJob = StatusInfo.extend({ processID: z.string() })
export type AnalysisJob = z.infer<typeof AnalysisJob>

export const Job = z.union([BuildJob, AnalysisJob])
export type Job = z.infer<typeof Job>

/** GET /api/jobs: the newest first. */
export const JobList = z.object({
  jobs: z.array(Job),
  links: z.array(z.object({ rel: z.string(), href: z.string(), type: z.string() })),
})
