// Chinese texts of the surface of scores.
export const surface = {
  title: '全域评分',
  show: '全域评分：每个六边形均按卡车分钟评分',
  askFirst: '请先在上方选择产品。',
  computing: '正在测算每一格…',
  drawing: '正在测算每一格的可能范围…',
  legend: '得分',
  unknown: '未知：卡车到不了',
  count:
    '共 {count} 格。范围为 {draws} 次联合抽样的九成，与选址同一套抽样。调整权重即时更新，范围随后更新。',
  leftOut:
    '未计入{names}：这些只有园区有资料，所以这里的得分不能与选址总分相比；园区的得分已按同样条件另算。',
  join: '、',
  near: '{district}，距{place} {kilometers} 公里',
  in: '{district}境内',
  score: '{score} 分',
  scoreSure: '{score} 分（误差不到 1 分）',
  scoreLikely: '{score} 分（可能 {low}–{high}）',
  sentence: '按 {terms} 项车程条件，得分最高的一格在{place}：{score}。',
  sentencePark:
    '按 {terms} 项车程条件，得分最高的一格在{place}：{score}；同样条件下最好的园区是{park}：{parkScore}。{ahead}',
  'ahead.drawing': '可能范围正在测算。',
  'ahead.cell': '即使算上不确定，这一格也高于该园区。',
  'ahead.park': '即使算上不确定，该园区也高于这一格。',
  'ahead.unsure': '两者的可能范围重叠，不能说这一格更好。',
  doubtfulCells: '其中 {count} 格与路网的连接存疑（隔水、或所接道路不连主网），其分钟仅供参考。',
  best: '得分最高的地点',
  pinned: '图钉所在的格（按格的中心）',
  pin: '放置图钉查看',
}
