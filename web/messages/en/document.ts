// English texts of files and pages that an answer is handed on as.
export const document = {
  rankBounds: 'Bounds of the rank',
  scoreBounds: 'Bounds of the points',
  criterion: '{title} ({unit})',
  questionHash: 'hash of the question {hash}',
  workbook: 'Download workbook (Excel)',
  workbookHint:
    'All candidates, every term with its likely range, needs, assumptions and sources, a sheet each',
  places: 'Places (GeoJSON)',
  placesHint:
    'Every candidate as a point with score, likely range, chance and needs, and the rings that are shown',
  table: 'Save as a table (CSV)',
  tableOf: 'Save as a table (CSV): {name}',
  working: 'Making it…',
  candidate: 'No. {rank}: {name}',
  standing:
    'Score {score} (likely {likelyLow}–{likelyHigh}, surely {low}–{high}); rank likely {rankFrom}–{rankTo}, surely {rankLow}–{rankHigh}; first in {chance} of the draws.',
  standingBounds: 'Score {score}, surely {low}–{high}; rank surely {rankLow}–{rankHigh}.',
  'pages.first': 'Behind the ranking a page for each of the first {count}',
  'pages.compared': 'Behind the ranking a page for each of the {count} being compared',
  plants: 'To each vehicle plant (truck minutes, in brackets what is likely): ',
  serving: '{supplier} for {inputs}',
  finding: 'Finding',
  known: 'What is known',
  source: 'Source and date',
  sources: 'Sources of this page',
} as const
