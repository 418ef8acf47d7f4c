// What do the routes need: data, road networks, basemaps, and the workers for long analyses?
import type { Basemap } from '#server/basemaps/offline-file.ts'
import type { BasemapSetting } from '#server/basemaps/setting.ts'
import type { Serving } from '#server/http/address.ts'
import type { Admin } from '#server/http/admin.ts'
import type { Imports } from '#server/imports/imports.ts'
import type { Presentations } from '#server/presentations/presentations.ts'
import type { Region } from '#server/region/region.ts'
import type { Store } from '#server/store/store.ts'
import type { AnalysisJobs } from '#server/workers/analysis-jobs.ts'
import type { NetworkBuilds } from '#server/workers/network-builds.ts'

export type Deps = {
  store: Store
  region: Region
  mapApprovalNumber: string | null
  /** Null: only the built-in one. */
  basemap: Basemap | null
  /** Absent: no basemaps beyond those. */
  basemaps?: BasemapSetting
  /** Absent: this machine alone. */
  serving?: Serving
  /** Who is the operator. Absent: nobody is. */
  admin?: Admin
  /** Absent: nothing is received or built here. */
  builds?: NetworkBuilds
  /** Absent: every analysis is run at once, and waited for. */
  analyses?: AnalysisJobs
  /** Absent: no other screen follows a presentation here. */
  presentations?: Presentations
  /** Absent: no files are taken in here. */
  imports?: Imports
  /** The folder of the built page. Absent: there is none. */
  pageFolder?: string
  /** Where surprises go; never to the client. */
  log: (error: unknown) => void
}

/** Asks the API itself, as a client would; the path begins below /api. */
export type AskApi = (path: string, init?: RequestInit) => Promise<Response>
