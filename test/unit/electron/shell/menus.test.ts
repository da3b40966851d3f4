import type { Menu, MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { createMenus } from '../../../../electron/shell/menus.ts'
import type { EventMessage } from '../../../../shared/contract/events.ts'

function open(meetings: { id: string; title: string; updated: string }[]) {
  const drawn: MenuItemConstructorOptions[][] = []
  const sent: EventMessage[] = []
  const menus = createMenus({
    menu: {
      buildFromTemplate: (template) => template as unknown as Menu,
      setApplicationMenu: (menu) => drawn.push(menu as unknown as MenuItemConstructorOptions[]),
    },
    platform: 'linux',
    send: (message) => sent.push(message),
  })
  let tell: (message: EventMessage) => void = () => undefined
  const dispatch = vi.fn(async () => ({ ok: true as const, value: meetings }))
  const follow = () =>
    menus.followMeetings(dispatch, (listener) => {
      tell = listener
    })
  const recent = () =>
    drawn
      .at(-1)
      ?.flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[])
      .find(({ label }) => label?.startsWith('最近的会议'))?.submenu as MenuItemConstructorOptions[]
  return { menus, drawn, sent, dispatch, follow, recent, tell: (message: EventMessage) => tell(message) }
}

const changed = (id: string): EventMessage => ({ name: 'meeting.changed', data: { id, revision: 1 } })
const typed = (meetingId: string): EventMessage => ({
  name: 'paper.changed',
  data: { id: 'paper', meetingId, revision: 1 },
})

describe('the window’s menus', () => {
  test('are there before the page has said anything, with nothing of its to do', () => {
    expect(open([]).drawn).toHaveLength(1)
  })

  test('are drawn anew when something else can be done, and not otherwise', () => {
    const { menus, drawn } = open([])
    menus.showMenu(['print'])
    menus.showMenu(['print'])
    expect(drawn).toHaveLength(2)
    menus.showMenu([])
    expect(drawn).toHaveLength(3)
  })

  test('bring a choice to the page', async () => {
    const { sent, recent, follow } = open([{ id: 'a', title: '会', updated: '1' }])
    await follow()
    const click = recent()[0]?.click as (() => void) | undefined
    click?.()
    expect(sent).toEqual([{ name: 'menu.chosen', data: { meetingId: 'a' } }])
  })

  test('list the eight meetings last worked on', async () => {
    const meetings = Array.from({ length: 12 }, (_, at) => ({
      id: `${at}`,
      title: `会${at}`,
      updated: `2026-01-${at + 10}`,
    }))
    const { recent, follow } = open(meetings)
    await follow()
    expect(recent().map(({ label }) => label)).toEqual(
      [11, 10, 9, 8, 7, 6, 5, 4].map((at, index) => `&${index + 1} 会${at}`),
    )
  })

  test('follow what changes, but do not read all meetings at every key in the one on top', async () => {
    const meetings = [{ id: 'a', title: '甲', updated: '2' }]
    const { dispatch, follow, tell, recent } = open(meetings)
    await follow()
    tell(typed('a'))
    expect(dispatch).toHaveBeenCalledTimes(1)
    meetings.push({ id: 'b', title: '乙', updated: '3' })
    tell(typed('b'))
    await vi.waitFor(() => expect(recent().map(({ label }) => label)).toEqual(['&1 乙', '&2 甲']))
    meetings.pop()
    tell(changed('b'))
    await vi.waitFor(() => expect(recent()).toHaveLength(1))
  })
})
