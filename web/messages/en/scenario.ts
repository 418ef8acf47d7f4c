// English texts of saved sitings.
import type { scenario as zh } from '#web/messages/zh-CN/scenario.ts'

export const scenario: Record<keyof typeof zh, string> = {
  title: 'Saved sitings',
  list: 'Saved sitings',
  save: 'Save this siting',
  share: 'Share a link',
  name: 'Name',
  reason: 'a siting is saved',
  removeReason: 'a saved siting is removed',
  source: 'siting of Park Atlas',
  saved: 'Saved.',
  none: 'No siting has been saved yet.',
  first: 'First then: {name}, {score} points',
  nobody: 'No park met the conditions then',
  open: 'Open',
  verify: 'Verify',
  remove: 'Remove',
  same: 'Computed again, it has the same bytes.',
  differs: 'Computed again, the answer differs.',
  because: 'Changed since: {what}.',
  'changed.network': 'network',
  'changed.dataset': 'data',
  'changed.parameters': 'parameters',
  moved: '{count} ranks or scores changed (then → now)',
  gone: 'No longer candidates: {names}',
  joined: 'New candidates: {names}',
}
