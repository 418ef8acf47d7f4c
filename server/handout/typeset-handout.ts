// A handout set as a PDF, with the report's own fonts and parts.
import type { HandoutTold } from '#geodata/analysis/stories/handout.ts'
import { DOCUMENT_FONT } from '#geodata/model/document-font.ts'
import { SYSTEMS } from '#geodata/model/system.ts'
import { namedCharacter } from '#server/fonts/fonts-for.ts'
import { SCENE_MAP } from '#server/handout/scene-maps.ts'
import { ProblemError } from '#server/http/problem.ts'
import { paintOf } from '#server/maps/paint.ts'
import { setPdf } from '#server/report/set-pdf.ts'
import { SIGN_FONTS } from '#server/report/signs.ts'

const DATA = 'handout.json'

/**
 * `maps`: SVG by the place of the scene. `pictures`: bytes by the id of the file; one that cannot be read stands as a
 * sentence in its scene. A ProblemError names every character that no font has, and
 * its scene.
 */
export function typesetHandout(
  told: HandoutTold,
  maps: readonly (string | null)[],
  pictures: ReadonlyMap<string, Uint8Array>,
  madeOn: string,
): { pdf: Buffer; pageCount: number } {
  leaveOut(told, (id) => pictures.has(id))
  try {
    return typeset(told, maps, pictures, madeOn)
  } catch (error) {
    if (error instanceof ProblemError || pictures.size === 0) throw error
    // A picture says by its header what it is, and may be damaged behind it.
    const sound = new Set([...pictures].filter(isDrawn).map(([id]) => id))
    if (sound.size === pictures.size) throw error
    leaveOut(told, (id) => sound.has(id))
    return typeset(told, maps, pictures, madeOn)
  }
}

/** Scenes whose picture is not there say so in its place. */
function leaveOut({ scenes, language }: HandoutTold, isThere: (fileId: string) => boolean): void {
  for (const scene of scenes) {
    if (!scene.picture || isThere(scene.picture.fileId)) continue
    const { alt } = scene.picture
    scene.picture = null
    scene.missing.push(
      language === 'en' ? `A picture is missing here: ${alt}` : `此处缺少图片：${alt}`,
    )
  }
}

function isDrawn([, bytes]: readonly [string, Uint8Array]): boolean {
  try {
    setPdf({
      main: 'picture.typ',
      files: { picture: bytes },
      written: [],
      madeAt: new Date(0),
      refuse: () => new ProblemError(500, '', ''),
    })
    return true
  } catch {
    return false
  }
}

function typeset(
  told: HandoutTold,
  maps: readonly (string | null)[],
  pictures: ReadonlyMap<string, Uint8Array>,
  madeOn: string,
): { pdf: Buffer; pageCount: number } {
  const shown = told.scenes.flatMap(({ picture }) => {
    const bytes = picture && pictures.get(picture.fileId)
    return picture && bytes ? [[picture.fileId, bytes] as const] : []
  })
  const drawn = maps.flatMap((svg, index) => (svg === null ? [] : [[nameOf(index), svg] as const]))
  const [year, month, day] = madeOn.split('-').map(Number)
  const paint = paintOf('print')
  const data = JSON.stringify({
    told,
    fonts: [DOCUMENT_FONT.family, ...SIGN_FONTS],
    maps: maps.map((svg, index) => (svg === null ? null : nameOf(index))),
    mapHeight: SCENE_MAP.height,
    colours: Object.fromEntries(SYSTEMS.map((system) => [system, paint(tokenOf(system))])),
    date: { year, month, day },
  })
  return setPdf({
    main: 'handout.typ',
    files: { [DATA]: data, ...Object.fromEntries(drawn), ...Object.fromEntries(shown) },
    written: [DATA, ...drawn.map(([name]) => name)],
    madeAt: new Date(madeOn),
    refuse: (missing) => unwritable(missing, told),
  })
}

const nameOf = (index: number) => `scene-${index}.svg`
const tokenOf = (system: string) => (system === 'traditional' ? 'seg-trad' : `seg-${system}`)

function unwritable(missing: readonly string[], { scenes }: HandoutTold): ProblemError {
  const errors = missing.map((character) => {
    const named = namedCharacter(character)
    const index = scenes.findIndex((scene) => JSON.stringify(scene).includes(character))
    const [en, zh] =
      index < 0
        ? ['a name on a map, or the title', '地图上的名称或标题']
        : [`scene ${index + 1}`, `第 ${index + 1} 屏`]
    return {
      pointer: index < 0 ? '' : `/scenes/${index}`,
      detail: `No font can write ${named} in ${en}: take it out of the story.`,
      detailZh: `${zh}中的 ${named} 没有字体可写：请在讲解中去掉。`,
    }
  })
  const [first] = errors
  return new ProblemError(422, first?.detail ?? '', first?.detailZh ?? '', errors)
}
