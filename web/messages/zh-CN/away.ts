// Chinese texts of scenes that are given away one by one, as data.
export const away = {
  title: '带走：第 {scene} 屏',
  features: '图上要素（GeoJSON）',
  featuresHow: '含所示图层、筛选与等时圈，附来源、日期与精度。',
  noFeatures: '本屏没有地图，因此没有要素。',
}
