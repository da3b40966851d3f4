import type { Connection } from './connection.ts'
import { factsTable } from './facts-table.ts'
import { ledgerExportsTable } from './ledger-exports-table.ts'
import { ledgerHistoryTable } from './ledger-history-table.ts'
import { libraryDocumentsTable } from './library-documents-table.ts'
import { meetingSheetsTable } from './meeting-sheets-table.ts'
import { meetingsTable } from './meetings-table.ts'
import { paperProgressTable } from './paper-progress-table.ts'
import { papersTable } from './papers-table.ts'
import { peopleTable } from './people-table.ts'
import { pointDecisionsTable } from './point-decisions-table.ts'
import { problemsTable } from './problems-table.ts'
import { removedLedgerRowsTable } from './removed-ledger-rows-table.ts'
import { revisionsTable } from './revisions-table.ts'
import type { Clock } from './row.ts'
import { settingsTable } from './settings-table.ts'
import { transferRows } from './transfer-rows.ts'
import { transferStatesTable } from './transfer-states-table.ts'
import { waiversTable } from './waivers-table.ts'

export type Tables = ReturnType<typeof tables>

/** Every table of a library. */
export function tables(connection: Connection, clock: Clock) {
  return {
    meetings: meetingsTable(connection, clock),
    facts: factsTable(connection, clock),
    people: peopleTable(connection, clock),
    papers: papersTable(connection, clock),
    progress: paperProgressTable(connection, clock),
    revisions: revisionsTable(connection, clock),
    decisions: pointDecisionsTable(connection, clock),
    waivers: waiversTable(connection, clock),
    settings: settingsTable(connection, clock, 'office'),
    pack: settingsTable(connection, clock, 'pack'),
    packOverrides: settingsTable(connection, clock, 'pack-overrides'),
    documents: libraryDocumentsTable(connection, clock),
    problems: problemsTable(connection, clock),
    removedRows: removedLedgerRowsTable(connection, clock),
    history: ledgerHistoryTable(connection, clock),
    ledgerExports: ledgerExportsTable(connection, clock),
    sheets: meetingSheetsTable(connection, clock),
    transfers: transferStatesTable(connection, clock),
    travelling: transferRows(connection, clock),
  }
}
