// Chinese texts of files and pages that an answer is handed on as.
export const document = {
  rankBounds: '名次上下限',
  scoreBounds: '得分上下限',
  criterion: '{title}（{unit}）',
  questionHash: '问题校验值 {hash}',
  workbook: '下载工作簿（Excel）',
  workbookHint: '全部候选、各项实测值、可能范围、要求、假定与来源，每类一张表',
  working: '正在生成…',
  candidate: '第 {rank} 名：{name}',
  standing:
    '得分 {score}（可能 {likelyLow}–{likelyHigh}，必在 {low}–{high} 之间）；名次可能 {rankFrom}–{rankTo}，必在 {rankLow}–{rankHigh} 之间；居首的可能 {chance}。',
  standingBounds: '得分 {score}，必在 {low}–{high} 之间；名次必在 {rankLow}–{rankHigh} 之间。',
  'pages.first': '名次表之后，排在最前的 {count} 处各占一页',
  'pages.compared': '名次表之后，比选中的 {count} 处各占一页',
  plants: '到各整车厂（卡车分钟，括号内为可能范围）：',
  serving: '{supplier}，供应{inputs}',
  finding: '结论',
  known: '所据',
  source: '来源与日期',
  sources: '本页来源',
} as const
