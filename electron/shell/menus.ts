import type { MenuItemConstructorOptions, Menu as MenuType } from 'electron'
import type { EventMessage } from '../../shared/contract/events.ts'
import type { ActionId } from '../../shared/contract/program-actions.ts'
import type { Dispatch } from './ipc.ts'
import { type MenuState, menuTemplate } from './menu.ts'

/** How many meetings 最近的会议 lists. */
const RECENT = 8

export interface MenusOptions {
  menu: Pick<typeof MenuType, 'buildFromTemplate' | 'setApplicationMenu'>
  platform: NodeJS.Platform
  /** Brings what was chosen to the page. */
  send(message: EventMessage): void
}

export interface Menus {
  /** Port of the services, see HostPort.showMenu. */
  showMenu(enabled: readonly ActionId[]): void
  /** Reads the recent meetings, now and whenever one of the events says so. */
  followMeetings(dispatch: Dispatch, listen: (listener: (message: EventMessage) => void) => unknown): Promise<void>
}

interface Meeting {
  id: string
  title: string
  updated: string
}

/** The window's menus, drawn anew whenever what they show has changed. */
export function createMenus({ menu, platform, send }: MenusOptions): Menus {
  let state: MenuState = { enabled: new Set(), recent: [] }
  let drawn = ''
  const draw = (next: Partial<MenuState>) => {
    state = { ...state, ...next }
    const looks = JSON.stringify([[...state.enabled], state.recent])
    if (looks === drawn) return
    drawn = looks
    const template: MenuItemConstructorOptions[] = menuTemplate(platform, state, (data) =>
      send({ name: 'menu.chosen', data }),
    )
    menu.setApplicationMenu(menu.buildFromTemplate(template))
  }
  draw({})

  return {
    showMenu: (enabled) => draw({ enabled: new Set(enabled) }),
    async followMeetings(dispatch, listen) {
      let reading = false
      let again = false
      const read = async () => {
        if (reading) {
          again = true
          return
        }
        reading = true
        do {
          again = false
          const answer = await dispatch('meeting.list', {})
          const meetings = answer.ok ? (answer.value as Meeting[]) : []
          draw({ recent: newest(meetings) })
        } while (again)
        reading = false
      }
      listen((message) => {
        const { name } = message
        // Typing changes the meeting on top twice a second, which is on top already.
        const isOnTop = name === 'paper.changed' && message.data.meetingId === state.recent[0]?.id
        if (name === 'meeting.changed' || name === 'library.changed' || (name === 'paper.changed' && !isOnTop))
          void read()
      })
      await read()
    },
  }
}

const newest = (meetings: readonly Meeting[]): MenuState['recent'] =>
  [...meetings]
    .sort((one, other) => other.updated.localeCompare(one.updated))
    .slice(0, RECENT)
    .map(({ id, title }) => ({ id, title }))
