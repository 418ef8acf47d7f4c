// From the environment and DATA_DIR/basemaps.json: which basemaps are set up?
import { originsIn } from '#geodata/contract/basemaps.ts'
import { readBasemapWords } from '#server/basemaps/environment.ts'
import type { BasemapSetting } from '#server/basemaps/setting.ts'
import { TIANDITU_ORIGIN } from '#server/basemaps/tianditu.ts'

/** As the environment was parsed; an empty text is as good as none. */
export type Environment = {
  DATA_DIR: string
  TIANDITU_KEY?: string | undefined
  TIANDITU_ORIGIN?: string | undefined
  STYLE_URL?: string | undefined
  TERRAIN_URL?: string | undefined
  TERRAIN_ENCODING?: '' | 'terrarium' | 'mapbox' | undefined
  MAP_ORIGINS?: string | undefined
}

export function readBasemapSetting(set: Environment): BasemapSetting {
  const { STYLE_URL: styleUrl, TERRAIN_URL: terrainUrl } = set
  const hosts = [styleUrl, terrainUrl].flatMap((url) => URL.parse(url ?? '')?.origin ?? [])
  return {
    words: readBasemapWords(set.DATA_DIR),
    tiandituKey: set.TIANDITU_KEY || null,
    tiandituOrigin: set.TIANDITU_ORIGIN || TIANDITU_ORIGIN,
    styleUrl: styleUrl || null,
    // What the style specification takes where nothing is said.
    terrain: terrainUrl ? { url: terrainUrl, encoding: set.TERRAIN_ENCODING || 'mapbox' } : null,
    origins: originsIn([...hosts, set.MAP_ORIGINS ?? ''].join(' ')),
  }
}

/** Nothing but what this server has. */
export const NOTHING_SET: BasemapSetting = {
  words: {},
  tiandituKey: null,
  tiandituOrigin: TIANDITU_ORIGIN,
  styleUrl: null,
  terrain: null,
  origins: [],
}
