// Copies the database whole, with every edit that was acknowledged, while the server runs or not.
//
//   npm run backup                  into DATA_DIR/backups
//   npm run backup -- FILE.gpkg     to this place
import path from 'node:path'
import { RefusedFile } from '#server/store/refused-file.ts'
import { backUpFolder, backupName } from '#server/store/sqlite/backup.ts'

const dataDir = process.env.DATA_DIR || 'data'
const target = process.argv[2] ?? path.join(dataDir, 'backups', backupName())
try {
  const bytes = await backUpFolder(dataDir, target)
  console.log(`${target}: ${(bytes / 1e6).toFixed(1)} MB`)
} catch (error) {
  console.error(error instanceof RefusedFile ? error.message : error)
  process.exit(1)
}
