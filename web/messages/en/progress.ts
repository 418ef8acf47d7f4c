// English texts of the targets board.
import type { progress as zh } from '#web/messages/zh-CN/progress.ts'

export const progress: Record<keyof typeof zh, string> = {
  title: 'Targets and progress',
  addOne: 'Add progress',
  lead: '渝府办〔2022〕28号, by 2025. What is known is said; what is not is called unknown.',
  loading: 'Fetching the targets…',
  failed: 'The targets could not be fetched',
  again: 'Fetch again',
  colId: 'Id',
  colTarget: 'Target',
  colScale: 'From zero',
  colVerdict: 'Verdict',
  colFound: 'Figures found',
  colSource: 'Source',
  target: 'target {value}',
  targetOnly: 'target',
  same: 'progress, same definition',
  other: 'another definition, for reference only',
  baseline: 'baseline 2022',
  unknown: 'unknown',
  different: 'other definition',
  noNumber: 'no number given',
  confidence_high: 'high confidence',
  confidence_medium: 'medium confidence',
  confidence_low: 'low confidence',
  noForecast:
    'No forecast: without two points of the same definition there is neither method nor interval.',
  scaleLabel: 'Target {target}; {found}',
  noneFound: 'no figure of the same definition found',
  noSource: 'no source',
  items: '{count, plural, one {# target} other {# targets}}',
}
