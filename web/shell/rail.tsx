// Which workspaces are there, and how is the page switched to another language or theme?
import { language, t } from '#web/messages/index.ts'
import { dialog } from '#web/panels/search/commands.ts'
import { More } from '#web/parts/controls/more.tsx'
import { useOneStop } from '#web/parts/focus/one-stop.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { WORKSPACES, type Workspace } from '#web/state/view/view.ts'

const ICONS: Record<Workspace, string> = {
  layout: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14',
  site: 'M12 21s-6-6-6-11a6 6 0 0112 0c0 5-6 11-6 11zM12 12a2 2 0 100-4 2 2 0 000 4',
  compare: 'M4 4h6v16H4zM14 4h6v16h-6zM4 10h6M14 14h6',
  present: 'M3 4h18v12H3zM12 16v4M8 20h8M10.500 7.500l4 2.500-4 2.500z',
  progress: 'M4 20v-8M10 20V6M16 20v-5M21 20H3',
}

export function Rail() {
  const row = useOneStop<HTMLElement>()
  const dark = document.documentElement.dataset.theme === 'dark'
  return (
    <nav class="rail" aria-label={t('common.workspaces')} {...row}>
      <svg class="mark" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
        <circle
          cx="12"
          cy="12"
          r="10"
          fill="none"
          stroke="currentColor"
          stroke-width="1.800"
          stroke-dasharray="9 3.500"
        />
        <rect x="8" y="8" width="8" height="8" rx="1.500" fill="currentColor" />
      </svg>
      {WORKSPACES.map((id) => (
        <button
          key={id}
          type="button"
          aria-current={view.value.workspace === id ? 'page' : undefined}
          onClick={() => changeView({ workspace: id })}
        >
          <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
            <path
              d={ICONS[id]}
              fill="none"
              stroke="currentColor"
              stroke-width="1.600"
              stroke-linejoin="round"
            />
          </svg>
          {t(`common.workspace.${id}`)}
          {id === 'compare' && <ComparedCount />}
        </button>
      ))}
      <span class="space" />
      <More id="more-page">
        <button type="button" onClick={() => (dialog.value = 'keys')}>
          {t('keys.title')}
        </button>
        <button type="button" onClick={() => changeView({ theme: dark ? 'light' : 'dark' })}>
          {dark ? t('common.themeLight') : t('common.themeDark')}
        </button>
        <button
          type="button"
          title={t('common.languageTitle')}
          lang={language.value === 'en' ? 'zh-CN' : 'en'}
          onClick={() => changeView({ language: language.value === 'en' ? 'zh-CN' : 'en' })}
        >
          {t('common.language')}
        </button>
      </More>
    </nav>
  )
}

/** How many wait in the comparison. */
function ComparedCount() {
  const count = view.value.compared.length
  if (count === 0) return null
  return (
    <>
      <b class="rail-count" aria-hidden="true">
        {count}
      </b>
      <span class="visually-hidden">{t('common.comparedCount', { count })}</span>
    </>
  )
}
