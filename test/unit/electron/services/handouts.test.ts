import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { HANDOUT_KINDS } from '../../../../shared/model/handouts/handout.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestServices } from './test-services.ts'

test('every handout of the sample meeting holds its own data, on the screen and in Word', async () => {
  const services = await openTestServices(tempFolder())
  const [summary] = await services.call('meeting.list', {})
  const meeting = await services.call('meeting.get', { id: summary?.id ?? '' })
  const [first] = meeting.people
  for (const kind of HANDOUT_KINDS) {
    const request = { meetingId: meeting.id, kind, absent: [first?.id ?? ''] }
    const handout = await services.call('handout.get', request)
    const file = await services.call('handout.docx', request)
    const document = unzipSync(Buffer.from(file.bytes, 'base64'))['word/document.xml'] ?? new Uint8Array()
    const text = strFromU8(document).replace(/<[^>]*>/g, '')
    const words = [...(handout.table?.rows.flat() ?? []), ...handout.cards].filter((cell) => cell !== '')
    expect(words.length, kind).toBeGreaterThan(5)
    for (const word of words.join('\n').split('\n')) expect(text, kind).toContain(word.replaceAll('<', '&lt;'))
    if (kind === 'sign-in' || kind === 'name-cards') expect(words).not.toContain(first?.name)
  }
  await services.close()
})
