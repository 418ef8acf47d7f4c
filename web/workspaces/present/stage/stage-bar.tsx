// The stage's own buttons; they are out of sight while the pointer rests.

import { t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { endShow } from '#web/workspaces/present/present-prepare.ts'
import { type Act, KEYS } from '#web/workspaces/present/stage/keys.ts'
import { perform, presenterDoor, stage } from '#web/workspaces/present/stage/stage.ts'
import { canLead } from '#web/workspaces/present/together/can-lead.ts'

const ICONS: readonly [act: Act, name: MessageKey, path: string][] = [
  ['previous', 'present.previous', 'M14.500 5l-7 7 7 7'],
  ['next', 'present.next', 'M9.500 5l7 7-7 7'],
  ['overview', 'present.actOverview', 'M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z'],
  ['keys', 'present.actKeys', 'M3 7h18v10H3zM7 10.500h.01M11 10.500h.01M15 10.500h.01M8 14h8'],
]

type StageBarProps = {
  index: number
  count: number
  /** The scene hands files on. */
  hasFiles: boolean
}

export function StageBar({ index, count, hasFiles }: StageBarProps) {
  const { playing } = stage.value
  return (
    <nav class="show-nav" aria-label={t('present.scene', { scene: index + 1, count })}>
      {ICONS.map(([act, name, path]) => (
        <StageButton key={act} act={act} label={t(name)} path={path} />
      ))}
      <button
        type="button"
        class="show-ask"
        aria-keyshortcuts="A"
        title={t('present.actAsk')}
        onClick={() => perform('ask')}
      >
        {t('present.ask')}
      </button>
      {hasFiles && (
        <StageButton
          act="files"
          label={t('present.actFiles')}
          path="M8 12.500l5.500-5.500a3 3 0 014.200 4.200l-7.700 7.700a5 5 0 01-7-7L10.500 4.500"
        />
      )}
      {presenterDoor.value && (
        <StageButton
          act="presenter"
          label={t('present.actPresenter')}
          path="M3 5h12v9H3zM9 18h12V9h-3M7 18h2"
        />
      )}
      {canLead() && (
        <StageButton
          act="together"
          label={t('present.actTogether')}
          path="M3 5h11v8H3zM6 16h5M17 9h4v10h-4zM18.500 16.500h1"
        />
      )}
      {playing && (
        <StageButton
          act="play"
          label={t(playing === 'on' ? 'present.pause' : 'present.resume')}
          path={playing === 'on' ? 'M8 5v14M16 5v14' : 'M8 5l11 7-11 7z'}
        />
      )}
      <button
        type="button"
        aria-label={t('present.leave')}
        aria-keyshortcuts="Escape"
        onClick={endShow}
      >
        <Icon path="M6 6l12 12M18 6L6 18" />
      </button>
    </nav>
  )
}

function StageButton({ act, label, path }: { act: Act; label: string; path: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-keyshortcuts={KEYS.find((key) => key.act === act)?.keys[0]}
      onClick={() => perform(act)}
    >
      <Icon path={path} />
    </button>
  )
}
