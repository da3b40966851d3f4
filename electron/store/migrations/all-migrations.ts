import type { Migration } from '../migrate.ts'
import { firstTables } from './0010-first-tables.ts'
import { rectification } from './0030-rectification.ts'
import { finding } from './0040-finding.ts'
import { paperHeads } from './0050-paper-heads.ts'
import { removedRows } from './0055-removed-rows.ts'
import { ledgerExports } from './0080-ledger-exports.ts'
import { transfer } from './0090-transfer.ts'
import { revisionFacts } from './0095-revision-facts.ts'

/** In order. A released migration is never changed; a new one is added behind it, ten further. */
export const allMigrations: readonly Migration[] = [
  firstTables,
  rectification,
  finding,
  paperHeads,
  removedRows,
  ledgerExports,
  transfer,
  revisionFacts,
]
