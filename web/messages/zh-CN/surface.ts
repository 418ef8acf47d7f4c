// Chinese texts of the surface of scores.
export const surface = {
  title: '全域评分',
  show: '全域评分：每个六边形均按卡车分钟评分',
  askFirst: '请先在上方选择产品。',
  computing: '正在测算每一格…',
  legend: '得分',
  said: '{count} 格，按 {terms} 项车程条件评分；分工、用地和必须条件仅适用于园区，不计入。调整权重即时更新。',
  best: '得分最高的地点',
  pin: '放置图钉查看',
}
