// Starts the server: environment in, one address out.
import { existsSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { z } from 'zod'
import { createApp } from '#server/app.ts'
import {
  BASEMAP_EXPECTED_ZH,
  BasemapEnvironment,
  RefusedBasemaps,
} from '#server/basemaps/environment.ts'
import { openBasemap } from '#server/basemaps/offline-file.ts'
import { readBasemapSetting } from '#server/basemaps/read-setting.ts'
import { newAdminToken } from '#server/http/admin.ts'
import { servePage } from '#server/http/page.ts'
import { firstNetwork, loadRegion, putNetwork } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { RefusedFile } from '#server/store/refused-file.ts'
import { analysisJobs } from '#server/workers/analysis-jobs.ts'
import { networkBuilds } from '#server/workers/network-builds.ts'

/** How long an answer under way may take after the server is asked to end. */
const GRACE_MILLISECONDS = 2000
/** How long an extract may take to come: 8 GiB at 10 Mbit/s. */
const UPLOAD_MILLISECONDS = 2 * 3600 * 1000

const PORT_EXPECTED = 'PORT is a whole number from 0 to 65535'

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_EXPECTED)
    .transform(Number)
    .pipe(z.number().max(65535, PORT_EXPECTED))
    .default(8787),
  DATA_DIR: z.string().min(1).default('data'),
  MAP_APPROVAL_NUMBER: z.string().optional(),
  ADMIN_TOKEN: z
    .string()
    .regex(/^(\S{16,})?$/, 'ADMIN_TOKEN has at least 16 characters and no spaces')
    .optional(),
  ...BasemapEnvironment,
})

const EXPECTED_ZH: Record<string, string> = {
  HOST: 'HOST 应为主机名或地址',
  PORT: 'PORT 应为 0 到 65535 的整数',
  DATA_DIR: 'DATA_DIR 应为文件夹路径',
  ADMIN_TOKEN: 'ADMIN_TOKEN 至少 16 个字符，不含空格',
  ...BASEMAP_EXPECTED_ZH,
}

const SECRETS = ['ADMIN_TOKEN', 'TIANDITU_KEY']

const parsed = Environment.safeParse(process.env)
if (!parsed.success) {
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0])
    // A secret that is too short is still a secret.
    const given = SECRETS.includes(name) ? '…' : process.env[name]
    console.error(
      `${name} came as “${given}”: ${issue.message}. ${EXPECTED_ZH[name]}，现为“${given}”。`,
    )
  }
  process.exit(2)
}
const environment = parsed.data
const basemaps = basemapsOrEnd()
const store = await openOrEnd()
const region = await loadRegion(store)
for (const { file, reason } of region.refusedNetworks) {
  const { name } = firstNetwork(region).summary
  console.error(
    `networks/${file} is not used: ${reason.en}. Build it again with npm run network; until then “${name.en}” answers.\nnetworks/${file} 未启用：${reason.zh}。请用 npm run network 重新生成；此前由“${name.zh}”作答。`,
  )
}
const log = (error: unknown) => console.error(error)
const adminToken = environment.ADMIN_TOKEN || newAdminToken()
const use = async (id: string) => putNetwork(region, await store.networks.read(region.id, id))
const jobs = await networkBuilds(store, region.id, use, log)
const analyses = analysisJobs(store, region.id, log)
const app = createApp({
  store,
  region,
  mapApprovalNumber: environment.MAP_APPROVAL_NUMBER || null,
  basemap: await openBasemap(store.tiles, region.id, (message) => console.error(message)),
  basemaps,
  builds: { adminToken, jobs },
  analyses,
  log,
})
if (existsSync('dist')) servePage(app, 'dist')
const server = serve(
  {
    fetch: app.fetch,
    hostname: environment.HOST,
    port: environment.PORT,
    serverOptions: { requestTimeout: UPLOAD_MILLISECONDS },
  },
  ({ port }) => {
    console.log(`Park Atlas 园链图: http://${environment.HOST}:${port}/`)
    // A token that was set is known to the operator, and stays out of logs.
    if (!environment.ADMIN_TOKEN) console.log(`Admin token 管理口令: ${adminToken}`)
  },
)
server.on('error', (error: NodeJS.ErrnoException) => {
  const { HOST, PORT } = environment
  const busy = error.code === 'EADDRINUSE'
  console.error(
    busy
      ? `Port ${PORT} is taken; set PORT to another, or to 0 for any. 端口 ${PORT} 已被占用；请把 PORT 设为其他端口，或设为 0 自动选择。`
      : `Cannot listen on ${HOST}:${PORT}: ${error.message}. 无法监听 ${HOST}:${PORT}。`,
  )
  void store.close().then(() => process.exit(1))
})
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => {
    const built = Promise.all([jobs.close(), analyses.close()])
    server.close(async () => {
      await built
      await store.close()
      process.exit(0)
    })
    if (!('closeIdleConnections' in server)) return
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS)
  })
}

async function openOrEnd() {
  try {
    return await openStore(environment.DATA_DIR)
  } catch (error) {
    console.error(error instanceof RefusedFile ? error.message : error)
    process.exit(1)
  }
}

function basemapsOrEnd() {
  try {
    return readBasemapSetting(environment)
  } catch (error) {
    if (!(error instanceof RefusedBasemaps)) throw error
    console.error(error.message)
    process.exit(2)
  }
}
