// The report as a PDF, and the check of one that was made: both come when they are first asked for.
import { t } from '#web/messages/index.ts'
import { useLazy } from '#web/parts/controls/lazy.tsx'
import { usePopover } from '#web/parts/controls/use-popover.ts'
import type { ReportPanelProps } from '#web/workspaces/compare/report/report-panel.tsx'

const loadPanel = async () =>
  (await import('#web/workspaces/compare/report/report-panel.tsx')).ReportPanel

export function ReportButton(props: ReportPanelProps) {
  const { open, setOpen, root, onKeyDown } = usePopover<HTMLDivElement>()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened
    <div class="compare-add" ref={root} onKeyDown={onKeyDown}>
      <button type="button" class="primary" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('report.open')}
      </button>
      {open && (
        <section class="compare-adding compare-share" aria-label={t('report.open')}>
          <Panel {...props} />
        </section>
      )}
    </div>
  )
}

function Panel(props: ReportPanelProps) {
  const { Loaded, words } = useLazy<ReportPanelProps>(loadPanel)
  return Loaded ? <Loaded {...props} /> : words
}
