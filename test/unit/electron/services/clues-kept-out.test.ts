import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { LEDGER_LAYOUTS } from '../../../../shared/contract/ledger-file-commands.ts'
import { HANDOUT_KINDS } from '../../../../shared/model/handouts/handout.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestServices } from './test-services.ts'

const MARK = '巽字类线索'

/** Everything a file says, whatever is packed in it. */
function whole(bytes: string): string {
  const parts = unzipSync(Buffer.from(bytes, 'base64'))
  return Object.entries(parts)
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([, part]) => strFromU8(part))
    .join('\n')
}

test('线索 stand in no table, paper, handout, pack or search', async () => {
  const services = await openTestServices(tempFolder())
  const [summary] = await services.call('meeting.list', {})
  const meetingId = summary?.id ?? ''
  const { revision } = await services.call('ledger.get', { meetingId })
  const clues = [{ kind: MARK, count: 3, handling: { [MARK]: 1 }, forms: { [MARK]: 1 } }]
  await services.call('clues.save', { meetingId, revision, clues })

  const files = [await services.call('ledger.xlsx', { meetingId })]
  for (const layout of LEDGER_LAYOUTS) files.push(await services.call('ledger.docx', { meetingId, layout }))
  for (const kind of HANDOUT_KINDS) files.push(await services.call('handout.docx', { meetingId, kind, absent: [] }))
  const { papers } = await services.call('meeting.get', { id: meetingId })
  for (const { id } of papers) {
    files.push(await services.call('export.docx', { paperId: id, layout: 'standard' }))
    expect((await services.call('paper.get', { id })).body).not.toContain(MARK)
  }
  for (const { fileName, bytes } of files) expect(whole(bytes), fileName).not.toContain(MARK)
  expect(JSON.stringify(await services.call('ledger.history', { meetingId }))).not.toContain(MARK)
  const found = await services.call('search.find', { text: MARK })
  expect(JSON.stringify(found)).not.toContain(`"${MARK}`)
  expect(JSON.stringify(found)).not.toContain(summary?.title ?? '')
  await services.close()
})
