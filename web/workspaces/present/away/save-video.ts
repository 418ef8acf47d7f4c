// Saves a story as a video: each scene for its time, in a turn from the one before, encoded by the browser.
import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  type VideoCodec,
  WebMOutputFormat,
} from 'mediabunny'
import type { Scene, Story } from '#geodata/contract/stories.ts'
import type { Progress } from '#web/api/asked.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { saveBlob } from '#web/parts/words/save-sheet.ts'
import { drawFrame } from '#web/workspaces/present/away/draw-frame.ts'
import { styleOf } from '#web/workspaces/present/away/page-style.ts'
import { pictureOf, type ScenePicture } from '#web/workspaces/present/away/scene-picture.ts'
import {
  type Dress,
  NoPicture,
  openStageFrame,
  STAGE_HEIGHT,
  STAGE_WIDTH,
} from '#web/workspaces/present/away/stage-frame.ts'
import { plannedFrames } from '#web/workspaces/present/away/video-plan.ts'
import {
  EASE_MILLISECONDS,
  FLIGHT_MILLISECONDS,
  PLAIN_TRANSITION,
} from '#web/workspaces/present/stage/turn-stills.ts'

/**
 * Encoders share these out as if all frames were as close as in a turn. A scene that stands has one a second, and
 * with a tenth of a plain video’s rate its colours fade; with this its letters stay sharp.
 */
const BITS_PER_SECOND_PER_PIXEL = 12
const KEY_FRAME_SECONDS = 5
/** Pictures are taken at the size of the stage, and drawn smaller where the video is. */
const RATIO = 1

/** What plays on most devices first. */
const KINDS: readonly { format: () => OutputFormat; codecs: VideoCodec[] }[] = [
  { format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }), codecs: ['avc'] },
  { format: () => new WebMOutputFormat(), codecs: ['vp9', 'av1'] },
]

export type VideoAsked = {
  story: Story
  title: string
  /** How long each scene is shown. */
  seconds: readonly number[]
  heightPixels: number
  dress: Dress
}

/** Progress counts scenes. A NoPicture says why there is none; nothing is saved then. */
export async function saveVideo(
  { story, title, seconds, heightPixels, dress }: VideoAsked,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const canvas = document.createElement('canvas')
  canvas.height = heightPixels
  canvas.width = (heightPixels * STAGE_WIDTH) / STAGE_HEIGHT
  const pen = canvas.getContext('2d')
  if (!pen) throw new NoPicture('too-large')
  const { format, codec, bitrate } = await kindFor(canvas)
  const output = new Output({ format, target: new BufferTarget() })
  const source = new CanvasSource(canvas, { codec, bitrate, keyFrameInterval: KEY_FRAME_SECONDS })
  output.addVideoTrack(source)
  const frame = openStageFrame(story, RATIO, dress)
  try {
    await output.start()
    const { scenes } = story
    const turns = scenes.map((scene, index) => turnInto(scenes[index - 1], scene))
    const frames = plannedFrames(
      scenes.map((_, index) => ({
        seconds: seconds[index] ?? 0,
        turnSeconds: (turns[index]?.milliseconds ?? 0) / 1000,
      })),
    )
    let before: ScenePicture | null = null
    for (const [index, turn] of turns.entries()) {
      onProgress({ done: index, total: scenes.length })
      const page = await frame.showing(index, signal)
      const picture = await pictureOf(page, await styleOf(page), RATIO)
      for (const planned of frames.filter(({ scene }) => scene === index)) {
        signal.throwIfAborted()
        drawFrame(pen, before, picture, turn.kind, planned.progress)
        await source.add(planned.startSeconds, planned.durationSeconds)
      }
      before = picture
    }
    await output.finalize()
  } catch (error) {
    await output.cancel()
    throw error
  } finally {
    frame.close()
  }
  const bytes = (output.target as BufferTarget).buffer
  if (bytes)
    saveBlob(
      `${fileName(title)}${format.fileExtension}`,
      new Blob([bytes], { type: format.mimeType }),
    )
}

async function kindFor({ width, height }: { width: number; height: number }) {
  const bitrate = width * height * BITS_PER_SECOND_PER_PIXEL
  for (const { format, codecs } of KINDS) {
    const codec = await getFirstEncodableVideoCodec(codecs, { width, height, bitrate })
    if (codec) return { format: format(), codec, bitrate }
  }
  throw new NoPicture('no-encoder')
}

/** Words alone take the place of the scene before at once, and it theirs. */
function turnInto(
  before: Scene | undefined,
  { kind, transition = PLAIN_TRANSITION }: Scene,
): { kind: 'fly' | 'ease'; milliseconds: number } {
  if (before?.kind !== 'map' || kind !== 'map' || transition === 'cut') {
    return { kind: 'ease', milliseconds: 0 }
  }
  return transition === 'fly'
    ? { kind: 'fly', milliseconds: FLIGHT_MILLISECONDS }
    : { kind: 'ease', milliseconds: EASE_MILLISECONDS }
}
