// English texts of a comparison that is shared.
import type { share as zh } from '#web/messages/zh-CN/share.ts'

export const share: Record<keyof typeof zh, string> = {
  share: 'Share',
  title: 'Title',
  who: 'Your name',
  reason: 'A comparison is shared',
  store: 'Make a short link',
  storing: 'Making it…',
  notStored: 'There is no short link.',
  notYet: 'A comparison can be shared once it is answered.',
  forbidden:
    'On this server only the operator may store, so there is no short link; take the long one below.',
  link: 'Short link',
  linkHint:
    'It opens read-only, exactly as the comparison is now; where data change later, it says so.',
  long: 'Long link',
  longHint:
    'The long link restores question, candidates and order; names, notes, rows of your own and hidden rows go with the short one alone.',
  embed: 'In another page',
  copy: 'Copy',
  device: 'Share from this device',
  keptLabel: 'Kept comparison',
  kept: 'A comparison kept by {by} on {day}, read-only.',
  someDay: 'a day not known',
  somebody: 'somebody not known',
  goOn: 'Go on from it',
  leave: 'Back to your own comparison',
  opening: 'Opening the kept comparison…',
  notOpened: 'This comparison could not be opened',
  ownIsThere:
    'Your own comparison is as it was. Ask whoever shared the link to send it again, or go back to your own.',
  foundUnknown: 'No points were stored with it, so it cannot be said what has changed since.',
  'changed.data': 'The data have changed since: {points}.',
  'changed.roads': 'The road network has changed since: {points}.',
  'changed.both': 'The data and the road network have changed since: {points}.',
  samePoints: 'no candidate’s points (rounded) have',
  moved: '{letter} {name} from {before} to {now}',
  renamed: '{letter} was called “{before}”, now “{now}”.',
  whole: 'Open the whole comparison',
}
