// English texts of a story that is given away as pictures, video and features.
import type { away as zh } from '#web/messages/zh-CN/away.ts'

export const away: Record<keyof typeof zh, string> = {
  title: 'Take away: pictures, video, map features',
  features: 'What the map of scene {scene} shows (GeoJSON)',
  featuresHow: 'Its layers, filters and rings, with source, date and precision.',
  noFeatures: 'This scene has no map, so no features.',
  pictures: 'Pictures (PNG)',
  thisScene: 'This scene',
  allScenes: 'All {count} scenes (zip)',
  picturesHow:
    'As the audience sees them, in the language and theme of this page, with credits; the same whatever the window.',
  picturing: 'Drawing picture {scene} of {total} …',
  'failed.slow':
    'The scene was not ready after 90 seconds. Keep this page in front and try again, or choose the smaller size.',
  'failed.no-map':
    'The browser drew no map (WebGL is missing or was lost). Reload the page; if that does not help, use a browser with WebGL.',
  'failed.refused':
    'This browser does not let words of a page into a picture. Use a recent Chrome, Edge or Firefox.',
  'failed.too-large':
    'Memory ran out, or the picture is larger than this browser draws. Choose the smaller size, or save scene by scene.',
  'failed.unknown':
    'The picture could not be made. Try again; if that does not help, reload the page.',
  video: 'Video',
  videoSize: 'Size of the video',
  videoPace: 'Time per scene',
  videoShort: '{seconds} s a scene, {total} in all',
  videoPlanned: 'As planned, {total} in all',
  videoLanguage: 'Language of the video',
  inChinese: 'Chinese',
  inEnglish: 'English',
  makeVideo: 'Make the video',
  videoHow:
    'MP4 (H.264), or WebM where the browser encodes no MP4. Without sound. Keep this page in front meanwhile.',
  noEncoderHere:
    'This browser encodes no video (it needs WebCodecs, and a page opened by https or from localhost). Use a recent Chrome, Edge or Safari, or open the page on the server itself.',
  'failed.no-encoder':
    'This browser has no encoder for it (neither H.264 nor VP9 nor AV1). Choose the smaller size, or use a recent Chrome, Edge or Safari.',
}
