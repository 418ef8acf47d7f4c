// What became of the presenter's window, said on the stage for who has no other screen to read it from.
import { t } from '#web/messages/index.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { presenterDoor, presenterWindow } from '#web/workspaces/present/stage/stage.ts'

/** Stays until it is closed or the window listens; a window that went is told only while the pointer moves. */
export function PresenterNote() {
  const kind = presenterWindow.value
  const isSaid = kind === 'blocked' || kind === 'gone'
  return (
    <div class="show-window" role="status" data-kind={kind} hidden={!isSaid}>
      {isSaid && (
        <>
          <p>
            {t(`present.window.${kind}`)}
            {kind === 'blocked' && (
              <a href={presenterDoor.value?.address() ?? ''} target="_blank" rel="noopener opener">
                {t('present.window.asTab')}
              </a>
            )}
          </p>
          <button
            type="button"
            aria-label={t('common.close')}
            onClick={() => {
              presenterWindow.value = 'none'
            }}
          >
            <Icon path="M6 6l12 12M18 6L6 18" />
          </button>
        </>
      )}
    </div>
  )
}
