// Which figures does the file of a report carry? Asked by the page and by the server alike.
import { SavedReport } from '#geodata/contract/processes/report.ts'
import { attachedJson } from '#geodata/formats/attached-json.ts'

/** The largest report of six candidates has 2 MB. */
export const MOST_REPORT_BYTES = 8 * 1024 * 1024

export type ReadReport =
  | { kind: 'report'; saved: SavedReport }
  /** none: a PDF that is no report; damaged: its figures cannot be read. */
  | { kind: 'too-large' | 'not-pdf' | 'none' | 'damaged' }

export async function readReport(file: Pick<Blob, 'size' | 'arrayBuffer'>): Promise<ReadReport> {
  if (file.size > MOST_REPORT_BYTES) return { kind: 'too-large' }
  const found = await attachedJson(new Uint8Array(await file.arrayBuffer()))
  if (found.kind !== 'json') return { kind: found.kind }
  const { data: saved } = SavedReport.safeParse(found.json)
  return saved ? { kind: 'report', saved } : { kind: 'none' }
}
