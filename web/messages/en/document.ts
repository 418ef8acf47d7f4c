// English texts of files and pages that an answer is handed on as.
export const document = {
  rankBounds: 'Bounds of the rank',
  scoreBounds: 'Bounds of the points',
  criterion: '{title} ({unit})',
  questionHash: 'hash of the question {hash}',
  workbook: 'Download workbook (Excel)',
  workbookHint:
    'All candidates, every term with its likely range, needs, assumptions and sources, a sheet each',
  working: 'Making it…',
} as const
