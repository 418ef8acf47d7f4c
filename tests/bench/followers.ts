// How soon does a change of scene reach fifty screens that follow, and is one of them lost when the server is started anew?
//
// The followers listen by the page's own code, all in this process, over loopback to a server of its own. The clock runs
// from before the stage says where it stands until the event is read. The server is killed right after it has
// acknowledged a scene, without any chance to say or write more.
//
//   npm run bench -- followers
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Presentation } from '#geodata/contract/presentations.ts'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { inMilliseconds, middle, printTable } from '#tests/bench/median.ts'
import { served } from '#tests/bench/served.ts'
import { load, machine } from '#tests/bench/timing.ts'
import { listen } from '#web/api/events.ts'
import {
  asPresenter,
  deskPath,
  eventsPath,
  startPresentation,
  tellState,
} from '#web/api/presentations.ts'
import { askInstead } from '#web/api/reach.ts'

const CHANGES = 200
const BETWEEN_MILLISECONDS = 50
const SCENES = 11
const MOST_MILLISECONDS = 60_000

const dataDir = folderOfThisRun()
buildGeodata({ sourcesDir: 'geodata/sources', outFile: path.join(dataDir, 'base.gpkg') })
let server = await served(dataDir)
const { origin } = server
const { port } = new URL(origin)
askInstead({ answer: (path, init) => fetch(origin + path, init), addressOf: (path) => path })

const stateAt = (change: number) => ({
  storyId: 'one-plus-n',
  // Each change is another, though there are few scenes.
  revision: String(change),
  sceneId: `scene-${change % SCENES}`,
  scene: change % SCENES,
  blank: null,
})

/** Screens that follow; each tells when it hears of a change. */
class Screens {
  readonly heard: number[]
  private readonly stops: (() => void)[]
  private told: () => void = () => {}

  constructor(id: string, count: number) {
    this.heard = Array(count).fill(-1)
    this.stops = this.heard.map((_, screen) =>
      listen(eventsPath(id), {
        hear: (name, data) => {
          if (name !== 'standing') return
          this.heard[screen] = Number(Presentation.parse(data).state.revision)
          this.told()
        },
        onLine: () => {},
        onRefused: ({ detail }) => console.error(`A screen was refused: ${detail}`),
      }),
    )
  }

  /** When each screen has heard of the change, in milliseconds of the clock; null: within a minute it has not. */
  async hear(change: number): Promise<(number | null)[]> {
    const times: (number | null)[] = this.heard.map(() => null)
    const { promise, resolve } = Promise.withResolvers<void>()
    this.told = () => {
      for (const [screen, heard] of this.heard.entries()) {
        if (heard === change) times[screen] ??= performance.now()
      }
      if (times.every((time) => time !== null)) resolve()
    }
    this.told()
    await Promise.race([promise, pause(MOST_MILLISECONDS)])
    this.told = () => {}
    return times
  }

  stop(): void {
    for (const stop of this.stops) stop()
  }
}

async function delaysFor(count: number): Promise<string[]> {
  const { id, token } = await startPresentation(stateAt(0))
  const screens = new Screens(id, count)
  await screens.hear(0)
  const delays: number[] = []
  const told: number[] = []
  for (let change = 1; change <= CHANGES; change++) {
    const began = performance.now()
    const heard = screens.hear(change)
    await tellState({ id, token }, { state: stateAt(change) })
    told.push(performance.now() - began)
    for (const time of await heard) delays.push((time ?? Number.POSITIVE_INFINITY) - began)
    await pause(BETWEEN_MILLISECONDS)
  }
  screens.stop()
  return [
    `${count} screens`,
    inMilliseconds(middle(delays)),
    inMilliseconds(middle(delays, 0.95)),
    inMilliseconds(Math.max(...delays)),
    inMilliseconds(middle(told)),
    load(),
  ]
}

async function restartOf(count: number, signal: NodeJS.Signals): Promise<string[]> {
  const led = await startPresentation(stateAt(0))
  const screens = new Screens(led.id, count)
  await screens.hear(0)
  const { promise: stageIsBack, resolve } = Promise.withResolvers<void>()
  const stopStage = listen(deskPath(led.id), {
    headers: asPresenter(led.token),
    hear: () => wasDown && resolve(),
    onLine: () => {},
    onRefused: ({ detail }) => console.error(`The stage was refused: ${detail}`),
  })
  let wasDown = false
  await tellState(led, { state: stateAt(7) })
  const down = performance.now()
  server.stop(signal)
  await server.ended
  // What they heard before counts for nothing.
  screens.heard.fill(-1)
  wasDown = true
  server = await served(dataDir, { PORT: port })
  const up = performance.now()
  const back = await screens.hear(7)
  await stageIsBack
  const next = screens.hear(8)
  await tellState(led, { state: stateAt(8) })
  const after = await next
  screens.stop()
  stopStage()
  const lost = [...back, ...after].filter((time) => time === null).length
  const last = Math.max(...back.map((time) => time ?? Number.POSITIVE_INFINITY))
  return [
    `${count} screens, ${signal}`,
    String(lost),
    inMilliseconds(up - down),
    inMilliseconds(last - up),
  ]
}

console.log(`${machine()}\n`)
printTable(
  ['scene change to screen', 'median', 'p95', 'most', 'acknowledged', 'load'],
  [await delaysFor(50), await delaysFor(200)],
)
printTable(
  ['server started anew', 'lost', 'server away', 'all back after'],
  [await restartOf(50, 'SIGTERM'), await restartOf(50, 'SIGKILL')],
)
server.stop()
process.exit(0)
