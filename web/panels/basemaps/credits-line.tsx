// Whose the map is, on one line over it; where that is too long, behind a button. 审图号 always stands there.
import '#web/panels/basemaps/credits-line.css'
import { at } from '#web/api/reach.ts'
import { say, t } from '#web/messages/index.ts'
import { approvalNumber, mapCredits } from '#web/panels/basemaps/map-credits.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { usePopover } from '#web/parts/controls/use-popover.ts'
import { dataset } from '#web/state/region/lists.ts'

export function CreditsLine() {
  const { open, setOpen, root, onKeyDown } = usePopover<HTMLDivElement>()
  const data = dataset.value
  if (!data) return null
  const credits = mapCredits().map(({ text }) => text)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened
    <div class="attribution" data-over-map ref={root} onKeyDown={onKeyDown}>
      <div class="credits-row">
        <span class="credits">{credits.join(' · ')}</span>
        <span class="approval">
          {t('common.approval', { number: approvalNumber() })}
          <button
            type="button"
            aria-expanded={open}
            aria-controls="all-credits"
            onClick={() => setOpen(!open)}
          >
            <Icon path="M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v6M12 7v1" />
            {t('common.credits')}
          </button>
        </span>
      </div>
      <div id="all-credits" class="all-credits" hidden={!open}>
        <ul>
          {credits.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>{say(data.boundaryNote)}</p>
        <p>
          <a href={at('/licences.txt')}>{t('common.licences')}</a>
        </p>
      </div>
    </div>
  )
}
