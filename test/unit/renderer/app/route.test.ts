import { expect, it } from 'vitest'
import { newMeetingInput } from '../../../../renderer/app/new-meeting.ts'
import { formatRoute, parseRoute, type Route } from '../../../../renderer/app/route.ts'

it('writes every screen into the address and reads it back', () => {
  const routes: Route[] = [
    { page: 'start' },
    { page: 'new-meeting' },
    { page: 'meeting', meetingId: '3f0c6a0e-58a4', paperId: null },
    { page: 'meeting', meetingId: '3f0c6a0e-58a4', paperId: '9a53-0d8c' },
  ]
  for (const route of routes) expect(parseRoute(formatRoute(route))).toEqual(route)
})

it('shows the list for an address it does not know', () => {
  for (const hash of ['', '#', '#/', '#/meeting', '#/nowhere/1', '#token=abc'])
    expect(parseRoute(hash)).toEqual({ page: 'start' })
})

it('sends a new meeting without empty rows and values, named by its facts where it has no name', () => {
  const row = (name: string) => ({ key: name, name, post: '镇长', organization: '' })
  const input = newMeetingInput({
    title: ' ',
    facts: { unit: '柳溪镇', round: '' },
    rows: [row('唐稼轩'), row('')],
    papers: ['speech'],
  })
  expect(input).toEqual({
    title: '柳溪镇巡察情况反馈会议',
    facts: { unit: '柳溪镇' },
    people: [{ name: '唐稼轩', post: '镇长', organization: '' }],
    papers: ['speech'],
  })
})
