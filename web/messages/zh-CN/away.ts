// Chinese texts of a story that is given away as pictures, video and features.
export const away = {
  title: '带走：图片、视频、图上要素',
  features: '第 {scene} 屏图上要素（GeoJSON）',
  featuresHow: '含所示图层、筛选与等时圈，附来源、日期与精度。',
  noFeatures: '本屏没有地图，因此没有要素。',
  pictures: '图片（PNG）',
  thisScene: '本屏',
  allScenes: '全部 {count} 屏（zip）',
  picturesHow: '与放映画面一致，用当前语言和明暗；附地图署名。与窗口大小无关。',
  picturing: '正在画第 {scene} 幅，共 {total} 幅…',
  'failed.slow': '等了 90 秒，这一屏仍未画完。请保持本页在前台，稍后再试，或选较小的尺寸。',
  'failed.no-map':
    '浏览器没有画出地图（WebGL 不可用或已中断）。请刷新本页；仍不行，请换用支持 WebGL 的浏览器。',
  'failed.refused': '此浏览器不允许把页面文字画成图片。请用较新的 Chrome、Edge 或 Firefox。',
  'failed.too-large': '内存不足，或画布超出此浏览器的上限。请选较小的尺寸，或逐屏保存。',
  'failed.unknown': '图片没有做成。请再试一次；仍不行，请刷新本页。',
  video: '视频',
  videoSize: '视频尺寸',
  videoPace: '每屏时长',
  videoShort: '每屏 {seconds} 秒，共 {total}',
  videoPlanned: '按讲解时长，共 {total}',
  videoLanguage: '视频语言',
  inChinese: '中文',
  inEnglish: '英文',
  makeVideo: '生成视频',
  videoHow: 'MP4（H.264）；浏览器不能编码时为 WebM。无声音。生成期间请保持本页在前台。',
  noEncoderHere:
    '此浏览器不能编码视频（需要 WebCodecs，且页面须经 https 或 localhost 打开）。请用较新的 Chrome、Edge 或 Safari，或在服务器本机打开。',
  'failed.no-encoder':
    '此浏览器没有可用的视频编码（H.264、VP9、AV1 均不可用）。请选较小的尺寸，或用较新的 Chrome、Edge 或 Safari。',
}
