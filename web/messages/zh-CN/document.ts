// Chinese texts of files and pages that an answer is handed on as.
export const document = {
  rankBounds: '名次上下限',
  scoreBounds: '得分上下限',
  criterion: '{title}（{unit}）',
  questionHash: '问题校验值 {hash}',
  workbook: '下载工作簿（Excel）',
  workbookHint: '全部候选、各项实测值、可能范围、要求、假定与来源，每类一张表',
  working: '正在生成…',
} as const
