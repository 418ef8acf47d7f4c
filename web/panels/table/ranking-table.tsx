// The ranking of a siting in the table panel, with its files.
import { say, t } from '#web/messages/index.ts'
import { SitingPlaces } from '#web/panels/print/siting-places.tsx'
import { SitingWorkbook } from '#web/panels/print/siting-workbook.tsx'
import { ListTable } from '#web/panels/table/list-table.tsx'
import { rankingCsv, rankingList } from '#web/panels/table/ranking-list.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { saveSheet } from '#web/parts/words/save-sheet.ts'
import { ranked } from '#web/state/answers/siting.ts'

export function RankingTable() {
  const result = ranked.value
  if (!result) return null
  const { product, segment } = result.question
  return (
    <ListTable
      label={t('layout.tab.ranking')}
      list={rankingList(result)}
      nothing={t('site.nothing')}
      acts={(rows) => (
        <>
          <button type="button" disabled={rows.length === 0} onClick={() => window.print()}>
            {t('print.act')}
          </button>
          <SitingWorkbook />
          <SitingPlaces />
          <button
            type="button"
            disabled={rows.length === 0 || !result.isSettled}
            onClick={() =>
              saveSheet(
                fileName(t('print.siteTitle', { made: say(product ?? segment) })),
                rankingCsv(result, rows),
              )
            }
          >
            {t('layout.download')}
          </button>
        </>
      )}
    />
  )
}
