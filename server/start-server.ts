// The server from its environment to its address, and its end when it is asked to end.
import { existsSync } from 'node:fs'
import { type ServerType, serve } from '@hono/node-server'
import { firstNetwork } from '#geodata/analysis/answering/known-region.ts'
import { createApp } from '#server/app.ts'
import { RefusedBasemaps } from '#server/basemaps/environment.ts'
import { openBasemap } from '#server/basemaps/offline-file.ts'
import { readBasemapSetting } from '#server/basemaps/read-setting.ts'
import { type Environment, servingOf } from '#server/environment.ts'
import { adminBy, newAdminToken } from '#server/http/admin.ts'
import { cutSlow } from '#server/http/body.ts'
import { servePage } from '#server/http/page.ts'
import { importsOf } from '#server/imports/imports.ts'
import { presentationsOf } from '#server/presentations/presentations.ts'
import { openRemoteAt } from '#server/presentations/remote-listener.ts'
import { loadRegion, putNetwork, type Region } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { RefusedFile } from '#server/store/refused-file.ts'
import type { Store } from '#server/store/store.ts'
import { analysisJobs } from '#server/workers/analysis-jobs.ts'
import { networkBuilds } from '#server/workers/network-builds.ts'
import { readBeside } from '#server/workers/network-reading.ts'

const PAGE_FOLDER = 'dist'
/** How long an answer under way may take after the server is asked to end. */
const GRACE_MILLISECONDS = 2000
/** How long an extract may take to come: 8 GiB at 10 Mbit/s. */
const UPLOAD_MILLISECONDS = 2 * 3600 * 1000
const OPEN =
  'Open to the network: whoever reaches it may read; changes, uploads and long work need the admin token.\n已对网络开放：他人可以查看；修改、上传和长时间计算需要管理口令。'

/** Opens what the environment names and listens; ends the process in words where that cannot be done. */
export async function startServer(environment: Environment): Promise<void> {
  const serving = servingOf(environment)
  const basemaps = basemapsOrEnd(environment)
  const store = await openOrEnd(environment.DATA_DIR)
  const region = await loadRegion(store)
  tellRefused(region)
  const log = (error: unknown) => console.error(error)
  const adminToken = environment.ADMIN_TOKEN || newAdminToken()
  const use = async (id: string) => putNetwork(region, await readBeside(store, region, id))
  const jobs = await networkBuilds(store, region.id, use, log)
  const analyses = analysisJobs(store, region.id, log)
  const hasPage = existsSync(PAGE_FOLDER)
  const { REMOTE_HOST, REMOTE_PORT } = environment
  const presentations = await presentationsOf({
    store,
    region: region.id,
    openRemote: openRemoteAt(
      { host: REMOTE_HOST || null, port: REMOTE_PORT || null },
      hasPage ? PAGE_FOLDER : null,
      log,
    ),
    log,
  })
  const imports = await importsOf(store, region, log)
  const app = createApp({
    store,
    region,
    mapApprovalNumber: environment.MAP_APPROVAL_NUMBER || null,
    basemap: await openBasemap(store.tiles, region.id, (message) => console.error(message)),
    basemaps,
    admin: adminBy(adminToken, serving),
    serving,
    builds: jobs,
    analyses,
    presentations,
    imports,
    ...(hasPage ? { pageFolder: PAGE_FOLDER } : {}),
    log,
  })
  if (hasPage) servePage(app, PAGE_FOLDER)
  const { HOST, PORT, PUBLIC_URL } = environment
  const server = serve(
    {
      fetch: app.fetch,
      hostname: HOST,
      port: PORT,
      serverOptions: { requestTimeout: UPLOAD_MILLISECONDS },
    },
    ({ port }) => {
      console.log(`Park Atlas 园链图: http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}/`)
      if (PUBLIC_URL) console.log(`PUBLIC_URL 对外地址: ${PUBLIC_URL}`)
      if (serving.isOpen) console.log(OPEN)
      // A token that was set is known to the operator, and stays out of logs.
      if (!environment.ADMIN_TOKEN) console.log(`Admin token 管理口令: ${adminToken}`)
    },
  )
  server.on('request', cutSlow)
  server.on('error', (error: NodeJS.ErrnoException) => {
    const busy = error.code === 'EADDRINUSE'
    console.error(
      busy
        ? `Port ${PORT} is taken; set PORT to another, or to 0 for any. 端口 ${PORT} 已被占用；请把 PORT 设为其他端口，或设为 0 自动选择。`
        : `Cannot listen on ${HOST}:${PORT}: ${error.message}. 无法监听 ${HOST}:${PORT}。`,
    )
    void store.close().then(() => process.exit(1))
  })
  endWhenAsked(server, [jobs, analyses, presentations, imports], store)
}

function tellRefused(region: Region): void {
  for (const { file, reason } of region.refusedNetworks) {
    const { name } = firstNetwork(region).summary
    console.error(
      `networks/${file} is not used: ${reason.en}. Build it again with npm run network; until then “${name.en}” answers.\nnetworks/${file} 未启用：${reason.zh}。请用 npm run network 重新生成；此前由“${name.zh}”作答。`,
    )
  }
}

function endWhenAsked(
  server: ServerType,
  works: readonly { close: () => Promise<unknown> }[],
  store: Store,
): void {
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      const ended = Promise.all(works.map((work) => work.close()))
      server.close(async () => {
        await ended
        await store.close()
        process.exit(0)
      })
      if (!('closeIdleConnections' in server)) return
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS)
    })
  }
}

async function openOrEnd(dataDir: string): Promise<Store> {
  try {
    return await openStore(dataDir, { say: (text) => console.error(text) })
  } catch (error) {
    console.error(error instanceof RefusedFile ? error.message : error)
    process.exit(1)
  }
}

function basemapsOrEnd(environment: Environment) {
  try {
    return readBasemapSetting(environment)
  } catch (error) {
    if (!(error instanceof RefusedBasemaps)) throw error
    console.error(error.message)
    process.exit(2)
  }
}
