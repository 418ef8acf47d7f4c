// What do the cells of the windows say, and which products are left out of them?
import { type JitWindowResult, WINDOW_VERDICTS } from '#geodata/contract/processes/jit-window.ts'
import { t } from '#web/messages/index.ts'
import { view } from '#web/state/view/store.ts'
import { changeWindows } from '#web/workspaces/site/windows/change-windows.ts'

export function WindowsLegend({ result }: { result: JitWindowResult }) {
  const { withUnknown, requiredShare } = view.value.windows
  const without = result.parts.filter(({ budget }) => !budget).length
  return (
    <>
      <ul class="windows-legend">
        {WINDOW_VERDICTS.map((verdict) => (
          <li key={verdict}>
            <span class={`window-mark ${verdict}`} aria-hidden="true" />
            {t(`windows.legend.${verdict}`, { share: Math.round(requiredShare * 1000) / 10 })}
          </li>
        ))}
        <li>{t('windows.legend.figures')}</li>
        <li class="keys">{t('windows.legend.keys')}</li>
      </ul>
      {without > 0 && (
        <p class="site-note">
          {t(withUnknown ? 'windows.withoutListed' : 'windows.without', { count: without })}{' '}
          <button
            type="button"
            class="quiet"
            aria-expanded={withUnknown}
            onClick={() => changeWindows({ withUnknown: !withUnknown })}
          >
            {t(withUnknown ? 'windows.withoutHide' : 'windows.withoutShow')}
          </button>
        </p>
      )}
    </>
  )
}
