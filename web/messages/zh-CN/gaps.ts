// Chinese texts of gap filling and location-allocation.
export const gaps = {
  title: '强链补链',
  lead: '缺口指整车厂需要、但在下设时限内没有已知供应商的产品。优先引进哪些企业、布局在哪些园区，可补的缺口最多？',
  sentence:
    '{minutes} 分钟内，{plants} 家整车厂中有 {gaps} 家没有已知的{product}供应商（确定 {sure} 家，可能 {possible} 家）；布局于{park}补得最多，为 {filled} 家。',
  sentenceNone:
    '{minutes} 分钟内，{plants} 家整车厂按行程中值都有已知的{product}供应商，没有缺口；最不利时可能有 {possible} 家。',
  sentenceNowhere:
    '{minutes} 分钟内，{plants} 家整车厂中有 {gaps} 家没有已知的{product}供应商（确定 {sure} 家，可能 {possible} 家），没有园区能在时限内补上。',
  firstSame: '选址排名第一的也是{first}：既补得最多，综合得分也最高。',
  firstAmong: '能补 {filled} 家的有 {count} 个园区，选址排名第一的{first}也在其中。',
  firstDiffers:
    '选址排名第一的是{first}，只补 {own} 家：补链只计能补的家数，排名综合 {count} 项指标；{first}领先主要在“{criterion}”，比{park}（第 {rank} 名）多 {points} 分。',
  firstUnranked:
    '选址排名第一的是{first}，只补 {own} 家；{park}不在排名之内，或不满足必要条件，或未列为候选。',
  firstNotPark: '选址排名第一的{first}不在补链测算的园区之内，二者不可直接比较。',
  settings: '条件',
  recruits: '引进',
  recruitsUnit: '家',
  mostInPark: '每个园区至多',
  assignedOnly: '仅限分工含该环节的园区',
  order: '依次引进',
  fills: '引进 {count} 家可补 {filled} 处缺口（共 {gaps} 处），配套率由 {from}% 升至 {to}%。',
  doubt:
    '其中确定补上 {low} 处，最多 {high} 处：目前确定的缺口 {gapsLow} 处，可能的缺口 {gapsHigh} 处，原因是许多企业仅知环节或位置不精确。',
  adds: '补 {count} 处（确定 {low}，最多 {high}），提高 {points} 个百分点',
  which: '涉及的 {count} 家整车厂',
  lookAt: '前往选址：{title}',
  mapLabel: '{title}，补上 {count} 家整车厂',
  sitesMap: '{sites} 处新设地点及其新增供应的 {count} 家整车厂',
  'mark.gained': '新增供应',
  'mark.served': '已有供应商',
  'mark.open': '仍无供应商',
  hectaresEach: '每家用地',
  hectares: '公顷',
  landUnknown: '可用地未知',
  none: '没有可补的缺口，可放宽车程上限或取消分工限制。',
  look: '前往选址',
  greedy: '贪心解（不限园区名额时不低于最优的 63%，有名额时不低于一半）',
  proving: '正在求最优解，先显示贪心解',
  proven: '已证明最优，与贪心解一致',
  provenBetter: '已证明最优，贪心解相差 {short}',
  bounded: '与最优解相差不超过 {percent}%',
  notProven: '未能证明最优，显示贪心解。',
  sites: '该产品的布局地点',
  askProduct: '请在左侧选择产品。',
  siteCount: '新设',
  siteUnit: '处',
  objective: '目标',
  'objective.coverage': '覆盖最多整车厂',
  'objective.minutes': '总分钟最少',
  covers:
    '“{product}”布局于{sites}：{minutes} 分钟内可达的整车厂由 {before} 增至 {after}（共 {all}）。',
  brings:
    '“{product}”布局于{sites}：到整车厂的平均分钟由 {before} 降至 {after}（无供应商的按 240 分计）。',
  served: '每家整车厂最近的供应商',
  plant: '整车厂',
  today: '现状',
  withNew: '新设后',
  nobody: '没有已知供应商',
  method:
    '最大覆盖（Church & ReVelle 1974）与 p-中位（ReVelle & Swain 1970）：贪心加交换先出，HiGHS 求精确解；已有企业固定不动，行程取中值。',
}
