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

test('speakers stand in the order of the agenda where the office wants it so, and papers always', async () => {
  const services = await openTestServices(tempFolder())
  const [summary] = await services.call('meeting.list', {})
  const meetingId = summary?.id ?? ''
  const { agenda } = await services.call('agenda.get', { meetingId })
  const { revision } = await services.call('ledger.get', { meetingId })
  const items = [...(agenda?.items ?? [])].reverse()
  await services.call('agenda.save', { meetingId, revision, agenda: { items, closingMinutes: 5 } })
  const names = async (kind: 'sign-in' | 'name-cards' | 'receipt') => {
    const { table, cards } = await services.call('handout.get', { meetingId, kind, absent: [] })
    return [...(table?.rows.map((row) => row[1] ?? '') ?? []), ...cards]
  }
  const speakers = items.map(({ speaker }) => speaker).filter(Boolean)
  const roster = (await services.call('meeting.get', { id: meetingId })).people.map(({ name }) => name)
  expect((await names('sign-in')).slice(0, roster.length)).toEqual(roster)

  const before = await services.call('settings.get', {})
  const handouts = { ...before.settings.handouts, order: 'agenda' as const }
  await services.call('settings.save', { revision: before.revision, settings: { ...before.settings, handouts } })
  const others = roster.filter((name) => !speakers.includes(name))
  expect(await names('name-cards')).toEqual([...speakers, ...others])
  expect((await names('sign-in')).slice(0, roster.length)).toEqual([...speakers, ...others])
  const papers = (await names('receipt')).filter(Boolean)
  expect(papers.findIndex((title) => title.includes('讲话'))).toBeLessThan(
    papers.findIndex((title) => title.includes('反馈意见')),
  )
  await services.close()
})
