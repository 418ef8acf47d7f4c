// English texts of screens that follow a presentation, and of the phone that turns it.
import type { BoardTexts } from '#web/messages/texts.ts'

export const together: BoardTexts['together'] = {
  what: 'Other screens can follow this one from scene to scene, and a phone can turn it. Both are off until switched on, and end whenever you say.',
  start: 'Share this screen',
  end: 'End sharing',
  replaced: 'Another window of this browser leads now.',
  screens: 'Screens that follow',
  count: '{count, plural, one {# screen follows} other {# screens follow}}',
  deskLost: 'The server is not heard; trying again. Screens that follow stay at the present scene.',
  copy: 'Copy link',
  copied: 'Copied',
  thisMachine:
    'This link opens on this machine alone, as on a second screen of it. For other devices the operator opens the server to the network.',
  phone: 'Phone as remote',
  switch: 'Let a phone turn the scenes',
  opens:
    'When on, this machine opens the page of the remote to the local network at {host}: devices there can reach it. It serves nothing else, pairs by a code, and is closed at the end.',
  opened:
    'Open to the local network at {address}. It serves the remote alone, and what is sent is not encrypted; it closes when switched off or when sharing ends.',
  host: 'Address to open',
  expired: 'No phone was paired within ten minutes; the remote was closed.',
  scan: 'Code of the page of the remote',
  how: 'Scan with the phone, or open {page} and enter:',
  left: 'Counts for {minutes, plural, one {# minute} other {# minutes}}, for one phone. The hall sees it too: check how many are paired.',
  another: 'Pair another phone',
  paired:
    '{count, plural, =0 {No phone is paired} one {# phone is paired} other {# phones are paired}}',
  follow: 'Following a presentation',
  following: 'Following the presentation.',
  coming: 'Joining the presentation …',
  lost: 'The connection broke; trying again. The last scene received stays.',
  away: 'Looking around by yourself; the presentation is at scene {scene}.',
  stageAway: 'The presenter’s screen is away; the presentation stands at scene {scene}.',
  over: 'The presentation has ended.',
  back: 'Back to the presentation',
  leave: 'Stop following',
}
