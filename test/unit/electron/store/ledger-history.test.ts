import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestLibrary } from './open-library.ts'

test('no line of the history can be changed or taken out, until its meeting goes', async () => {
  const dataDir = tempFolder()
  const library = openTestLibrary(dataDir)
  const meeting = library.meetings.add('反馈会议', false)
  library.write(() => library.history.add(meeting.id, '唐稼轩', [{ problemId: 'p', what: '列入台账', reason: '' }]))
  await library.close()
  const database = new Database(join(dataDir, 'huibei.db'))
  database.pragma('foreign_keys = ON')
  expect(() => database.exec("UPDATE ledger_history SET what = '改过'")).toThrow('never changed')
  expect(() => database.exec('DELETE FROM ledger_history')).toThrow('never removed')
  expect(database.prepare('SELECT what FROM ledger_history').pluck().all()).toEqual(['列入台账'])
  database.exec('DELETE FROM meetings')
  expect(database.prepare('SELECT what FROM ledger_history').pluck().all()).toEqual([])
  database.close()
})
