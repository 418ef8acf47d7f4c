// Over everything in a file: its language and theme, the way to ask, and what it is.
import { createPortal } from 'preact/compat'
import { type GivenStory, LICENCES_PATH } from '#geodata/contract/given.ts'
import { at } from '#web/api/reach.ts'
import { language, say, t } from '#web/messages/index.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { usePopover } from '#web/parts/controls/use-popover.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { dataset } from '#web/state/region/lists.ts'
import { answering } from '#web/state/region/networks.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { endShow } from '#web/workspaces/present/present-prepare.ts'

/** Beside the page, which the stage makes inert. */
export function GivenBar({ given }: { given: GivenStory }) {
  const { open, setOpen, root, onKeyDown } = usePopover<HTMLDivElement>()
  const isTelling = view.value.workspace === 'present'
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened
    <div class="given-bar" ref={root} onKeyDown={onKeyDown}>
      <div class="given-buttons" role="toolbar" aria-label={t('given.bar')}>
        {isTelling && (
          <button type="button" onClick={endShow}>
            {t('given.ask')}
          </button>
        )}
        <button
          type="button"
          lang={language.value === 'en' ? 'zh-CN' : 'en'}
          onClick={turnLanguage}
        >
          {t('common.language')}
        </button>
        <button type="button" aria-label={t('given.theme')} onClick={turnTheme}>
          <Icon path="M12 3a9 9 0 100 18V3z M12 3a9 9 0 010 18" />
        </button>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('given.asOf', { date: dateText(dayOf(given)) })}
        </button>
      </div>
      {open && <About given={given} />}
    </div>,
    document.body,
  )
}

function About({ given }: { given: GivenStory }) {
  const network = answering.value
  return (
    <section class="given-about" data-over-stage aria-label={t('given.about')}>
      <p>
        {t('given.made', { date: timeText(given), hash: dataset.value?.hash.slice(0, 7) ?? '' })}
      </p>
      {network && <p>{t('given.network', { name: say(network.name) })}</p>}
      <p>{t('given.limits')}</p>
      <p>{t('given.offline')}</p>
      <p>
        <a href={at(LICENCES_PATH)} target="_blank" rel="noreferrer">
          {t('given.licences')}
        </a>
      </p>
    </section>
  )
}

function turnLanguage(): void {
  changeView({ language: language.peek() === 'en' ? 'zh-CN' : 'en' })
}

function turnTheme(): void {
  const isDark = document.documentElement.dataset.theme === 'dark'
  changeView({ theme: isDark ? 'light' : 'dark' })
}

/** Where the reader is: 2026-11-30. */
function dayOf({ madeAt }: GivenStory): string {
  const at = new Date(madeAt)
  const two = (part: number) => String(part).padStart(2, '0')
  return [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
}

function timeText({ madeAt }: GivenStory): string {
  return new Date(madeAt).toLocaleString(language.value, { dateStyle: 'long', timeStyle: 'short' })
}
