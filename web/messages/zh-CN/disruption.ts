// Chinese texts of disruption.
export const disruption = {
  title: '中断',
  lead: '逐段封闭道路，测算名录内供应商到整车厂的绕行时间，以及哪些供货会超出时限；再测算单家供应商停产时的断供情况。',
  said: '逐一封闭 {links} 段道路，重新测算 {pairs} 组“企业—整车厂”；目前有 {inWindow} 项供货在时限内。',
  sentence:
    '从{site}供{product}，影响最大的是{stretch}中断：{pairs} 家整车厂绕行，{leaving} 家超出 {minutes} 分钟{cut, plural, =0 {，最多多走 {most} 分} other {，其中 # 家不可达}}。',
  sentenceNone:
    '从{site}供{product}，{minutes} 分钟内可达 {inWindow} 家整车厂；单独封闭任何一段道路，到这些厂的时间都不变。',
  sentenceNobody: '从{site}出发，{minutes} 分钟内没有可达的整车厂，无从测算{product}的中断影响。',
  sentenceRegion:
    '全区影响最大的是{stretch}中断：{leaving} 项供货超出 {minutes} 分钟{cut, plural, =0 {，最多多走 {most} 分} other {，其中 # 项不可达}}。',
  restsOn:
    '不可达的只涉及{name}一处：在{network}中，它只经这一段与其他道路相连，或因路网资料简化所致，应先核实当地道路。',
  onIsland:
    '不可达的只涉及{name}一处：在{network}中，它所接的道路与主路网不相连，结论不足为凭，应先核实当地道路。',
  own: '影响该供货的路段',
  region: '全区供货',
  network: '本结果由{name}测算。',
  clickMap: '点选图上路段即可封闭。',
  find: '按编号或地名查找路段，例如 {road}、{place}',
  links: '最关键的路段',
  none: '封闭任何一段，时限内的供货均不受影响。',
  colLink: '路段',
  colLost: '损失（品种×分钟）',
  colMost: '最多',
  colLeaving: '超出时限',
  cut: '其中 {count} 项不可达',
  closed: '封闭：{name}',
  mapLabel: '封闭{name}前后的行车路线，{count} 对',
  legend: '虚线：原路；实线：绕行；叉：封闭处；细线：其他可封闭路段。',
  pairs: '受影响最大的 {count} 对（共 {all} 对）',
  colPair: '供货',
  colProducts: '品种',
  colBefore: '原（分）',
  colAfter: '绕行（分）',
  noWay: '不可达',
  suppliers: '单家供应商停产',
  suppliersLead:
    '按名录统计：以该企业为时限内唯一已知供应商的需求数。仅知环节的企业或可替代，未计入。',
  supplierSaid: '{only} 处需求将没有已知供应商，{second} 处只剩一家',
  which: '查看明细',
  method: '每段单独双向封闭；只重新计算受影响的部分，结果与全部重算逐对相等。不可达按 240 分计。',
}
