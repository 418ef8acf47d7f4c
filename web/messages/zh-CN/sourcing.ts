// Chinese texts of local sourcing.
export const sourcing = {
  title: '本地配套率',
  lead: '每家整车厂要的产品里，有多少能在 X 分钟卡车车程内找到已知供应商。数的是产品种数和名录里的企业，不是采购金额。',
  within: '车程上限',
  minutes: '{minutes} 分钟',
  said: '{minutes} 分钟内：{plants} 家整车厂 × {products} 种产品，平均 {one}%（{oneLow}–{oneHigh}%）有至少一家已知供应商，{two}% 有两家以上。',
  adds: '若“{product}”落在{park}，再多 {count} 处需求有了供应商（+{points} 个百分点）。',
  notCounted: '“{product}”不在分母里：{reason}。',
  askFirst: '在左边选一个产品，就能看到它落地后增加多少。',
  candidate: '新供应商落在',
  candidateOption: '第 {rank} · {name}：多 {count} 处',
  candidateUnranked: '未入选 · {name}：多 {count} 处',
  byPlant: '按整车厂',
  bySegment: '按环节',
  colName: '名称',
  colOne: '至少一家',
  colTwo: '两家以上',
  cell: '{count}／{needed}，介于 {low} 与 {high} 之间',
  published: '公开的本地配套率',
  publishedWhy:
    '各口径不同，彼此矛盾的也并列：它们多按采购额或总成计，上面按产品种数和车程计，不可直接比较。另有转载称“45% 以上”，收到的资料里没有它的出处，不列。',
  leftOut: '不计入的产品（{count}）',
  method:
    '实心：肯定；斜纹：可能（位置粗略、未知，或只知其环节）；竖线：按行程中值；横线：新供应商带来的。',
}
