// Chinese texts of local sourcing.
export const sourcing = {
  title: '本地配套率',
  lead: '各整车厂所需产品中，在下设车程上限（卡车分钟）内有已知供应商的比例。按产品种数和名录企业统计，不按采购金额。',
  within: '车程上限',
  minutes: '{minutes} 分钟',
  said: '{minutes} 分钟内：{plants} 家整车厂 × {products} 种产品，平均 {one}%（{oneLow}–{oneHigh}%）有至少一家已知供应商，{two}% 有两家以上。',
  sentence:
    '{minutes} 分钟内，{plants} 家整车厂中有 {served} 家可由名录内企业供应{product}（确定 {low} 家，最多 {high} 家）',
  sentenceEnd: '。',
  sentenceOne: '；在{park}新设供应商，可由 {before} 家增至 {after} 家。',
  sentenceTwo: '；在{park}新设供应商不增加家数，有两家以上供应商的由 {before} 家增至 {after} 家。',
  sentenceNone: '；在{park}新设供应商不增加家数，也不增加第二来源。',
  region: '全区',
  adds: '“{product}”布局于{park}，可使 {count} 处需求新增供应商（提高 {points} 个百分点）。',
  notCounted: '“{product}”未计入统计范围：{reason}。',
  askFirst: '请在左侧选择产品，查看其落地后的增量。',
  candidate: '新供应商布局于',
  candidateOption: '第 {rank} 名 · {name}：新增 {count} 处',
  candidateUnranked: '未入选 · {name}：新增 {count} 处',
  byPlant: '按整车厂',
  bySegment: '按环节',
  colName: '名称',
  colOne: '至少一家',
  colTwo: '两家以上',
  cell: '{count}／{needed}，介于 {low} 与 {high} 之间',
  published: '公开的本地配套率',
  publishedWhy:
    '各数据口径不同，相互矛盾的也一并列出：多按采购额或总成统计，而上方按产品种数和车程统计，不可直接比较。其中 2022 年的 70% 与 2025 年的“45% 以上”相互矛盾，两者均列出处。',
  leftOut: '未计入的产品（{count}）',
  method:
    '实心：确定；斜纹：可能（位置不精确或未知，或仅知其环节）；竖线：按行程中值；横线：新供应商带来的增量。',
}
