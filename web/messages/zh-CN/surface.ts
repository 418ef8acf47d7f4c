// Chinese texts of the surface of scores.
export const surface = {
  title: '全域面',
  show: '全域面：每个六边形都按卡车分钟评分',
  askFirst: '先在上面选一个产品。',
  computing: '正在测算每一格…',
  legend: '得分',
  said: '{count} 格，按 {terms} 项车程条件；分工、用地和必须满足的条件只属于园区，不在其中。拖动权重即时变色。',
  best: '得分最高的地点',
  pin: '放图钉细看',
}
